"""People's wallets: opened, looked at, and money sent from one to another."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.ledger import Line, wallet
from app.models.topup import CurrencyNotSupported, LimitExceeded
from app.queries.ledger import find_account, open_accounts, post
from lapa_kit.ids import new_id
from lapa_kit.problems import InvalidRequest, NotFound


class RecipientNotFound(NotFound):
    title = "Nobody with that id has a wallet"


class TransferToOneself(InvalidRequest):
    title = "That is your own wallet"


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


def check_amount(amount: int, currency: str) -> None:
    """Raises LimitExceeded or CurrencyNotSupported."""
    if currency != settings.default_currency:
        raise CurrencyNotSupported(f"Wallets are in {settings.default_currency}.")
    if amount > settings.payment_limit:
        raise LimitExceeded(f"The most is {settings.payment_limit}.", limit=settings.payment_limit)


@dataclass(frozen=True, slots=True)
class Transfer:
    id: UUID
    to_user_id: UUID
    amount: int
    currency: str
    note: str | None


async def transfer(
    session: AsyncSession,
    from_user_id: UUID,
    *,
    to_user_id: UUID,
    amount: int,
    currency: str,
    note: str | None,
) -> Transfer:
    """Send money to another person. Raises InsufficientFunds."""
    check_amount(amount, currency)
    if to_user_id == from_user_id:
        raise TransferToOneself
    if await find_account(session, wallet(to_user_id, currency)) is None:
        raise RecipientNotFound
    transfer_id = new_id()
    posted = await post(
        session,
        key=f"transfer:{transfer_id}",
        kind="transfer",
        lines=[
            Line(wallet(from_user_id, currency), -amount),
            Line(wallet(to_user_id, currency), amount),
        ],
        ref=transfer_id,
        details={"note": note} if note else {},
    )
    return Transfer(posted.journal_id, to_user_id, amount, currency, note)
