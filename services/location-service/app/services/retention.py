"""What this service forgets, and the days it makes ready ahead."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries.partitions import drop_partition, list_partitions, make_partition
from app.queries.points import delete_loose_points, delete_old_rejections
from app.queries.whereabouts import forget_last_points
from lapa_kit import clock

DAYS_AHEAD = 2


async def turn_days(session: AsyncSession) -> None:
    """Make the coming days' partitions, drop those that are past keeping; a track keeps its line."""
    now = clock.now()
    oldest = (now - settings.trackpoints_kept).date()
    for day in await list_partitions(session):
        if day < oldest:
            await drop_partition(session, day)
    for ahead in range(DAYS_AHEAD + 1):
        await make_partition(session, (now + timedelta(days=ahead)).date())
    await delete_old_rejections(session, before=now - settings.trackpoints_kept)


async def forget_strays(session: AsyncSession) -> None:
    """Last points past their life, and points that no walk has claimed."""
    now = clock.now()
    await forget_last_points(session, before=now - settings.last_point_life)
    await delete_loose_points(session, before=now - settings.unbound_life)
