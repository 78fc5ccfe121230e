"""The search index: what this service knows of each walker, fed by `walker.changed` and his positions."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from geoalchemy2 import Geography
from sqlalchemy import Index, String, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.problems import Conflict

BOOKABLE = text("verification = 'approved' AND NOT is_suspended")


class WalkerNotAvailable(Conflict):
    title = "This walker cannot take that walk"


class Walker(Base):
    __tablename__ = "walkers"
    __table_args__ = (
        Index("ix_walkers_home", "home", postgresql_using="gist", postgresql_where=BOOKABLE),
        Index("ix_walkers_live", "live", postgresql_using="gist", postgresql_where=BOOKABLE),
    )

    walker_id: Mapped[UUID] = mapped_column(primary_key=True)
    verification: Mapped[str] = mapped_column(default="none")
    verified_until: Mapped[datetime | None]
    checked_until: Mapped[datetime | None]
    is_suspended: Mapped[bool] = mapped_column(default=False)
    online: Mapped[bool] = mapped_column(default=False)
    home: Mapped[Any | None] = mapped_column(Geography("POINT", 4326, spatial_index=False))
    service_radius_m: Mapped[int] = mapped_column(default=0)
    area: Mapped[Any | None] = mapped_column(Geography("MULTIPOLYGON", 4326, spatial_index=False))
    accepted_sizes: Mapped[list[str]] = mapped_column(ARRAY(String), default=list)
    accepted_species: Mapped[list[str]] = mapped_column(ARRAY(String), default=list)
    takes_puppies: Mapped[bool] = mapped_column(default=True)
    takes_reactive: Mapped[bool] = mapped_column(default=True)
    max_dogs: Mapped[int] = mapped_column(default=1)
    rate_bp: Mapped[int] = mapped_column(default=10_000)
    availability: Mapped[dict[str, Any] | None]
    min_notice_minutes: Mapped[int] = mapped_column(default=0)
    live: Mapped[Any | None] = mapped_column(Geography("POINT", 4326, spatial_index=False))
    live_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=0)

    rating_sum: Mapped[int] = mapped_column(default=0)
    rating_count: Mapped[int] = mapped_column(default=0)
    completed_walks: Mapped[int] = mapped_column(default=0)
    late_cancellations: Mapped[int] = mapped_column(default=0)
    reputation_version: Mapped[int] = mapped_column(default=0)

    @property
    def rating_avg_x100(self) -> int | None:
        return round(self.rating_sum * 100 / self.rating_count) if self.rating_count else None

    @property
    def reliability(self) -> int | None:
        """Basis points of his walks that he did not let down; None while there was none."""
        accepted = self.completed_walks + self.late_cancellations
        return self.completed_walks * 10_000 // accepted if accepted else None


def is_available(availability: dict[str, Any] | None, start: datetime, end: datetime) -> bool:
    """Whether a walker's weekly hours and exceptions, in his own zone, cover the whole walk."""
    if not availability:
        return False
    try:
        zone = ZoneInfo(availability["timezone"])
    except (ZoneInfoNotFoundError, ValueError):
        return False
    local_start, local_end = start.astimezone(zone), end.astimezone(zone)
    if local_start.date() != local_end.date():
        return False  # hours are given by day: a walk over midnight fits none
    hours = _hours_of(availability, local_start.date())
    return any(
        begin <= local_start.time() and local_end.time() <= finish for begin, finish in hours
    )


def _hours_of(availability: dict[str, Any], day: date) -> list[tuple[time, time]]:
    exceptions = [e for e in availability["exceptions"] if e["date"] == day.isoformat()]
    if exceptions:
        return [_hours(rule) for rule in exceptions if rule["available"]]
    return [_hours(rule) for rule in availability["weekly"] if rule["weekday"] == day.weekday()]


def _hours(rule: dict[str, Any]) -> tuple[time, time]:
    """All day when the hours are absent; an end of 00:00 is midnight at the end of the day."""
    begins = time.fromisoformat(rule["start"]) if rule.get("start") else time.min
    ends = time.fromisoformat(rule["end"]) if rule.get("end") else time.min
    return begins, time.max if ends == time.min else ends
