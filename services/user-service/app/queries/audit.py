"""The audit log in SQL: appended under the head's lock, read by page, proved from the first record on."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.audit import FIRST_HASH, AuditHead, AuditRecord
from lapa_kit.audit import Outcome
from lapa_kit.pagination import PageQuery, paginate

ROWS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """None means whatever; from `start` inclusive to `end` exclusive."""

    subject_id: UUID | None = None
    actor_id: UUID | None = None
    service: str | None = None
    action: str | None = None
    outcome: Outcome | None = None
    request_id: str | None = None
    permission: str | None = None
    start: datetime | None = None
    end: datetime | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        exact = ("subject_id", "actor_id", "service", "action", "outcome", "request_id")
        found = [
            getattr(AuditRecord, name) == value
            for name in exact
            if (value := getattr(self, name)) is not None
        ]
        if self.permission:
            found.append(AuditRecord.permissions.contains([self.permission]))
        if self.start:
            found.append(AuditRecord.at >= self.start)
        if self.end:
            found.append(AuditRecord.at < self.end)
        return found


@dataclass(frozen=True, slots=True)
class Verdict:
    """`broken_at` is the first record that does not follow from the one before it, or is missing."""

    entries: int
    head: bytes
    broken_at: int | None = None

    @property
    def is_intact(self) -> bool:
        return self.broken_at is None


async def append(session: AsyncSession, record: AuditRecord) -> None:
    """Give it its place and its hash; a record that is there already stays as it is."""
    head = await session.get_one(AuditHead, 1, with_for_update=True)
    if await session.scalar(select(AuditRecord.seq).where(AuditRecord.id == record.id)):
        return
    record.seq = head.seq + 1
    record.hash = record.chained_to(head.hash)
    head.seq, head.hash = record.seq, record.hash
    session.add(record)
    await session.flush()


async def list_records(
    session: AsyncSession, wanted: AuditFilter, page: PageQuery
) -> tuple[list[AuditRecord], str | None]:
    """Newest first."""
    statement = select(AuditRecord).where(*wanted.conditions())
    return await paginate(session, statement, page, AuditRecord.seq)


async def stream_records(session: AsyncSession, wanted: AuditFilter) -> AsyncIterator[AuditRecord]:
    """Oldest first, however many."""
    statement = select(AuditRecord).where(*wanted.conditions()).order_by(AuditRecord.seq)
    options = {"yield_per": ROWS_AT_ONCE}
    async for record in await session.stream_scalars(statement.execution_options(**options)):
        yield record


async def verify(session: AsyncSession) -> Verdict:
    """Recompute the chain from its first record; reads what was committed before it began."""
    head = await session.get_one(AuditHead, 1)
    expected, before = 1, FIRST_HASH
    statement = select(AuditRecord).where(AuditRecord.seq <= head.seq).order_by(AuditRecord.seq)
    options = {"yield_per": ROWS_AT_ONCE}
    async for record in await session.stream_scalars(statement.execution_options(**options)):
        if record.seq != expected or record.hash != record.chained_to(before):
            return Verdict(expected - 1, before, broken_at=expected)
        expected, before = expected + 1, record.hash
    if (head.seq, head.hash) != (expected - 1, before):
        return Verdict(expected - 1, before, broken_at=expected)
    return Verdict(head.seq, before)
