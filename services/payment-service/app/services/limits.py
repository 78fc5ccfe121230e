"""What one payment may be, and what a person may move in a day and a month."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.ledger import AccountName
from app.models.topup import CurrencyNotSupported, LimitExceeded
from app.queries import topups as topup_queries
from app.queries.ledger import sum_sent
from lapa_kit import clock

DAY, MONTH = timedelta(days=1), timedelta(days=30)


def check_amount(amount: int, currency: str) -> None:
    """Raises LimitExceeded or CurrencyNotSupported."""
    check_currency(currency)
    if amount > settings.payment_limit:
        raise LimitExceeded(f"The most is {settings.payment_limit}.", limit=settings.payment_limit)


def check_currency(currency: str) -> None:
    if currency != settings.default_currency:
        raise CurrencyNotSupported(f"Wallets are in {settings.default_currency}.")


def are_transfers_limited() -> bool:
    return bool(settings.transfer_limit_per_day or settings.transfer_limit_per_month)


async def check_sent(session: AsyncSession, account: AccountName) -> None:
    """After a transfer, in its transaction: its lock on the wallet keeps others out until it is decided."""
    limits = (settings.transfer_limit_per_day, DAY), (settings.transfer_limit_per_month, MONTH)
    for limit, period in limits:
        if limit is not None:
            since = clock.now() - period
            _compare(await sum_sent(session, account, since=since), limit, period)


async def check_topped_up(session: AsyncSession, user_id: UUID) -> None:
    """After a top-up has been written down, in its transaction."""
    limits = (settings.topup_limit_per_day, DAY), (settings.topup_limit_per_month, MONTH)
    for limit, period in limits:
        if limit is not None:
            await topup_queries.lock_topups_of(session, user_id)
            since = clock.now() - period
            _compare(await topup_queries.sum_topups(session, user_id, since=since), limit, period)


def _compare(moved: int, limit: int, period: timedelta) -> None:
    if moved > limit:
        raise LimitExceeded(
            f"That would be {moved} in {period.days} days; the most is {limit}.",
            limit=limit,
            days=period.days,
        )
