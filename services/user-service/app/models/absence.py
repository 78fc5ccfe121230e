"""When a walker cannot walk, whatever his hours say: time off that he takes, and what his own calendar says."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_contracts.user import AvailabilityException
from lapa_kit.problems import Conflict, InvalidRequest, NotFound

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
Span = tuple[datetime, datetime]
"""[from, until)"""


class TimeOffNotFound(NotFound):
    title = "No such time off"


class TooMuchTimeOff(Conflict):
    title = "So many times off are enough"


class TimeOffOver(InvalidRequest):
    title = "That time is over"


class CalendarNotFound(NotFound):
    title = "No calendar is imported"


class TimeOff(Record):
    __tablename__ = "times_off"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        Index("ix_times_off_walker_id_ends_at", "walker_id", "ends_at"),
    )

    walker_id: Mapped[UUID] = mapped_column(ForeignKey("walkers.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    # for the walker himself
    note: Mapped[str | None]


class FeedState(StrEnum):
    # not read yet
    PENDING = "pending"
    FRESH = "fresh"
    # it could not be read: what was last known holds on
    FAILING = "failing"


class CalendarFeed(Record):
    """A calendar elsewhere whose events are times at which its owner does not walk; one a walker, the id is his.

    Moments are of the platform's clock. A feed that fails frees nothing: `busy` stays until it was read again.
    """

    __tablename__ = "calendar_feeds"

    id: Mapped[UUID] = mapped_column(ForeignKey("walkers.id"), primary_key=True)
    # whoever has such an address can read the calendar
    url_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    host: Mapped[str]
    etag: Mapped[str | None]
    # of the body that `busy` was read from, and when it was taken apart
    digest: Mapped[bytes | None] = mapped_column(LargeBinary)
    expanded_at: Mapped[datetime | None]
    busy: Mapped[list[Any]] = mapped_column(default=list)
    tried_at: Mapped[datetime | None] = mapped_column(index=True)
    read_at: Mapped[datetime | None]
    error: Mapped[str | None]

    @property
    def state(self) -> FeedState:
        if self.error:
            return FeedState.FAILING
        return FeedState.FRESH if self.read_at else FeedState.PENDING


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans that meet are one; in their order."""
    whole: list[Span] = []
    for starts_at, ends_at in sorted(spans):
        if whole and starts_at <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(ends_at, whole[-1][1]))
        else:
            whole.append((starts_at, ends_at))
    return whole


def read_spans(kept: Sequence[Sequence[str]]) -> list[Span]:
    return [(datetime.fromisoformat(begins), datetime.fromisoformat(ends)) for begins, ends in kept]


def write_spans(spans: Iterable[Span]) -> list[list[str]]:
    return [[begins.isoformat(), ends.isoformat()] for begins, ends in spans]


def as_exceptions(spans: Sequence[Span], timezone: str) -> list[AvailabilityException]:
    """The same as plans for single dates in that zone: to the whole minute outwards, never shorter than the spans."""
    zone = ZoneInfo(timezone)
    return [
        AvailabilityException(
            date=begins.date(), available=False, start=begins.time(), end=ends.time()
        )
        for starts_at, ends_at in spans
        for begins, ends in _by_day(*_local(starts_at, ends_at, zone))
    ]


def _local(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> Span:
    """Wall clock times without a zone; where clocks go back, the whole hour that comes twice is taken."""
    begins, ends = (moment.astimezone(zone).replace(tzinfo=None) for moment in (starts_at, ends_at))
    begins = begins.replace(second=0, microsecond=0, fold=0)
    if ends.second or ends.microsecond:
        ends = ends.replace(second=0, microsecond=0) + MINUTE
    lost = (ends_at - starts_at) - (ends - begins)
    if lost > timedelta():
        begins, ends = begins - lost, ends + lost
    return begins, ends.replace(fold=0)


def _by_day(begins: datetime, ends: datetime) -> Iterable[Span]:
    """Cut at each midnight; an end of 00:00 is midnight at the end of the day."""
    while begins < ends:
        midnight = datetime.combine(begins.date(), time.min) + DAY
        yield begins, min(ends, midnight)
        begins = midnight
