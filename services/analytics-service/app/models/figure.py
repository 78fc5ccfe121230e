"""Figures over time: what is asked for, and the buckets of a time zone."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.models.kpi import Number
from app.models.metric import Metric
from lapa_kit.problems import InvalidRequest

MAX_BUCKETS = 1000
MAX_GROUPS = 100


class RangeTooLong(InvalidRequest):
    title = (
        f"That is more than {MAX_BUCKETS} buckets: take a shorter range or a coarser granularity"
    )


class TooManyGroups(InvalidRequest):
    title = f"That property has more than {MAX_GROUPS} values in this range"


class Granularity(StrEnum):
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    @property
    def about(self) -> timedelta:
        return {
            Granularity.HOUR: timedelta(hours=1),
            Granularity.DAY: timedelta(days=1),
            Granularity.WEEK: timedelta(days=7),
            Granularity.MONTH: timedelta(days=30),
        }[self]

    def start_of(self, bucket: datetime, zone: str) -> datetime:
        """The first instant of a bucket as `queries.figures` names it: hours in UTC, else local midnight."""
        if self is Granularity.HOUR:
            return _after_a_turn_of_clocks(bucket.replace(tzinfo=UTC), ZoneInfo(zone))
        return bucket.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _after_a_turn_of_clocks(hour: datetime, zone: ZoneInfo) -> datetime:
    """The hour itself; where clocks were put back by half of one, the second half of it comes twice."""
    local = hour.astimezone(zone)
    if local.minute == 0:
        return hour
    minutes = (hour + timedelta(minutes=minute) for minute in range(60))
    turned = (one for one in minutes if one.astimezone(zone).utcoffset() != local.utcoffset())
    return next(turned, hour)


@dataclass(frozen=True, slots=True)
class Range:
    """From `start` inclusive to `end` exclusive."""

    start: datetime
    end: datetime

    def check_buckets(self, granularity: Granularity) -> None:
        if (self.end - self.start) / granularity.about > MAX_BUCKETS:
            raise RangeTooLong


@dataclass(frozen=True, slots=True)
class Point:
    start: datetime
    value: Number | None


@dataclass(frozen=True, slots=True)
class Line:
    """The points of one group; `total` is the aggregate over the whole range, not the points' sum."""

    group: str | None
    total: Number | None
    points: list[Point]


@dataclass(frozen=True, slots=True)
class Series:
    metric: Metric
    currency: str | None
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """How many of the orders placed in the range have come this far, through all steps before."""

    event: str
    orders: int
    of_first: float | None
    of_previous: float | None


FUNNEL = ("order.placed", "order.assigned", "order.started", "order.completed", "order.settled")
