"""Events in SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CursorResult, Select, Uuid, bindparam, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.event import Event, EventKind, name_of
from lapa_kit.pagination import PageQuery, paginate

# of what he reported himself numbers and codes stay, which figures filter by; sentences go
PUT_PSEUDONYM = text(r"""
UPDATE events SET
    user_id = CASE WHEN user_id = :person THEN :pseudonym ELSE user_id END,
    writer = CASE WHEN writer = :person THEN :pseudonym ELSE writer END,
    key = replace(key, CAST(:person AS text), CAST(:pseudonym AS text)),
    properties = replace((
        CASE WHEN writer <> :person THEN properties ELSE coalesce((
            SELECT jsonb_object_agg(name, value) FROM jsonb_each(properties) AS p (name, value)
            WHERE jsonb_typeof(value) IN ('number', 'boolean', 'null')
                OR (jsonb_typeof(value) = 'string' AND value #>> '{}' ~ '^[a-z][a-z0-9_.]{0,39}$')
        ), '{}') END
    )::text, CAST(:person AS text), CAST(:pseudonym AS text))::jsonb
WHERE user_id = :person OR writer = :person OR key = CAST(:person AS text)
    OR properties::text LIKE '%' || CAST(:person AS text) || '%'
""").bindparams(bindparam("person", type_=Uuid()), bindparam("pseudonym", type_=Uuid()))


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


async def put_pseudonym(session: AsyncSession, user_id: UUID, pseudonym: UUID) -> int:
    """In every event that names him, so that he is nowhere and every total stays."""
    done = await session.execute(PUT_PSEUDONYM, {"person": user_id, "pseudonym": pseudonym})
    return done.rowcount if isinstance(done, CursorResult) else 0


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
