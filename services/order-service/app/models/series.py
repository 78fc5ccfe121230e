"""A series of walks: a rule in local time, and what became of each of its occurrences."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Record
from app.models.recurrence import occurrences
from lapa_kit.problems import Conflict, NotFound

LOCAL = DateTime(timezone=False)


class SeriesNotFound(NotFound):
    title = "No such series"


class OccurrenceNotFound(NotFound):
    title = "The series has no walk then"


class AmbiguousOccurrence(Conflict):
    title = "The series has several walks on that day: say which"


class SeriesEnded(Conflict):
    title = "The series has ended"


class SeriesState(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"


class OccurrenceState(StrEnum):
    MOVED = "moved"
    SKIPPED = "skipped"
    BOOKED = "booked"
    FAILED = "failed"


class Series(Record):
    """What every walk of it is booked with; `first_at` is a local time of `timezone`."""

    __tablename__ = "series"
    __table_args__ = (
        CheckConstraint("paused_until >= paused_from", name="pause_ends_after_it_begins"),
        Index("ix_series_client_id_id", "client_id", "id"),
        Index("ix_series_planned_until", "planned_until"),
    )

    client_id: Mapped[UUID]
    rrule: Mapped[str]
    timezone: Mapped[str]
    first_at: Mapped[datetime] = mapped_column(LOCAL)
    last_day: Mapped[date | None]
    service_type: Mapped[str]
    duration_minutes: Mapped[int]
    pet_ids: Mapped[list[Any]]
    pickup_lat: Mapped[float]
    pickup_lon: Mapped[float]
    pickup_address: Mapped[str]
    walker_id: Mapped[UUID | None]
    notes: Mapped[str | None]
    access_notes_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    home_safe: Mapped[bool]
    require_pin: Mapped[bool]
    payment_method: Mapped[str]
    state: Mapped[SeriesState] = mapped_column(default=SeriesState.ACTIVE)
    # dates of the series' zone, both included; without an end: until it is resumed
    paused_from: Mapped[date | None]
    paused_until: Mapped[date | None]
    pause_reason: Mapped[str | None]
    # everything before has been booked, or has failed
    planned_until: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    def require_active(self) -> None:
        if self.state is SeriesState.ENDED:
            raise SeriesEnded

    def pause(self, since: date, until: date | None, reason: str) -> None:
        self.require_active()
        self.paused_from, self.paused_until, self.pause_reason = since, until, reason
        self.version += 1

    def resume(self) -> None:
        self.require_active()
        self.paused_from = self.paused_until = self.pause_reason = None
        self.version += 1

    def end(self) -> None:
        """Walks that are booked keep access notes of their own; the series needs its no longer."""
        self.require_active()
        self.state = SeriesState.ENDED
        self.access_notes_sealed = None
        self.version += 1

    def is_paused_on(self, day: date) -> bool:
        if self.paused_from is None or day < self.paused_from:
            return False
        return self.paused_until is None or day <= self.paused_until

    def originals(self, since: datetime, until: datetime) -> list[datetime]:
        """The rule's local times, without regard to what became of each."""
        return occurrences(
            self.rrule, self.first_at, since=since, until=until, last_day=self.last_day
        )


class Occurrence(Base):
    """What became of one; its key is its original local start, so there are never two of it."""

    __tablename__ = "series_occurrences"

    series_id: Mapped[UUID] = mapped_column(ForeignKey("series.id"), primary_key=True)
    original_at: Mapped[datetime] = mapped_column(LOCAL, primary_key=True)
    state: Mapped[OccurrenceState]
    # local, where the client wanted another time for this one
    moved_to: Mapped[datetime | None] = mapped_column(LOCAL)
    order_id: Mapped[UUID | None] = mapped_column(ForeignKey("orders.id"), unique=True)
    reason: Mapped[str | None]
