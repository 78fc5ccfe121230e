"""People's wallets: opened and looked at."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.ledger import wallet
from app.queries.ledger import find_account, open_accounts


@dataclass(frozen=True, slots=True)
class Wallet:
    available: int
    held: int
    currency: str


async def open_wallet(session: AsyncSession, user_id: UUID) -> None:
    await open_accounts(session, [wallet(user_id, settings.default_currency)])


async def get_wallet(session: AsyncSession, user_id: UUID, *, currency: str | None) -> Wallet:
    """What the person has; a wallet that was never used is empty."""
    currency = currency or settings.default_currency
    account = await find_account(session, wallet(user_id, currency))
    if account is None:
        return Wallet(0, 0, currency)
    return Wallet(account.available, account.held, currency)
