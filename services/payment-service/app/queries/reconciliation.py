"""The provider's report of a day against the books, in SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import delete, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.chargeback import Chargeback
from app.models.operation import Operation
from app.models.payout import Payout
from app.models.report import ProviderReport, ReportedMovement
from app.models.topup import Topup
from app.providers.provider import ReportLine

# each journal that touches the provider's account is one movement, named by its key: `charge:<our reference>`
_COMPARE = text("""
WITH ours AS (
    SELECT CASE j.kind WHEN 'return' THEN 'refund' WHEN 'topup' THEN 'charge' ELSE j.kind END AS subject,
        CAST(split_part(j.key, ':', 2) AS uuid) AS reference,
        CAST(j.created_at AT TIME ZONE 'UTC' AS date) AS day, a.currency, CAST(abs(sum(p.amount)) AS bigint) AS amount
    FROM journals j
    JOIN postings p ON p.journal_id = j.id
    JOIN accounts a ON a.id = p.account_id AND a.kind = :account
    WHERE j.kind IN ('charge', 'topup', 'return', 'payout', 'chargeback')
        AND j.created_at >= :earliest AND j.created_at < :latest
    GROUP BY j.id, j.key, j.created_at, a.currency
), theirs AS (
    SELECT subject, reference, provider_id, day, currency, amount FROM reported_movements
    WHERE provider = :provider AND day BETWEEN CAST(:day AS date) - 1 AND CAST(:day AS date) + 1
), compared AS (
    SELECT coalesce(o.subject, t.subject) AS subject, coalesce(o.reference, t.reference) AS reference,
        t.provider_id, coalesce(t.day, o.day) AS day, coalesce(o.currency, t.currency) AS currency,
        o.amount AS ours, t.amount AS theirs, o.currency IS DISTINCT FROM t.currency AS is_other_currency
    FROM ours o FULL JOIN theirs t ON t.subject = o.subject AND t.reference = o.reference
)
SELECT c.subject, c.reference, c.provider_id, c.currency, c.ours, c.theirs, s.state,
    CASE
        WHEN c.ours IS NULL AND s.state IS NOT NULL THEN 'status_differs'
        WHEN c.ours IS NULL THEN 'missing_here'
        WHEN c.theirs IS NULL THEN 'missing_there'
        WHEN c.ours <> c.theirs OR c.is_other_currency THEN 'amount_differs'
        ELSE 'matched'
    END AS verdict
FROM compared c
LEFT JOIN LATERAL (
    SELECT state FROM operations WHERE id = c.reference
    UNION ALL SELECT state FROM topups WHERE id = c.reference
    UNION ALL SELECT state FROM payouts WHERE id = c.reference
) s ON true
WHERE c.day = :day
ORDER BY verdict, c.subject, c.reference, c.provider_id
""")


@dataclass(frozen=True, slots=True)
class Compared:
    """A movement of a day; `state` is where ours stands, where there is one."""

    subject: str
    reference: UUID | None
    provider_id: str | None
    currency: str
    ours: int | None
    theirs: int | None
    state: str | None
    verdict: str


async def compare(session: AsyncSession, provider: str, day: date) -> list[Compared]:
    """Every movement that one side or the other has on that day; the other's may be a day off."""
    start = datetime.combine(day, time(), UTC)
    rows = await session.execute(
        _COMPARE,
        {
            "account": f"external:{provider}",
            "provider": provider,
            "day": day,
            "earliest": start - timedelta(days=1),
            "latest": start + timedelta(days=2),
        },
    )
    return [Compared(**row) for row in rows.mappings()]


async def find_report(session: AsyncSession, provider: str, day: date) -> ProviderReport | None:
    return await session.get(ProviderReport, (provider, day))


async def put_report(
    session: AsyncSession, provider: str, day: date, lines: Sequence[ReportLine], now: datetime
) -> None:
    """In place of an earlier one of that day."""
    report = insert(ProviderReport).values(provider=provider, day=day, fetched_at=now)
    await session.execute(
        report.on_conflict_do_update(
            index_elements=[ProviderReport.provider, ProviderReport.day],
            set_={"fetched_at": now},
        )
    )
    same_day = (ReportedMovement.provider == provider, ReportedMovement.day == day)
    await session.execute(delete(ReportedMovement).where(*same_day))
    session.add_all(
        ReportedMovement(
            provider=provider,
            day=day,
            subject=line.subject,
            provider_id=line.provider_id,
            reference=line.reference,
            amount=line.amount,
            currency=line.currency,
            fee=line.fee,
        )
        for line in lines
    )
    await session.flush()
    for table in (Operation, Topup, Payout, Chargeback):
        await session.execute(
            update(ReportedMovement)
            .where(
                *same_day,
                ReportedMovement.reference.is_(None),
                table.provider == provider,
                table.provider_id == ReportedMovement.provider_id,
            )
            .values(reference=table.id)
        )
