"""Who may see where somebody is: himself, and the owner of the dog between start and finish."""

from uuid import UUID

from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.track import TrackState
from app.models.whereabouts import PositionNotFound, PositionNotShared
from app.queries.consents import list_refusing
from app.queries.tracks import find_track_between
from app.queries.whereabouts import find_whereabouts
from app.services.last_points import LastPoint, recall
from lapa_kit import clock


async def get_own_position(session: AsyncSession, redis: Redis, user_id: UUID) -> LastPoint:
    return await _get_last_point(session, redis, user_id)


async def get_position(
    session: AsyncSession, redis: Redis, user_id: UUID, *, asked_by: UUID, may_see_any: bool
) -> tuple[LastPoint, UUID | None]:
    """The last point of somebody, and the walk that lets the caller see it.

    A client sees his walker while the walk is under way, from its own time on. Raises PositionNotShared
    before the start and after the finish; for a stranger there is nothing.
    """
    if may_see_any or user_id == asked_by:
        return await _get_last_point(session, redis, user_id), None
    track = await find_track_between(session, asked_by, user_id)
    if track is None:
        raise PositionNotFound
    if track.state is not TrackState.LIVE or track.started_at is None:
        raise PositionNotShared
    point = await _get_last_point(session, redis, user_id)
    if point.at < track.started_at:
        raise PositionNotFound
    return point, track.id


async def _get_last_point(session: AsyncSession, redis: Redis, user_id: UUID) -> LastPoint:
    # Redis forgets by itself, but only in minutes
    if await list_refusing(session, [user_id]):
        raise PositionNotFound
    point = await recall(redis, user_id)
    if point is None:
        row = await find_whereabouts(session, user_id)
        point = LastPoint.of(row) if row else None
    if point is None or point.at < clock.now() - settings.last_point_life:
        raise PositionNotFound
    return point
