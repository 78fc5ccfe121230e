"""Facts that others copy, read again from their owner: where a lost copy, or a new service, begins.

The payloads are the events' own, so the handler that follows the changes takes them in too.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from lapa_kit.auth import CallingService
from lapa_kit.db import Base, Session
from lapa_kit.events.contract import Snapshot
from lapa_kit.pagination import InvalidCursor
from lapa_kit.problems import NotFound

MOST_AT_ONCE = 500

snapshots_router = APIRouter(prefix="/snapshots", tags=["snapshots"])


class NoSuchSnapshot(NotFound):
    title = "This service owns no such fact"


Telling = Callable[[AsyncSession, Sequence[Any]], Awaitable[Sequence[Snapshot]]]


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of fact: the rows it is of, their key, and what their change would say of them now."""

    event: type[Snapshot]
    model: type[Base]
    key: InstrumentedAttribute[Any]
    tell: Telling
    where: ColumnElement[bool] | None = None


def each(tell: Callable[[Any], Snapshot]) -> Telling:
    """For what the row alone tells."""

    async def tell_all(_: AsyncSession, rows: Sequence[Any]) -> Sequence[Snapshot]:
        return [tell(row) for row in rows]

    return tell_all


class SnapshotPage(BaseModel):
    """`next` is the `after` of the page behind this one; null at the end."""

    items: list[dict[str, Any]]
    next: str | None


async def read_page(
    session: AsyncSession, source: Source, *, after: str | None, limit: int
) -> SnapshotPage:
    """By key, so that what is written meanwhile neither hides a row nor shows it twice."""
    statement = select(source.model).order_by(source.key).limit(limit + 1)
    if source.where is not None:
        statement = statement.where(source.where)
    if after is not None:
        statement = statement.where(source.key > _key(source, after))
    rows = list(await session.scalars(statement))
    page = rows[:limit]
    facts = await source.tell(session, page)
    return SnapshotPage(
        items=[fact.model_dump(mode="json") for fact in facts],
        next=str(getattr(page[-1], source.key.key)) if len(rows) > limit else None,
    )


def _key(source: Source, text: str) -> Any:
    """Raises InvalidCursor."""
    try:
        return source.key.type.python_type(text)
    except ValueError as error:
        raise InvalidCursor from error


@snapshots_router.get("")
async def list_kinds(_: CallingService, request: Request) -> list[str]:
    """The kinds of facts that can be read here, in the order in which to take them in."""
    sources: Sequence[Source] = request.app.state.snapshots
    return [source.event.type for source in sources]


@snapshots_router.get("/{kind}")
async def read_snapshots(
    kind: str,
    _: CallingService,
    session: Session,
    request: Request,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_AT_ONCE)] = MOST_AT_ONCE,
) -> SnapshotPage:
    """What every row's newest event would say, in the order of its key."""
    sources: Sequence[Source] = request.app.state.snapshots
    for source in sources:
        if source.event.type == kind:
            return await read_page(session, source, after=after, limit=limit)
    raise NoSuchSnapshot
