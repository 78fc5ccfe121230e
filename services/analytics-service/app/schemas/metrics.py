"""Metrics, their series and the funnel over HTTP."""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, FiniteFloat, StrictBool, StrictInt, StrictStr, model_validator

from app.models.event import EventKind
from app.models.figure import FunnelStep, Granularity, Range, Series
from app.models.metric import ELAPSED, Aggregation, Metric, Unit
from app.schemas.values import EventName, Key, PropertyPath, Schema, Utc

Text = Annotated[StrictStr, Field(max_length=200)]
Whole = Annotated[StrictInt, Field(ge=-(10**15), le=10**15)]
Value = StrictBool | Whole | FiniteFloat | Text
Numeric = int | float


class Condition(Schema):
    """Only events whose property is so; `exists` takes no value, `in` takes a list."""

    property: PropertyPath
    op: Literal["eq", "ne", "gt", "gte", "lt", "lte", "in", "exists"]
    value: Value | Annotated[list[Value], Field(min_length=1, max_length=100)] | None = None

    @model_validator(mode="after")
    def _value_fits(self) -> Self:
        is_number = isinstance(self.value, int | float) and not isinstance(self.value, bool)
        fits = {
            "exists": self.value is None,
            "in": isinstance(self.value, list),
            "eq": self.value is not None and not isinstance(self.value, list),
            "ne": self.value is not None and not isinstance(self.value, list),
        }.get(self.op, is_number)
        if not fits:
            raise ValueError(f"{self.op} cannot be held against this value")
        return self


class MetricFacts(Schema):
    """`since`: the value is `elapsed_s`, the seconds since the latest such event of the same order.
    `followed_by`: only events that such an event of the same order follows."""

    title: str = Field(min_length=1, max_length=100)
    definition: str = Field(default="", max_length=1000)
    event: EventName
    kind: EventKind = EventKind.BUSINESS
    aggregation: Aggregation
    property: PropertyPath | None = None
    percentile: int | None = Field(default=None, ge=1, le=99)
    since: EventName | None = None
    followed_by: EventName | None = None
    filters: list[Condition] = Field(default=[], max_length=20)
    unit: Unit = Unit.COUNT

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.aggregation is Aggregation.COUNT) != (self.property is None):
            raise ValueError("property is needed by every aggregation but count, which takes none")
        if (self.aggregation is Aggregation.PERCENTILE) != (self.percentile is not None):
            raise ValueError("percentile is needed by the aggregation percentile and by no other")
        if (self.property == ELAPSED) != (self.since is not None):
            raise ValueError(f"since goes with the property {ELAPSED}")
        return self

    def facts(self) -> dict[str, Any]:
        return self.model_dump(exclude={"key"})


class MetricCreate(MetricFacts):
    key: Key


class MetricRead(MetricFacts):
    key: str
    formula: str
    is_built_in: bool
    version: int

    @classmethod
    def of(cls, metric: Metric) -> Self:
        names = [name for name in cls.model_fields if name != "formula"]
        facts = {name: getattr(metric, name) for name in names}
        return cls(**facts, formula=metric.in_words())


class PointRead(Schema):
    start: Utc
    value: Numeric | None


class LineRead(Schema):
    """`total` is the aggregate over the whole range: of an average not the sum of the points."""

    group: str | None
    total: Numeric | None
    points: list[PointRead]


class SeriesRead(Schema):
    metric: str
    formula: str
    unit: Unit
    currency: str | None
    start: Utc = Field(serialization_alias="from")
    end: Utc = Field(serialization_alias="to")
    granularity: Granularity
    timezone: str
    group_by: str | None
    series: list[LineRead]

    @classmethod
    def of(
        cls, series: Series, span: Range, granularity: Granularity, zone: str, group_by: str | None
    ) -> Self:
        return cls(
            metric=series.metric.key,
            formula=series.metric.in_words(),
            unit=series.metric.unit,
            currency=series.currency,
            start=span.start,
            end=span.end,
            granularity=granularity,
            timezone=zone,
            group_by=group_by,
            series=[LineRead.model_validate(line) for line in series.lines],
        )


class FunnelStepRead(Schema):
    """Shares of the first step and of the one before; null while there is none to divide by."""

    event: str
    orders: int
    of_first: float | None
    of_previous: float | None


class FunnelRead(Schema):
    definition: str = (
        "Of the orders placed in the range, those that have come to a step through all before it"
    )
    start: Utc = Field(serialization_alias="from")
    end: Utc = Field(serialization_alias="to")
    steps: list[FunnelStepRead]

    @classmethod
    def of(cls, steps: list[FunnelStep], span: Range) -> Self:
        read = [FunnelStepRead.model_validate(step) for step in steps]
        return cls(start=span.start, end=span.end, steps=read)
