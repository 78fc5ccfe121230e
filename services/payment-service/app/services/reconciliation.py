"""Holding a provider's report of a day against the books, and booking what he has kept for himself."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from prometheus_client import Gauge
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.ledger import Line, external, platform
from app.models.report import DayNotOver
from app.models.topup import ProviderNotAvailable
from app.providers import capabilities_of, provider_of
from app.providers.provider import ReportLine
from app.queries import reconciliation as reconciliation_queries
from app.queries.ledger import has_journal, post
from app.queries.reconciliation import Compared
from lapa_kit import clock, jobs
from lapa_kit.db import Sessions

MATCHED = "matched"
EXCEPTIONS = Gauge(
    "ledger_reconciliation_exceptions",
    "Movements of the last reported day that a provider's report and the books disagree on",
    ["provider"],
)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """`fetched_at` is None while there is no report of that day: then there is nothing to compare with."""

    provider: str
    day: date
    fetched_at: datetime | None
    matched: int
    exceptions: list[Compared]


async def plan_reports(session: AsyncSession) -> None:
    """Yesterday's, of every provider that gives any, unless it is there."""
    day = clock.now().date() - timedelta(days=1)
    for provider in settings.providers:
        if not capabilities_of(provider).report:
            continue
        if await reconciliation_queries.find_report(session, provider, day) is None:
            await _plan(session, provider, day)


async def order_report(session: AsyncSession, provider: str, day: date) -> None:
    """Fetch that day's (again). Raises ProviderNotAvailable, DayNotOver."""
    if not capabilities_of(provider).report:
        raise ProviderNotAvailable("That provider gives no reports.")
    if day >= clock.now().date():
        raise DayNotOver
    await _plan(session, provider, day)


async def _plan(session: AsyncSession, provider: str, day: date) -> None:
    payload = {"provider": provider, "day": day.isoformat()}
    await jobs.enqueue(session, "fetch_report", payload, key=f"report:{provider}:{day}")


async def fetch_report(sessions: Sessions, provider: str, day: date) -> None:
    lines = await provider_of(provider, sessions).report(day)
    async with sessions.begin() as session:
        await reconciliation_queries.put_report(session, provider, day, lines, clock.now())
        await _book_fees(session, provider, day, lines)
        found = await reconcile(session, provider, day)
    EXCEPTIONS.labels(provider).set(len(found.exceptions))


async def _book_fees(
    session: AsyncSession, provider: str, day: date, lines: list[ReportLine]
) -> None:
    """Once a day and currency; what a later report says otherwise is for a bookkeeper."""
    fees: Counter[str] = Counter()
    for line in lines:
        fees[line.currency] += line.fee
    for currency, fee in fees.items():
        key = f"fees:{provider}:{day}:{currency}"
        if fee and not await has_journal(session, key):
            kept = [Line(external(provider, currency), fee), Line(platform("fees", currency), -fee)]
            await post(session, key=key, kind="fees", lines=kept)


async def reconcile(session: AsyncSession, provider: str, day: date) -> Reconciliation:
    report = await reconciliation_queries.find_report(session, provider, day)
    if report is None:
        return Reconciliation(provider, day, None, 0, [])
    compared = await reconciliation_queries.compare(session, provider, day)
    exceptions = [one for one in compared if one.verdict != MATCHED]
    matched = len(compared) - len(exceptions)
    return Reconciliation(provider, day, report.fetched_at, matched, exceptions)
