"""Events: what services say, and what people's apps report of themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.event import (
    PLATFORM,
    EventKind,
    KindNotYours,
    NotYourEvent,
    id_in,
    name_of,
    names_who_left,
    without_withheld,
)
from app.queries import events as event_queries
from lapa_kit import clock
from lapa_kit.events import Envelope


@dataclass(frozen=True, slots=True)
class Reported:
    """An event as its writer tells it."""

    event_id: UUID
    name: str
    kind: EventKind
    user_id: UUID | None
    at: datetime
    properties: dict[str, Any]


async def keep_fact(session: AsyncSession, envelope: Envelope) -> None:
    """A fact between services, without what no figure needs to know of a person.

    Nothing is kept of what says that somebody has left.
    """
    payload = envelope.payload
    if names_who_left(envelope.type, payload):
        return
    row = {
        "event_id": envelope.id,
        "writer": PLATFORM,
        "name": name_of(envelope.type),
        "kind": EventKind.BUSINESS,
        "key": envelope.key,
        "order_id": id_in(payload, "order_id"),
        "user_id": id_in(payload, "client_id", "user_id"),
        "at": envelope.occurred_at,
        "received_at": clock.now(),
        "properties": without_withheld(payload),
    }
    await event_queries.add_events(session, [row])


async def report_events(
    session: AsyncSession, reported: Sequence[Reported], *, writer: UUID, is_manager: bool
) -> int:
    """How many were new. Business facts come from the services alone, so that the numbers reconcile."""
    now = clock.now()
    rows = [
        {
            "event_id": one.event_id,
            "writer": writer,
            "name": one.name,
            "kind": _allowed_kind(one.kind, is_manager=is_manager),
            "key": str(one.event_id),
            "order_id": id_in(one.properties, "order_id"),
            "user_id": _allowed_user(one.user_id, writer, is_manager=is_manager),
            "at": one.at,
            "received_at": now,
            "properties": one.properties,
        }
        for one in reported
    ]
    return await event_queries.add_events(session, rows)


def _allowed_kind(kind: EventKind, *, is_manager: bool) -> EventKind:
    if kind is EventKind.USER or (is_manager and kind is not EventKind.BUSINESS):
        return kind
    raise KindNotYours


def _allowed_user(user_id: UUID | None, writer: UUID, *, is_manager: bool) -> UUID:
    if user_id and user_id != writer and not is_manager:
        raise NotYourEvent
    return user_id or writer
