"""Giving captured money back to the client, out of the parts it had been divided into."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.ledger import InsufficientFunds, Line, debt, wallet
from app.models.payment import Payment
from app.models.refund import Refund, divide_refund
from app.queries import payments as payment_queries
from app.queries.ledger import post
from app.services import documents
from app.services.freezing import available
from app.services.order_money import account_of
from app.services.telling import tell_where_it_stands
from lapa_contracts.payment import PaymentRefunded
from lapa_kit.audit import describe
from lapa_kit.ids import new_id


async def refund_payment(
    session: AsyncSession, payment_id: UUID, *, amount: int | None, reason: str, actor_id: UUID
) -> tuple[Payment, Refund]:
    """Refund that much, or all that is left; the lock on the payment keeps parallel refunds honest."""
    payment = await payment_queries.lock_payment(session, payment_id)
    left = await parts_left(session, payment)
    before = payment.refunded
    amount = payment.refund(amount)
    division = divide_refund(amount, left=left)
    refund = await give_back(
        session, payment, amount, division=division, reason=reason, actor_id=actor_id
    )
    describe(
        session,
        action="payment_refunded",
        subject_id=payment.id,
        before={"refunded": before},
        after={"refunded": payment.refunded, "currency": payment.currency},
        reason=reason,
    )
    return payment, refund


async def give_back(
    session: AsyncSession,
    payment: Payment,
    amount: int,
    *,
    division: dict[str, int],
    reason: str,
    actor_id: UUID,
) -> Refund:
    """Post a refund that the payment already counts; `division`: who gives up how much."""
    refund = Refund(
        id=new_id(),
        payment_id=payment.id,
        amount=amount,
        currency=payment.currency,
        reason=reason,
        actor_id=actor_id,
        division=division,
    )
    session.add(refund)
    await _post_refund(session, payment, refund)
    await documents.plan(session, payment, refund)
    tell_where_it_stands(session, payment, PaymentRefunded, refund_id=refund.id)
    return refund


async def parts_left(session: AsyncSession, payment: Payment) -> dict[str, int]:
    """What each has left of the capture after the refunds so far."""
    left: dict[str, int] = dict(payment.division)
    for refund in await payment_queries.list_refunds(session, payment.id):
        for part, amount in refund.division.items():
            left[part] = left.get(part, 0) - amount
    return left


async def _post_refund(session: AsyncSession, payment: Payment, refund: Refund) -> None:
    """A walker who has spent his part already owes what his wallet lacks."""
    parts: dict[str, int] = dict(refund.division)
    walkers_part = parts.pop("walker", 0)
    lines = [Line(wallet(payment.client_id, payment.currency), refund.amount)]
    for part, amount in parts.items():
        lines.append(Line(account_of(part, payment.walker_id, payment.currency), -amount))
    if not walkers_part or not payment.walker_id:
        await _post(session, payment, refund, lines)
        return
    payee = wallet(payment.walker_id, payment.currency)
    owed = debt(payment.walker_id, payment.currency)
    try:
        await _post(session, payment, refund, [*lines, Line(payee, -walkers_part)])
    except InsufficientFunds:
        # no lock was taken to look: should he spend it meanwhile, he owes all of it
        there = min(await available(session, payee), walkers_part)
        shared = [*lines, Line(payee, -there), Line(owed, there - walkers_part)]
        try:
            await _post(session, payment, refund, shared)
        except InsufficientFunds:
            await _post(session, payment, refund, [*lines, Line(owed, -walkers_part)])


async def _post(session: AsyncSession, payment: Payment, refund: Refund, lines: list[Line]) -> None:
    await post(
        session,
        key=f"refund:{refund.id}",
        kind="refund",
        lines=lines,
        ref=payment.id,
        details={"order_id": str(payment.order_id), "refund_id": str(refund.id)},
    )
