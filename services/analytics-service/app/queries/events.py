"""Events in SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.event import Event, EventKind, name_of
from lapa_kit.pagination import PageQuery, paginate


@dataclass(frozen=True, slots=True)
class EventFilter:
    """None means whatever; from `start` inclusive to `end` exclusive."""

    name: str | None = None
    kind: EventKind | None = None
    user_id: UUID | None = None
    order_id: UUID | None = None
    start: datetime | None = None
    end: datetime | None = None


async def add_events(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> int:
    """One statement for all; those already there stay as they are. Answers how many were new."""
    statement = insert(Event).values(list(rows)).on_conflict_do_nothing()
    added = await session.execute(statement.returning(Event.event_id))
    return len(added.all())


async def list_events(
    session: AsyncSession, wanted: EventFilter, page: PageQuery
) -> tuple[list[Event], str | None]:
    """Newest first."""
    return await paginate(
        session, _narrowed(select(Event), wanted), page, Event.at, Event.event_id, Event.writer
    )


def _narrowed(statement: Select[Any], wanted: EventFilter) -> Select[Any]:
    if wanted.name:
        statement = statement.where(Event.name == name_of(wanted.name))
    if wanted.kind:
        statement = statement.where(Event.kind == wanted.kind)
    if wanted.user_id:
        statement = statement.where(Event.user_id == wanted.user_id)
    if wanted.order_id:
        statement = statement.where(Event.order_id == wanted.order_id)
    if wanted.start:
        statement = statement.where(Event.at >= wanted.start)
    if wanted.end:
        statement = statement.where(Event.at < wanted.end)
    return statement
