"""A metric: how a number is made of events."""

from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from app.models.event import EventKind
from lapa_kit.problems import Conflict, NotFound


class MetricNotFound(NotFound):
    title = "No such metric"


class MetricKeyTaken(Conflict):
    title = "A metric of that key exists already"


class MetricInUse(Conflict):
    title = "A KPI is made of this metric"


class BuiltIn(Conflict):
    title = "What is built in keeps its definition"


class Aggregation(StrEnum):
    COUNT = "count"
    SUM = "sum"
    AVG = "avg"
    MIN = "min"
    MAX = "max"
    UNIQUE = "unique"
    PERCENTILE = "percentile"

    @property
    def is_zero_of_nothing(self) -> bool:
        """True when no events make a zero, and not no answer."""
        return self in (Aggregation.COUNT, Aggregation.SUM, Aggregation.UNIQUE)


class Unit(StrEnum):
    """`minor` is money of one currency: amounts of two are never added up."""

    COUNT = "count"
    MINOR = "minor"
    SECONDS = "seconds"
    METERS = "meters"


# the value is the time since the latest event `since` of the same order
ELAPSED = "elapsed_s"


class Metric(Record):
    __tablename__ = "metrics"
    __table_args__ = (
        CheckConstraint(
            "aggregation = 'count' OR property IS NOT NULL", name="aggregation_has_its_property"
        ),
        CheckConstraint(
            "(aggregation = 'percentile') = (percentile IS NOT NULL)", name="percentile_is_named"
        ),
        CheckConstraint("percentile BETWEEN 1 AND 99", name="percentile_is_one"),
    )

    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    definition: Mapped[str]
    event: Mapped[str]
    kind: Mapped[EventKind]
    aggregation: Mapped[Aggregation]
    property: Mapped[str | None]
    percentile: Mapped[int | None]
    since: Mapped[str | None]
    followed_by: Mapped[str | None]
    filters: Mapped[list[Any]]
    unit: Mapped[Unit]
    is_built_in: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    def in_words(self) -> str:
        """The formula, as a reader of the number would put it."""
        return "".join(
            [
                self._aggregate_in_words(),
                f" of {self.event}",
                f" since {self.since} of the same order" if self.since else "",
                f" that {self.followed_by} of the same order follows" if self.followed_by else "",
                self._filters_in_words(),
                ", in one currency" if self.unit is Unit.MINOR else "",
            ]
        )

    def _aggregate_in_words(self) -> str:
        match self.aggregation:
            case Aggregation.COUNT:
                return "number of events"
            case Aggregation.UNIQUE:
                return f"number of different {self.property}"
            case Aggregation.PERCENTILE if self.percentile == 50:
                return f"median of {self.property}"
            case Aggregation.PERCENTILE:
                return f"{self.percentile}th percentile of {self.property}"
            case _:
                return f"{self.aggregation.value} of {self.property}"

    def _filters_in_words(self) -> str:
        words = [f"{one['property']} {one['op']} {one.get('value')}" for one in self.filters]
        return f" where {' and '.join(words)}" if words else ""
