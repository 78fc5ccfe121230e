"""Numbers in SQL: what is asked for comes as bound values, never as names of columns."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Double,
    Numeric,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    select,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased
from sqlalchemy.sql.selectable import Subquery

from app.models.event import PLATFORM, Event
from app.models.figure import FUNNEL, Granularity, Range
from app.models.kpi import Number
from app.models.metric import ELAPSED, Aggregation, Metric

# no honest figure is beyond; what a number could overflow is not counted as one
LARGEST = 10**15
COLUMNS: dict[str, InstrumentedAttribute[Any]] = {
    "order_id": Event.order_id,
    "user_id": Event.user_id,
    "key": Event.key,
}
# short enough that every bucket of the zone is stepped on, whatever its clocks do that day
STEPS = {
    Granularity.HOUR: timedelta(minutes=15),
    Granularity.DAY: timedelta(hours=6),
    Granularity.WEEK: timedelta(days=1),
    Granularity.MONTH: timedelta(days=1),
}


async def list_buckets(
    session: AsyncSession, span: Range, granularity: Granularity, zone: str
) -> list[datetime]:
    """Every bucket that the range touches, also those without events."""
    last = span.end - timedelta(microseconds=1)
    steps = select(
        func.generate_series(span.start, last, STEPS[granularity]).label("at")
    ).union_all(select(literal(last)))
    moments = steps.subquery()
    bucket = _bucket(moments.c.at, granularity, zone).label("bucket")
    return list(await session.scalars(select(bucket).distinct().order_by(bucket)))


async def list_figures(
    session: AsyncSession,
    metric: Metric,
    span: Range,
    *,
    granularity: Granularity,
    zone: str,
    group_by: str | None,
    currency: str | None,
    limit: int,
) -> list[tuple[str | None, datetime | None, Number | None]]:
    """(group, bucket, value); the value of a group's whole range has the bucket None."""
    group = _text(group_by) if group_by else literal(None, String)
    facts = _facts(metric, span, currency, bucket=_bucket(Event.at, granularity, zone), group=group)
    by = (facts.c.group, facts.c.bucket)
    rows = await session.execute(
        select(*by, _aggregate(metric, facts))
        .group_by(func.grouping_sets(tuple_(*by), tuple_(facts.c.group)))
        .order_by(facts.c.group.asc().nulls_first(), facts.c.bucket)
        .limit(limit)
    )
    return [(group, bucket, _number(value)) for group, bucket, value in rows]


async def get_value_and_previous(
    session: AsyncSession, metric: Metric, *, now: datetime, window: timedelta, currency: str | None
) -> tuple[Number | None, Number | None]:
    """The metric over the window up to now, and over the one before."""
    span = Range(now - 2 * window, now)
    is_now = Event.at >= now - window
    facts = _facts(metric, span, currency, bucket=is_now, group=literal(None, String))
    rows = await session.execute(
        select(facts.c.bucket, _aggregate(metric, facts)).group_by(facts.c.bucket)
    )
    values = {bucket: _number(value) for bucket, value in rows}
    nothing = 0 if metric.aggregation.is_zero_of_nothing else None
    return values.get(True, nothing), values.get(False, nothing)


async def count_funnel(session: AsyncSession, span: Range) -> list[int]:
    """Of the orders placed in the range, how many have come to each step through all before it."""
    placed = select(Event.order_id).where(
        Event.name == FUNNEL[0],
        Event.writer == PLATFORM,
        Event.at >= span.start,
        Event.at < span.end,
    )
    reached = (
        select(*(func.bool_or(Event.name == name).label(name) for name in FUNNEL))
        .where(Event.order_id.in_(placed), Event.writer == PLATFORM, Event.name.in_(FUNNEL))
        .group_by(Event.order_id)
        .subquery()
    )
    steps = [reached.c[name] for name in FUNNEL]
    counts = [func.count().filter(and_(*steps[: index + 1])) for index in range(len(steps))]
    return list((await session.execute(select(*counts))).one())


