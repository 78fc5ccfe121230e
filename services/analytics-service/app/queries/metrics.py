"""Metrics and KPIs in SQL."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import exists, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.kpi import Kpi, KpiKeyTaken, KpiNotFound
from app.models.metric import Metric, MetricKeyTaken, MetricNotFound
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.pagination import PageQuery, paginate


async def add_metric(session: AsyncSession, facts: dict[str, Any]) -> Metric:
    statement = insert(Metric).values(**_new(), **facts).on_conflict_do_nothing()
    if metric := await session.scalar(statement.returning(Metric)):
        return metric
    raise MetricKeyTaken


async def get_metric(session: AsyncSession, key: str) -> Metric:
    if metric := await session.scalar(select(Metric).where(Metric.key == key)):
        return metric
    raise MetricNotFound


async def lock_metric(session: AsyncSession, key: str) -> Metric:
    statement = select(Metric).where(Metric.key == key).with_for_update()
    if metric := await session.scalar(statement):
        return metric
    raise MetricNotFound


async def list_metrics(session: AsyncSession, page: PageQuery) -> tuple[list[Metric], str | None]:
    return await paginate(session, select(Metric), page, Metric.key, descending=False)


async def list_metrics_of(session: AsyncSession, keys: Iterable[str]) -> list[Metric]:
    """Those of these that exist; they cannot be deleted before the transaction ends."""
    statement = select(Metric).where(Metric.key.in_(list(keys)))
    return list(await session.scalars(statement.with_for_update(read=True, key_share=True)))


async def is_used(session: AsyncSession, key: str) -> bool:
    statement = select(exists().where(or_(Kpi.metric == key, Kpi.per == key)))
    return bool(await session.scalar(statement))


async def add_kpi(session: AsyncSession, facts: dict[str, Any]) -> Kpi:
    statement = insert(Kpi).values(**_new(), **facts).on_conflict_do_nothing()
    if kpi := await session.scalar(statement.returning(Kpi)):
        return kpi
    raise KpiKeyTaken


async def get_kpi(session: AsyncSession, key: str) -> Kpi:
    if kpi := await session.scalar(select(Kpi).where(Kpi.key == key)):
        return kpi
    raise KpiNotFound


async def lock_kpi(session: AsyncSession, key: str) -> Kpi:
    if kpi := await session.scalar(select(Kpi).where(Kpi.key == key).with_for_update()):
        return kpi
    raise KpiNotFound


async def list_kpis(session: AsyncSession, page: PageQuery) -> tuple[list[Kpi], str | None]:
    return await paginate(session, select(Kpi), page, Kpi.key, descending=False)


def _new() -> dict[str, Any]:
    now = clock.now()
    return {
        "id": new_id(),
        "created_at": now,
        "updated_at": now,
        "is_built_in": False,
        "version": 1,
    }
