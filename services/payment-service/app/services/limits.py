"""What one payment may be, and what a person may move in a day and a month."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.ledger import AccountName
from app.models.topup import CurrencyNotSupported, LimitExceeded
from app.queries.ledger import sum_moved
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


async def check_moved(session: AsyncSession, account: AccountName, kind: str) -> None:
    """After a movement of that kind, in its transaction: its lock on the wallet keeps others out until it is decided."""
    now = clock.now()
    for limit, period in _limits_of(kind):
        if limit is None:
            continue
        moved = await sum_moved(
            session, account, kind, since=now - period, is_out=kind == "transfer"
        )
        if moved > limit:
            raise LimitExceeded(
                f"That would be {moved} in {period.days} days; the most is {limit}.",
                limit=limit,
                days=period.days,
            )


def _limits_of(kind: str) -> list[tuple[int | None, timedelta]]:
    if kind == "transfer":
        return [
            (settings.transfer_limit_per_day, DAY),
            (settings.transfer_limit_per_month, MONTH),
        ]
    return [(settings.topup_limit_per_day, DAY), (settings.topup_limit_per_month, MONTH)]
