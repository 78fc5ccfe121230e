"""A walk's track: planned with the assignment, live between start and finish, then measured."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import Conflict, NotFound


class TrackNotFound(NotFound):
    title = "There is no such track"


class TrackNotStarted(Conflict):
    title = "The walk has not begun"


class TrackState(StrEnum):
    PLANNED = "planned"
    LIVE = "live"
    CLOSING = "closing"
    FINAL = "final"
    CANCELLED = "cancelled"


class Track(Record):
    """The id is the order's. `version` is that of the last event of the order that was taken in.

    `revision` counts the measurements; `measured_seq` tells up to which point the last one went.
    """

    __tablename__ = "tracks"
    __table_args__ = (
        CheckConstraint("finished_at IS NULL OR started_at IS NOT NULL", name="finished_started"),
        CheckConstraint("finished_at >= started_at", name="ends_after_start"),
        CheckConstraint("low_m <= distance_m AND distance_m <= high_m", name="interval"),
        Index("ix_tracks_walker_id_started_at", "walker_id", "started_at"),
        Index("ix_tracks_client_id_id", "client_id", "id"),
        Index("ix_tracks_started_at", "started_at"),
    )

    client_id: Mapped[UUID]
    walker_id: Mapped[UUID | None]
    state: Mapped[TrackState]
    version: Mapped[int]
    planned_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    last_seq: Mapped[int] = mapped_column(BigInteger, default=0)

    revision: Mapped[int] = mapped_column(default=0)
    measured_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    distance_m: Mapped[int | None]
    low_m: Mapped[int | None]
    high_m: Mapped[int | None]
    moving_s: Mapped[int | None]
    duration_s: Mapped[int | None]
    in_vehicle_s: Mapped[int | None]
    coverage: Mapped[float | None]
    jumps: Mapped[int | None]
    gaps: Mapped[list[Any] | None]
    # the smoothed line: [seconds since the start, lat, lon] a place
    line: Mapped[list[Any] | None]
    polyline: Mapped[str | None]
    raw_sha256: Mapped[str | None]

    def plan(self, walker_id: UUID) -> None:
        if self.started_at is None:
            self.walker_id, self.state = walker_id, TrackState.PLANNED

    def unassign(self) -> None:
        """The walker is gone before the start: whatever he sends now is no business of this walk."""
        if self.started_at is None:
            self.walker_id, self.state = None, TrackState.CANCELLED

    def start(self, walker_id: UUID, started_at: datetime) -> None:
        self.walker_id, self.started_at, self.state = walker_id, started_at, TrackState.LIVE

    def finish(self, walker_id: UUID, started_at: datetime, finished_at: datetime) -> None:
        """From this moment nobody is shown; the measurement waits for the phone's last points."""
        self.walker_id, self.started_at = walker_id, started_at
        self.finished_at = max(started_at, finished_at)
        self.state = TrackState.CLOSING

    def cancel(self, at: datetime) -> None:
        """The order ended otherwise; what was recorded until then stays as evidence."""
        if self.finished_at is None and self.started_at is not None:
            self.finished_at = max(self.started_at, at)
        self.state = TrackState.CANCELLED

    @property
    def is_live(self) -> bool:
        return self.state is TrackState.LIVE

    @property
    def is_over(self) -> bool:
        return self.finished_at is not None
