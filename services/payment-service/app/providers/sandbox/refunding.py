"""Refunds in the sandbox provider's books: at once, or accepted now and decided a minute later."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.sandbox import PAID, REFUSED, WAITING, SandboxCharge, SandboxRefund
from app.providers.provider import RefundRequest, Subject
from app.providers.sandbox import webhooks
from lapa_kit import clock, jobs

# how long it thinks about what it does not answer at once
LATER = timedelta(minutes=1)


async def go_on_later(session: AsyncSession, reference: UUID) -> None:
    """Go on in a minute with what was left open."""
    payload = {"reference": str(reference)}
    at, key = clock.now() + LATER, f"sandbox:{reference}"
    await jobs.enqueue(session, "go_on_in_sandbox", payload, at=at, key=key)


async def give_back(
    session: AsyncSession, charge: SandboxCharge, request: RefundRequest
) -> SandboxRefund:
    is_open = charge.token in ("tok_refund_fails", "tok_refund_pending")
    refund = SandboxRefund(
        reference=request.reference,
        charge_reference=charge.reference,
        amount=request.amount,
        currency=request.currency,
        outcome=WAITING if is_open else PAID,
        created_at=clock.now(),
    )
    session.add(refund)
    charge.refunded += request.amount
    await session.flush()
    if is_open:
        await go_on_later(session, refund.reference)
    await _tell_refund(session, refund)
    return refund


async def decide_refund(session: AsyncSession, refund: SandboxRefund) -> None:
    """What was accepted arrives or fails a minute later; the caller has locked its charge."""
    if refund.outcome != WAITING or refund.created_at + LATER > clock.now():
        return
    charge = await session.get_one(SandboxCharge, refund.charge_reference)
    if charge.token == "tok_refund_fails":
        refund.outcome, refund.code = REFUSED, "refund_failed"
        charge.refunded -= refund.amount
    else:
        refund.outcome = PAID
    await _tell_refund(session, refund)


async def _tell_refund(session: AsyncSession, refund: SandboxRefund) -> None:
    amount, currency = refund.amount, refund.currency
    await webhooks.plan(session, Subject.REFUND, refund.reference, amount=amount, currency=currency)
