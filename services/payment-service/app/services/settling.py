"""Dividing the money of an order that has ended, as its settlement says: one journal."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.intent import Intent
from app.models.ledger import AccountName, InsufficientFunds, Line, debt, platform, wallet
from app.models.payment import Payment
from app.queries.ledger import Capture, post
from app.services import documents
from app.services.freezing import freeze_share, must_wait
from app.services.telling import tell_where_it_stands
from lapa_contracts.order import Settlement
from lapa_contracts.payment import PaymentCaptured


async def divide(
    session: AsyncSession, intent: Intent, payment: Payment, *, payer: AccountName, hold_id: UUID
) -> None:
    """Out of what the hold keeps in the payer's account; the rest of the hold is freed."""
    settlement = intent.division()
    hold = Capture(hold_id, settlement.capture)
    await _post(session, intent, payment, settlement, payer, hold)
    await _end(session, intent, payment, settlement)


async def divide_unsecured(session: AsyncSession, intent: Intent, payment: Payment) -> None:
    """The walker is paid even when the hold was lost: from the client's wallet, or he owes it."""
    settlement = intent.division()
    payer = wallet(intent.client_id, intent.currency)
    try:
        await _post(session, intent, payment, settlement, payer)
    except InsufficientFunds:
        payer = debt(intent.client_id, intent.currency)
        await _post(session, intent, payment, settlement, payer)
    await _end(session, intent, payment, settlement)


async def divide_nothing(session: AsyncSession, intent: Intent, payment: Payment) -> None:
    """Nobody gets anything; what was secured has been let go."""
    await _end(session, intent, payment, intent.division())


def pays_somebody(intent: Intent) -> bool:
    return any(line.amount for line in intent.division().lines)


async def _end(
    session: AsyncSession, intent: Intent, payment: Payment, settlement: Settlement
) -> None:
    division = {line.to: line.amount for line in settlement.lines}
    payment.walker_id = intent.walker_id
    payment.capture(division, captured=settlement.capture, released=settlement.release)
    if await must_wait(session, intent):
        await freeze_share(session, payment)
    await documents.plan(session, payment)
    tell_where_it_stands(session, payment, PaymentCaptured)


async def _post(
    session: AsyncSession,
    intent: Intent,
    payment: Payment,
    settlement: Settlement,
    payer: AccountName,
    hold: Capture | None = None,
) -> None:
    lines = [Line(payer, -settlement.capture)]
    for line in settlement.lines:
        account = account_of(line.to, intent.walker_id, intent.currency)
        lines.append(Line(account, line.amount))
    await post(
        session,
        key=f"settle:{intent.order_id}",
        kind="settlement",
        lines=lines,
        ref=payment.id,
        details={"order_id": str(intent.order_id)},
        captures=[hold] if hold else [],
    )


def account_of(part: str, walker_id: UUID | None, currency: str) -> AccountName:
    """Where a part of a settlement goes."""
    if part == "walker":
        assert walker_id, "a division that pays a walker has one: Intent.division proves it"
        return wallet(walker_id, currency)
    return platform("promo" if part == "promo_platform" else part, currency)
