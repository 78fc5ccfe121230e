"""A KPI: a number somebody steers by, with its target."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from app.models.metric import Metric, Unit
from lapa_contracts.analytics import KpiStatus
from lapa_kit.problems import Conflict, NotFound

Number = int | float


class KpiNotFound(NotFound):
    title = "No such KPI"


class KpiKeyTaken(Conflict):
    title = "A KPI of that key exists already"


class Direction(StrEnum):
    """Whether more is better, or less."""

    HIGHER = "higher"
    LOWER = "lower"


class Trend(StrEnum):
    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class Kpi(Record):
    """The metric over the last `window_days`, divided by the metric `per` when there is one."""

    __tablename__ = "kpis"
    __table_args__ = (
        CheckConstraint("window_days BETWEEN 1 AND 366", name="window_is_days"),
        CheckConstraint(
            "at_risk IS NULL OR target IS NOT NULL"
            " AND CASE direction WHEN 'higher' THEN at_risk <= target ELSE at_risk >= target END",
            name="risk_comes_after_target",
        ),
    )

    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    definition: Mapped[str]
    metric: Mapped[str] = mapped_column(ForeignKey("metrics.key"), index=True)
    per: Mapped[str | None] = mapped_column(ForeignKey("metrics.key"), index=True)
    window_days: Mapped[int]
    direction: Mapped[Direction]
    target: Mapped[float | None]
    at_risk: Mapped[float | None]
    is_built_in: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    @property
    def window(self) -> timedelta:
        return timedelta(days=self.window_days)

    def status_of(self, value: Number | None) -> KpiStatus | None:
        """None when there is no number or nothing to hold it against."""
        if value is None or self.target is None:
            return None
        if self._reaches(value, self.target):
            return KpiStatus.ON_TRACK
        if self.at_risk is not None and self._reaches(value, self.at_risk):
            return KpiStatus.AT_RISK
        return KpiStatus.OFF_TRACK

    def _reaches(self, value: Number, bound: float) -> bool:
        return value >= bound if self.direction is Direction.HIGHER else value <= bound


@dataclass(frozen=True, slots=True)
class Reading:
    """A KPI, what it is made of, and its number now and a window earlier."""

    kpi: Kpi
    metric: Metric
    per: Metric | None
    value: Number | None
    previous: Number | None
    currency: str | None

    @property
    def status(self) -> KpiStatus | None:
        return self.kpi.status_of(self.value)

    @property
    def trend(self) -> Trend | None:
        if self.value is None or self.previous is None:
            return None
        if self.value == self.previous:
            return Trend.FLAT
        return Trend.UP if self.value > self.previous else Trend.DOWN

    @property
    def unit(self) -> str:
        return "ratio" if self.per else self.metric.unit.value

    @property
    def formula(self) -> str:
        made_of = self.metric.in_words()
        if self.per:
            made_of = f"({made_of}) ÷ ({self.per.in_words()})"
        return f"{made_of}, over the last {self.kpi.window_days} days"


def ratio(value: Number | None, per: Number | None) -> Number | None:
    return value / per if value is not None and per else None


def is_money(metric: Metric, per: Metric | None) -> bool:
    return Unit.MINOR in (metric.unit, per.unit if per else None)
