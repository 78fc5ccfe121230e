"""Times off and imported calendars in SQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.absence import CalendarFeed, CalendarNotFound, TimeOff, TimeOffNotFound


async def list_times_off(
    session: AsyncSession, walker_id: UUID, *, ending_after: datetime
) -> list[TimeOff]:
    statement = select(TimeOff).where(
        TimeOff.walker_id == walker_id, TimeOff.ends_at > ending_after
    )
    return list(await session.scalars(statement.order_by(TimeOff.starts_at, TimeOff.id)))


async def lock_time_off(session: AsyncSession, time_off_id: UUID, *, walker_id: UUID) -> TimeOff:
    statement = select(TimeOff).where(TimeOff.id == time_off_id, TimeOff.walker_id == walker_id)
    if found := await session.scalar(statement.with_for_update()):
        return found
    raise TimeOffNotFound


async def find_feed(session: AsyncSession, walker_id: UUID) -> CalendarFeed | None:
    return await session.get(CalendarFeed, walker_id, populate_existing=True)


async def get_feed(session: AsyncSession, walker_id: UUID) -> CalendarFeed:
    if feed := await find_feed(session, walker_id):
        return feed
    raise CalendarNotFound


async def list_feeds_due(session: AsyncSession, before: datetime) -> list[UUID]:
    """Those that were last tried before that moment."""
    is_due = or_(CalendarFeed.tried_at.is_(None), CalendarFeed.tried_at < before)
    return list(await session.scalars(select(CalendarFeed.id).where(is_due)))
