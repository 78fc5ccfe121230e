"""Metrics: definitions that managers write, and the numbers they make."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.figure import (
    FUNNEL,
    MAX_BUCKETS,
    MAX_GROUPS,
    FunnelStep,
    Granularity,
    Line,
    Point,
    Range,
    Series,
    TooManyGroups,
)
from app.models.kpi import Number, ratio
from app.models.metric import BuiltIn, Metric, MetricInUse, Unit
from app.queries import figures as figure_queries
from app.queries import metrics as metric_queries
from lapa_kit.audit import describe
from lapa_kit.etags import check_version

# of one group: every bucket and the total
ROWS_OF_A_GROUP = MAX_BUCKETS + 2


async def create_metric(session: AsyncSession, key: str, facts: dict[str, Any]) -> Metric:
    metric = await metric_queries.add_metric(session, {"key": key, **facts})
    describe(session, action="metric_made", subject_id=metric.id, after=_meaning_of(metric))
    return metric


async def change_metric(
    session: AsyncSession, key: str, facts: dict[str, Any], *, version: int | None
) -> Metric:
    metric = await _lock_own(session, key, version)
    before = _meaning_of(metric)
    for name, value in facts.items():
        setattr(metric, name, value)
    metric.version += 1
    await session.flush()
    after = _meaning_of(metric)
    describe(session, action="metric_changed", subject_id=metric.id, before=before, after=after)
    return metric


async def delete_metric(session: AsyncSession, key: str, *, version: int | None) -> None:
    metric = await _lock_own(session, key, version)
    if await metric_queries.is_used(session, key):
        raise MetricInUse
    describe(session, action="metric_deleted", subject_id=metric.id, before=_meaning_of(metric))
    await session.delete(metric)


def _meaning_of(metric: Metric) -> dict[str, Any]:
    """What its change is remembered by."""
    names = ("key", "event", "aggregation", "property", "percentile", "version")
    return {name: getattr(metric, name) for name in names}


async def _lock_own(session: AsyncSession, key: str, version: int | None) -> Metric:
    metric = await metric_queries.lock_metric(session, key)
    check_version(metric.version, version)
    if metric.is_built_in:
        raise BuiltIn
    return metric


async def draw_series(
    session: AsyncSession,
    key: str,
    span: Range,
    *,
    granularity: Granularity,
    zone: str,
    group_by: str | None,
    currency: str,
) -> Series:
    """The metric by the zone's own hours, days, weeks or months; one line for each group."""
    span.check_buckets(granularity)
    metric = await metric_queries.get_metric(session, key)
    counted_in = currency if metric.unit is Unit.MINOR else None
    buckets = await figure_queries.list_buckets(session, span, granularity, zone)
    rows = await figure_queries.list_figures(
        session,
        metric,
        span,
        granularity=granularity,
        zone=zone,
        group_by=group_by,
        currency=counted_in,
        limit=(MAX_GROUPS + 1) * ROWS_OF_A_GROUP,
    )
    values = {(group, bucket): value for group, bucket, value in rows}
    groups = list(dict.fromkeys(group for group, _, _ in rows))
    if len(groups) > MAX_GROUPS:
        raise TooManyGroups
    nothing: Number | None = 0 if metric.aggregation.is_zero_of_nothing else None
    lines = [
        Line(
            group=group,
            total=values.get((group, None), nothing),
            points=[
                Point(granularity.start_of(bucket, zone), values.get((group, bucket), nothing))
                for bucket in buckets
            ],
        )
        for group in groups or ([] if group_by else [None])
    ]
    return Series(metric, counted_in, lines)


async def count_funnel(session: AsyncSession, span: Range) -> list[FunnelStep]:
    counts = await figure_queries.count_funnel(session, span)
    before = [counts[0], *counts]
    return [
        FunnelStep(name, count, ratio(count, counts[0]), ratio(count, previous))
        for name, count, previous in zip(FUNNEL, counts, before, strict=False)
    ]