def _facts(
    metric: Metric,
    span: Range,
    currency: str | None,
    *,
    bucket: ColumnElement[Any],
    group: ColumnElement[Any],
) -> Subquery:
    """A row for each event that counts, in a subquery: only so can bound values be grouped by."""
    statement = select(
        bucket.label("bucket"), group.label("group"), _value(metric).label("value")
    ).where(
        Event.name == metric.event,
        Event.kind == metric.kind,
        Event.at >= span.start,
        Event.at < span.end,
        *(_condition(one) for one in metric.filters),
    )
    if currency:
        statement = statement.where(_text("currency") == currency)
    if metric.followed_by:
        later = aliased(Event)
        statement = statement.where(
            exists().where(
                later.order_id == Event.order_id,
                later.name == metric.followed_by,
                later.kind == metric.kind,
                later.at >= Event.at,
            )
        )
    return statement.subquery()


def _value(metric: Metric) -> ColumnElement[Any]:
    if metric.property is None:
        return literal(None, Numeric)
    if metric.aggregation is Aggregation.UNIQUE:
        return _text(metric.property)
    if metric.property == ELAPSED:
        return _elapsed(metric)
    return _numeric(metric.property)


def _elapsed(metric: Metric) -> ColumnElement[Any]:
    before = aliased(Event)
    began = (
        select(func.max(before.at))
        .where(
            before.order_id == Event.order_id,
            before.name == metric.since,
            before.kind == metric.kind,
            before.at <= Event.at,
        )
        .scalar_subquery()
    )
    return func.extract("epoch", Event.at - began)


def _aggregate(metric: Metric, facts: Subquery) -> ColumnElement[Any]:
    value = facts.c.value
    match metric.aggregation:
        case Aggregation.COUNT:
            return func.count()
        case Aggregation.UNIQUE:
            return func.count(value.distinct())
        case Aggregation.SUM:
            return func.coalesce(func.sum(value), 0)
        case Aggregation.PERCENTILE:
            share = (metric.percentile or 0) / 100
            return func.percentile_cont(share).within_group(cast(value, Double))
        case Aggregation.AVG:
            return func.avg(value)
        case Aggregation.MIN:
            return func.min(value)
        case Aggregation.MAX:
            return func.max(value)


def _bucket(
    at: ColumnElement[Any] | InstrumentedAttribute[Any], granularity: Granularity, zone: str
) -> ColumnElement[Any]:
    """Its name: local midnight of the bucket's first day; hours in UTC, as one may come twice a day."""
    if granularity is Granularity.HOUR:
        return func.timezone("UTC", func.date_trunc("hour", at, zone))
    return func.date_trunc(granularity.value, func.timezone(zone, at))


def _text(path: str) -> ColumnElement[Any]:
    """A column of the event, or a value inside its properties (`settlement.capture`), as text."""
    if path in COLUMNS:
        return cast(COLUMNS[path], String)
    return Event.properties[tuple(path.split("."))].astext


def _numeric(path: str) -> ColumnElement[Any]:
    """NULL for whatever is no number."""
    value = Event.properties[tuple(path.split("."))]
    number = cast(value.astext, Numeric)
    sound = case((func.abs(number) < LARGEST, number))
    return case((func.jsonb_typeof(value) == "number", sound))


def _condition(one: dict[str, Any]) -> ColumnElement[bool]:
    path: str = one["property"]
    value: Any = one.get("value")
    match one["op"]:
        case "eq":
            return _text(path) == _as_text(value)
        case "ne":
            return _text(path).is_distinct_from(_as_text(value))
        case "in":
            return _text(path).in_([_as_text(item) for item in value])
        case "gte":
            return _numeric(path) >= value
        case "gt":
            return _numeric(path) > value
        case "lte":
            return _numeric(path) <= value
        case "lt":
            return _numeric(path) < value
        case _:
            return _text(path).is_not(None)


def _as_text(value: Any) -> str:
    """As PostgreSQL writes it: true, not True."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _number(value: Any) -> Number | None:
    """Whole numbers stay whole: money is an integer."""
    if value is None or isinstance(value, int):
        return value
    whole = int(value)
    return whole if whole == Decimal(value) else float(value)
