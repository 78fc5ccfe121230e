"""Giving captured money back to the client, out of the parts it had been divided into."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.chargeback import Chargeback
from app.models.ledger import (
    PLATFORM,
    AccountName,
    InsufficientFunds,
    Line,
    debt,
    platform,
    wallet,
)
from app.models.operation import Operation, OperationKind
from app.models.payment import Payment
from app.models.refund import BANK, Refund, divide_refund
from app.queries import payments as payment_queries
from app.queries.chargebacks import lock_chargebacks_of
from app.queries.ledger import post
from app.queries.methods import find_any_method
from app.services import card_money, documents, escrow, operations
from app.services.freezing import available
from app.services.settling import account_of
from app.services.telling import tell_where_it_stands
from lapa_contracts.payment import PaymentRefunded
from lapa_kit import clock
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
    await _send(session, payment, refund)
    await documents.plan(session, payment, refund)
    tell_where_it_stands(session, payment, PaymentRefunded, refund_id=refund.id)
    return refund


async def _send(session: AsyncSession, payment: Payment, refund: Refund) -> None:
    """To the platform for what the client's bank has given him already; else to what was paid with, or the wallet."""
    amount, today = refund.amount, clock.now().date()
    charge = await card_money.charge_of(session, payment)
    if chargeback := await _chargeback_behind(session, payment, amount):
        chargeback.recovered += amount
        refund.leave_by(BANK, today)
        refund.send(today)
        await _post_refund(session, payment, refund, platform("chargebacks", payment.currency))
    elif charge and await escrow.can_go_back(session, charge, amount):
        refund.leave_by(await _label_of(session, charge), today)
        await _post_refund(session, payment, refund, escrow.escrow_of(payment))
        kind = OperationKind.REFUND
        await operations.plan(session, payment, kind, charge, amount, reference=refund.id)
    else:
        payer = wallet(payment.client_id, payment.currency)
        await _post_refund(session, payment, refund, payer)


async def _chargeback_behind(
    session: AsyncSession, payment: Payment, amount: int
) -> Chargeback | None:
    """One that the platform still bears that much of."""
    for chargeback in await lock_chargebacks_of(session, payment.id):
        if chargeback.outstanding >= amount:
            return chargeback
    return None


async def recover(session: AsyncSession, payment: Payment, chargeback: Chargeback) -> None:
    """What the platform bears of a lost chargeback comes from those who had got the money, each his part."""
    amount = min(chargeback.outstanding, payment.refundable)
    if amount:
        division = divide_refund(amount, left=await parts_left(session, payment))
        payment.refund(amount)
        await give_back(
            session, payment, amount, division=division, reason="chargeback", actor_id=PLATFORM
        )


async def _label_of(session: AsyncSession, charge: Operation) -> str:
    method = charge.method_id and await find_any_method(session, charge.method_id)
    return method.label if method else charge.provider


async def parts_left(session: AsyncSession, payment: Payment) -> dict[str, int]:
    """What each has left of the capture after the refunds so far."""
    left: dict[str, int] = dict(payment.division)
    for refund in await payment_queries.list_refunds(session, payment.id):
        for part, amount in refund.division.items():
            left[part] = left.get(part, 0) - amount
    return left


async def _post_refund(
    session: AsyncSession, payment: Payment, refund: Refund, payer: AccountName
) -> None:
    """To who had paid. A walker who has spent his part already owes what his wallet lacks."""
    parts: dict[str, int] = dict(refund.division)
    walkers_part = parts.pop("walker", 0)
    lines = [Line(payer, refund.amount)]
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
