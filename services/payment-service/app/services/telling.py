"""Saying what happened to money, in the same transaction as the money."""

from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.payment import Payment
from app.models.payout import Payout
from app.models.topup import Topup
from lapa_contracts.payment import PaymentEvent, PaymentMoved, PayoutChanged, TopupChanged
from lapa_kit.events import publish

E = TypeVar("E", bound=PaymentEvent)


def tell(session: AsyncSession, payment: Payment, event: type[E], /, **facts: Any) -> None:
    """Publish an event about the payment of an order."""
    publish(
        session,
        event(
            order_id=payment.order_id,
            payment_id=payment.id,
            client_id=payment.client_id,
            currency=payment.currency,
            version=payment.version,
            **facts,
        ),
    )


def tell_where_it_stands(
    session: AsyncSession, payment: Payment, event: type[PaymentMoved], /, **facts: Any
) -> None:
    """The same with the totals."""
    totals = {
        "captured": payment.captured,
        "released": payment.released,
        "refunded": payment.refunded,
    }
    tell(session, payment, event, **totals, **facts)


def tell_topup(session: AsyncSession, topup: Topup) -> None:
    publish(
        session,
        TopupChanged(
            topup_id=topup.id,
            user_id=topup.user_id,
            state=topup.state,
            amount=topup.amount,
            currency=topup.currency,
            version=topup.version,
        ),
    )


def tell_payout(session: AsyncSession, payout: Payout) -> None:
    publish(
        session,
        PayoutChanged(
            payout_id=payout.id,
            walker_id=payout.user_id,
            amount=payout.amount,
            currency=payout.currency,
            state=payout.state,
            expected_on=payout.expected_on,
            version=payout.version,
        ),
    )
