"""KPIs: targets that managers set, and how the numbers stand against them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.kpi import Kpi, Number, Reading, is_money, ratio
from app.models.metric import BuiltIn, Metric, Unit
from app.queries import figures as figure_queries
from app.queries import metrics as metric_queries
from lapa_kit import clock
from lapa_kit.audit import describe
from lapa_kit.etags import check_version
from lapa_kit.pagination import PageQuery
from lapa_kit.problems import InvalidRequest


class UnknownMetric(InvalidRequest):
    title = "There is no metric of that key"


async def create_kpi(session: AsyncSession, key: str, facts: dict[str, Any]) -> Kpi:
    await _check_metrics(session, facts)
    kpi = await metric_queries.add_kpi(session, {"key": key, **facts})
    describe(session, action="kpi_made", subject_id=kpi.id, after=_targets_of(kpi))
    return kpi


async def change_kpi(
    session: AsyncSession, key: str, facts: dict[str, Any], *, version: int | None
) -> Kpi:
    """Of a built-in one the targets can be set, what it is made of cannot."""
    kpi = await metric_queries.lock_kpi(session, key)
    check_version(kpi.version, version)
    if kpi.is_built_in and (kpi.metric, kpi.per) != (facts["metric"], facts["per"]):
        raise BuiltIn
    await _check_metrics(session, facts)
    before = _targets_of(kpi)
    for name, value in facts.items():
        setattr(kpi, name, value)
    kpi.version += 1
    await session.flush()
    after = _targets_of(kpi)
    describe(session, action="kpi_changed", subject_id=kpi.id, before=before, after=after)
    return kpi


async def delete_kpi(session: AsyncSession, key: str, *, version: int | None) -> None:
    kpi = await metric_queries.lock_kpi(session, key)
    check_version(kpi.version, version)
    if kpi.is_built_in:
        raise BuiltIn
    describe(session, action="kpi_deleted", subject_id=kpi.id, before=_targets_of(kpi))
    await session.delete(kpi)


def _targets_of(kpi: Kpi) -> dict[str, Any]:
    """What its change is remembered by."""
    names = ("key", "metric", "per", "window_days", "target", "at_risk", "version")
    return {name: getattr(kpi, name) for name in names}


async def _check_metrics(session: AsyncSession, facts: dict[str, Any]) -> None:
    wanted = {key for key in (facts["metric"], facts["per"]) if key}
    known = {metric.key for metric in await metric_queries.list_metrics_of(session, wanted)}
    if wanted - known:
        raise UnknownMetric(f"There is no metric {', '.join(sorted(wanted - known))}.")


async def read_kpis(
    session: AsyncSession, page: PageQuery, *, currency: str
) -> tuple[list[Reading], str | None]:
    kpis, cursor = await metric_queries.list_kpis(session, page)
    return await measure(session, kpis, currency=currency), cursor


async def read_kpi(session: AsyncSession, key: str, *, currency: str) -> Reading:
    kpi = await metric_queries.get_kpi(session, key)
    [reading] = await measure(session, [kpi], currency=currency)
    return reading


async def measure(session: AsyncSession, kpis: Sequence[Kpi], *, currency: str) -> list[Reading]:
    """Each metric and window is asked for once, however many KPIs are made of it."""
    keys = {key for kpi in kpis for key in (kpi.metric, kpi.per) if key}
    metrics = {metric.key: metric for metric in await metric_queries.list_metrics_of(session, keys)}
    now = clock.now()
    values: dict[tuple[str, timedelta], tuple[Number | None, Number | None]] = {}
    for key, window in sorted({(key, kpi.window) for kpi in kpis for key in _made_of(kpi)}):
        metric = metrics[key]
        values[key, window] = await figure_queries.get_value_and_previous(
            session,
            metric,
            now=now,
            window=window,
            currency=currency if metric.unit is Unit.MINOR else None,
        )
    return [_reading(kpi, metrics, values, currency) for kpi in kpis]


def _made_of(kpi: Kpi) -> list[str]:
    return [kpi.metric, kpi.per] if kpi.per else [kpi.metric]


def _reading(
    kpi: Kpi,
    metrics: dict[str, Metric],
    values: dict[tuple[str, timedelta], tuple[Number | None, Number | None]],
    currency: str,
) -> Reading:
    metric, per = metrics[kpi.metric], metrics[kpi.per] if kpi.per else None
    value, previous = values[kpi.metric, kpi.window]
    if per:
        of, of_previous = values[per.key, kpi.window]
        value, previous = ratio(value, of), ratio(previous, of_previous)
    counted_in = currency if is_money(metric, per) else None
    return Reading(kpi, metric, per, value, previous, counted_in)
