"""The money of an order that is paid from the client's wallet: held there, then divided or freed."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.intent import Goal, Intent
from app.models.ledger import InsufficientFunds, wallet
from app.models.payment import MONEY_MOVED, Payment
from app.queries.ledger import expire_hold, place_hold, resize_hold, void_hold
from app.services import settling
from app.services.telling import tell, tell_where_it_stands
from app.services.timers import stop_watching, watch_hold
from lapa_contracts.payment import (
    PaymentAuthorizationLost,
    PaymentAuthorized,
    PaymentFailed,
    PaymentState,
    PaymentVoided,
)


async def drive(session: AsyncSession, intent: Intent, payment: Payment | None) -> None:
    if intent.goal is Goal.RELEASE:
        await _release(session, intent, payment)
        return
    if payment is None:
        payment = await _secure(session, intent)
    elif payment.state is PaymentState.AUTHORIZED and not _is_as_wanted(payment, intent):
        await _resize(session, intent, payment)
    if intent.goal is Goal.SETTLE and payment.state not in MONEY_MOVED:
        await _settle(session, intent, payment)


async def _secure(session: AsyncSession, intent: Intent) -> Payment:
    """Hold the money in the client's wallet, or say at once that it cannot be."""
    payment = intent.new_payment(PaymentState.AUTHORIZED)
    payment.hold_expires_at = intent.hold_until
    session.add(payment)
    try:
        await place_hold(
            session,
            payment.id,
            wallet(intent.client_id, intent.currency),
            intent.amount,
            ref=intent.order_id,
            expires_at=intent.hold_until,
        )
    except InsufficientFunds as refusal:
        payment.lose(refusal.code)
        tell(session, payment, PaymentFailed, code=refusal.code)
        return payment
    await watch_hold(session, intent.order_id, intent.hold_until)
    expires_at = payment.hold_expires_at
    tell(
        session,
        payment,
        PaymentAuthorized,
        mode="hold",
        amount=payment.amount,
        expires_at=expires_at,
    )
    return payment


def _is_as_wanted(payment: Payment, intent: Intent) -> bool:
    return (payment.amount, payment.hold_expires_at) == (intent.amount, intent.hold_until)


async def _resize(session: AsyncSession, intent: Intent, payment: Payment) -> None:
    """Hold more or less; when the client has not got the difference, all of it is his again."""
    try:
        await resize_hold(session, payment.id, intent.amount, expires_at=intent.hold_until)
    except InsufficientFunds as refusal:
        await void_hold(session, payment.id)
        await stop_watching(session, intent.order_id)
        payment.lose(refusal.code)
        if intent.goal is Goal.SECURE:
            tell(session, payment, PaymentAuthorizationLost, code=refusal.code)
        return
    payment.resize(intent.amount, intent.hold_until)
    await watch_hold(session, intent.order_id, intent.hold_until)


async def _settle(session: AsyncSession, intent: Intent, payment: Payment) -> None:
    await stop_watching(session, intent.order_id)
    if not settling.pays_somebody(intent):
        await void_hold(session, payment.id)
        await settling.divide_nothing(session, intent, payment)
    elif payment.state is PaymentState.AUTHORIZED:
        payer = wallet(intent.client_id, intent.currency)
        await settling.divide(session, intent, payment, payer=payer, hold_id=payment.id)
    else:
        await settling.divide_unsecured(session, intent, payment)


async def _release(session: AsyncSession, intent: Intent, payment: Payment | None) -> None:
    """Give everything back; what was never secured is void from now on."""
    if payment is None:
        payment = intent.new_payment(PaymentState.AUTHORIZED)
        session.add(payment)
    elif payment.state is not PaymentState.AUTHORIZED:
        return
    else:
        await void_hold(session, payment.id)
        await stop_watching(session, intent.order_id)
    payment.void()
    tell_where_it_stands(session, payment, PaymentVoided)


async def expire(session: AsyncSession, payment: Payment) -> None:
    """The order has not ended its money in time: it is the client's again, and the order is told."""
    if await expire_hold(session, payment.id):
        payment.lose("hold_expired")
        tell(session, payment, PaymentAuthorizationLost, code="hold_expired")
