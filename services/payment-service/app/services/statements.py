"""What went in and out of a wallet in a month or a year, with the balances before and after."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.ledger import wallet
from app.queries import documents as document_queries


@dataclass(frozen=True, slots=True)
class StatementLine:
    at: datetime
    kind: str
    reference: UUID | None
    amount: int
    balance: int


@dataclass(frozen=True, slots=True)
class Statement:
    """`opening` plus all amounts is `closing`; `totals` by kind sum to the difference."""

    start: datetime
    end: datetime
    currency: str
    opening: int
    closing: int
    lines: list[StatementLine]

    @property
    def totals(self) -> dict[str, int]:
        sums: dict[str, int] = {}
        for line in self.lines:
            sums[line.kind] = sums.get(line.kind, 0) + line.amount
        return sums


async def statement_of(
    session: AsyncSession, user_id: UUID, currency: str, *, year: int, month: int | None
) -> Statement:
    """Of a month, or of the whole year; days are those of UTC."""
    account = wallet(user_id, currency)
    start = datetime(year, month or 1, 1, tzinfo=UTC)
    end = _month_after(year, month) if month else datetime(year + 1, 1, 1, tzinfo=UTC)
    opening = balance = await document_queries.balance_before(session, account, start)
    lines: list[StatementLine] = []
    for journal, amount in await document_queries.list_movements(
        session, account, start=start, end=end
    ):
        balance += amount
        lines.append(StatementLine(journal.created_at, journal.kind, journal.ref, amount, balance))
    return Statement(start, end, currency, opening, balance, lines)


def _month_after(year: int, month: int) -> datetime:
    return datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
