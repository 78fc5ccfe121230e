"""What people owe the platform, taken out of what comes in later."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.ledger import InsufficientFunds, Line, debt, wallet
from app.queries.ledger import find_account, post
from lapa_kit.ids import new_id


async def owed_by(session: AsyncSession, user_id: UUID, currency: str) -> int:
    account = await find_account(session, debt(user_id, currency))
    return -account.balance if account else 0


async def collect(session: AsyncSession, user_id: UUID, currency: str) -> int:
    """Pay as much of a debt as the wallet has; how much that was."""
    owed = await owed_by(session, user_id, currency)
    account = await find_account(session, wallet(user_id, currency))
    amount = min(owed, account.available if account else 0)
    if amount <= 0:
        return 0
    lines = [
        Line(wallet(user_id, currency), -amount),
        Line(debt(user_id, currency), amount),
    ]
    try:
        await post(session, key=f"collect:{new_id()}", kind="debt_paid", lines=lines, ref=user_id)
    except InsufficientFunds:
        return 0  # he spent it just now: another time
    return amount
