"""Events over HTTP."""

from typing import Any
from uuid import UUID

from pydantic import Field

from app.models.event import EventKind
from app.schemas.values import EventName, Moment, Properties, Schema, Utc
from app.services.events import Reported


class EventReport(Schema):
    """`event_id` is the writer's own: the same one again is ignored."""

    event_id: UUID
    name: EventName
    kind: EventKind = EventKind.USER
    user_id: UUID | None = None
    at: Moment
    properties: Properties = {}

    def reported(self) -> Reported:
        return Reported(self.event_id, self.name, self.kind, self.user_id, self.at, self.properties)


class EventBatch(Schema):
    events: list[EventReport] = Field(min_length=1, max_length=500)


class BatchTaken(Schema):
    stored: int
    duplicates: int


class EventRead(Schema):
    event_id: UUID
    name: str
    kind: EventKind
    key: str
    order_id: UUID | None
    user_id: UUID | None
    at: Utc
    received_at: Utc
    properties: dict[str, Any]
