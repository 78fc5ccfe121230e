"""An incident: something went wrong on a walk; both sides see every step and when the next one is due."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_contracts.values import Severity
from lapa_kit.problems import Conflict, NotFound


class IncidentKind(StrEnum):
    INJURY_DOG = "injury_dog"
    INJURY_PERSON = "injury_person"
    ESCAPE = "escape"
    BITE = "bite"
    DAMAGE = "damage"
    ILLNESS = "illness"
    CONDUCT = "conduct"
    UNFINISHED_WALK = "unfinished_walk"
    OTHER = "other"


class IncidentState(StrEnum):
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"


# support answers within that time; seen by both sides as `respond_by`
ANSWERED_WITHIN = {
    Severity.HIGH: timedelta(minutes=15),
    Severity.MEDIUM: timedelta(hours=4),
    Severity.LOW: timedelta(hours=24),
}


class IncidentNotFound(NotFound):
    title = "No such incident"


class IncidentClosedAlready(Conflict):
    title = "The incident has been closed"


class Incident(Record):
    __tablename__ = "incidents"
    __table_args__ = (
        Index("ix_incidents_open", "respond_by", postgresql_where=text("state <> 'closed'")),
    )

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), index=True)
    kind: Mapped[IncidentKind]
    severity: Mapped[Severity]
    state: Mapped[IncidentState] = mapped_column(default=IncidentState.OPEN)
    reported_by: Mapped[str]
    reporter_id: Mapped[UUID | None]
    occurred_at: Mapped[datetime]
    description: Mapped[str]
    # who was there or hurt, in words
    people: Mapped[list[Any]] = mapped_column(default=list)
    pet_ids: Mapped[list[Any]] = mapped_column(default=list)
    media_ids: Mapped[list[Any]] = mapped_column(default=list)
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    respond_by: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]

    def answer(self, now: datetime) -> None:
        """Support has taken it up: nobody waits for a first answer any more."""
        self._still_open()
        self.state, self.respond_by = IncidentState.IN_PROGRESS, None

    def close(self, now: datetime) -> None:
        self._still_open()
        self.state, self.respond_by, self.closed_at = IncidentState.CLOSED, None, now

    def _still_open(self) -> None:
        if self.state is IncidentState.CLOSED:
            raise IncidentClosedAlready


class IncidentNote(Record):
    """A step of an incident, in words that both sides read."""

    __tablename__ = "incident_notes"

    incident_id: Mapped[UUID] = mapped_column(ForeignKey("incidents.id"), index=True)
    author: Mapped[str]
    author_id: Mapped[UUID | None]
    at: Mapped[datetime]
    text: Mapped[str]
