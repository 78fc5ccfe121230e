"""Tips: from the client's wallet to the walker's, whole."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.ledger import JournalMismatch, Line, wallet
from app.models.payment import Payment, PaymentKind
from app.queries import payments as payment_queries
from app.queries.ledger import post
from app.services import documents
from app.services.limits import check_amount
from lapa_contracts.payment import PaymentState, TipPaid
from lapa_kit.events import publish
from lapa_kit.ids import new_id


async def pay_tip(
    session: AsyncSession,
    *,
    order_id: UUID,
    from_user_id: UUID,
    to_walker_id: UUID,
    amount: int,
    currency: str,
    key: str,
) -> Payment:
    """The same key never pays twice; another tip under it is refused. Raises InsufficientFunds."""
    check_amount(amount, currency)
    payment = Payment(
        id=new_id(),
        kind=PaymentKind.TIP,
        key=f"tip:{key}",
        order_id=order_id,
        client_id=from_user_id,
        walker_id=to_walker_id,
        method="wallet",
        amount=amount,
        currency=currency,
        state=PaymentState.CAPTURED,
        captured=amount,
        released=0,
        refunded=0,
        division={"walker": amount},
        version=1,
    )
    if not await payment_queries.add_payment(session, payment):
        known = await payment_queries.get_payment_by_key(session, payment.key)
        if not _is_same(known, payment):
            raise JournalMismatch
        return known
    await post(
        session,
        key=payment.key,
        kind="tip",
        lines=[
            Line(wallet(from_user_id, currency), -amount),
            Line(wallet(to_walker_id, currency), amount),
        ],
        ref=payment.id,
        details={"order_id": str(order_id)},
    )
    await documents.plan(session, payment)
    _tell(session, payment)
    return payment


def _is_same(known: Payment, asked: Payment) -> bool:
    facts = ("order_id", "client_id", "walker_id", "amount", "currency")
    return all(getattr(known, fact) == getattr(asked, fact) for fact in facts)


def _tell(session: AsyncSession, payment: Payment) -> None:
    assert payment.walker_id
    publish(
        session,
        TipPaid(
            payment_id=payment.id,
            order_id=payment.order_id,
            from_user_id=payment.client_id,
            walker_id=payment.walker_id,
            amount=payment.amount,
            currency=payment.currency,
        ),
    )
