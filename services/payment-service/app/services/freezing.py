"""Keeping a walker's part where it is while an order is disputed or an incident is open."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.intent import Intent
from app.models.ledger import AccountName, InsufficientFunds, wallet
from app.models.payment import Payment
from app.queries.freezes import has_open_incident
from app.queries.ledger import find_account, place_hold, void_hold
from lapa_kit.ids import new_id


async def must_wait(session: AsyncSession, intent: Intent) -> bool:
    """Whether somebody disputes the order, or a high incident on it is open."""
    return intent.is_frozen or await has_open_incident(session, intent.order_id)


async def freeze_share(
    session: AsyncSession, payment: Payment, *, share: int | None = None
) -> None:
    """Hold the walker's part (or what is left of it) in his wallet, as much as he has not spent yet."""
    part: int = payment.division.get("walker", 0) if share is None else share
    if payment.freeze_id or not payment.walker_id or part <= 0:
        return
    name = wallet(payment.walker_id, payment.currency)
    while amount := min(part, await available(session, name)):
        try:
            hold_id = new_id()
            await place_hold(session, hold_id, name, amount, ref=payment.id)
        except InsufficientFunds:
            continue  # he spent some of it just now: look again
        payment.freeze_id = hold_id
        return


async def thaw_share(session: AsyncSession, payment: Payment) -> None:
    if payment.freeze_id:
        await void_hold(session, payment.freeze_id)
        payment.freeze_id = None


async def available(session: AsyncSession, name: AccountName) -> int:
    account = await find_account(session, name)
    return account.available if account else 0
