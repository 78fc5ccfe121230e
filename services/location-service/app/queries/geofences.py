"""Geofences, on which side of them walks are, and alerts, in SQL."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.alert import Alert, AlertNotFound
from app.models.geofence import FenceState, Geofence, GeofenceNotFound
from lapa_kit.pagination import PageQuery, paginate


async def get_geofence(
    session: AsyncSession, geofence_id: UUID, *, owner_id: UUID, lock: bool = False
) -> Geofence:
    statement = select(Geofence).where(Geofence.id == geofence_id, Geofence.owner_id == owner_id)
    if lock:
        statement = statement.with_for_update()
    if geofence := await session.scalar(statement):
        return geofence
    raise GeofenceNotFound


async def list_geofences(
    session: AsyncSession, owner_id: UUID, page: PageQuery
) -> tuple[list[Geofence], str | None]:
    statement = select(Geofence).where(Geofence.owner_id == owner_id)
    return await paginate(session, statement, page, Geofence.id)


async def count_geofences(session: AsyncSession, owner_id: UUID) -> int:
    statement = select(func.count()).where(Geofence.owner_id == owner_id)
    return await session.scalar(statement) or 0


async def list_geofences_of(session: AsyncSession, owner_ids: Collection[UUID]) -> list[Geofence]:
    if not owner_ids:
        return []
    return list(await session.scalars(select(Geofence).where(Geofence.owner_id.in_(owner_ids))))


async def list_fence_states(
    session: AsyncSession, track_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], FenceState]:
    """By track and geofence."""
    rows = await session.scalars(select(FenceState).where(FenceState.track_id.in_(track_ids)))
    return {(row.track_id, row.geofence_id): row for row in rows}


async def list_alerts(
    session: AsyncSession, user_id: UUID | None, page: PageQuery
) -> tuple[list[Alert], str | None]:
    """Newest first; of everybody for None (support)."""
    statement = select(Alert)
    if user_id is not None:
        statement = statement.where(or_(Alert.owner_id == user_id, Alert.walker_id == user_id))
    return await paginate(session, statement, page, Alert.id)


async def lock_alert(session: AsyncSession, alert_id: UUID, *, user_id: UUID) -> Alert:
    statement = select(Alert).where(
        Alert.id == alert_id, or_(Alert.owner_id == user_id, Alert.walker_id == user_id)
    )
    if alert := await session.scalar(statement.with_for_update()):
        return alert
    raise AlertNotFound
