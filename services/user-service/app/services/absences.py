"""Time off: his time is not offered from that moment on, and he is shown whom he leaves waiting."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.absence import (
    TimeOff,
    TimeOffOver,
    TooMuchTimeOff,
    merged,
    read_spans,
    write_spans,
)
from app.models.walker import Walker
from app.queries import absences as queries
from app.services.telling import tell_walker
from app.services.walkers import lock_own
from lapa_kit import clock

MOST = 100


async def take_time_off(
    session: AsyncSession,
    walker_id: UUID,
    *,
    starts_at: datetime,
    ends_at: datetime,
    note: str | None,
) -> TimeOff:
    """What is booked then stays booked: he calls it off himself. Raises TimeOffOver, TooMuchTimeOff, NotAWalker."""
    now = clock.now()
    if ends_at <= now:
        raise TimeOffOver
    walker = await lock_own(session, walker_id)
    if len(await queries.list_times_off(session, walker_id, ending_after=now)) >= MOST:
        raise TooMuchTimeOff
    time_off = TimeOff(walker_id=walker_id, starts_at=starts_at, ends_at=ends_at, note=note)
    session.add(time_off)
    await session.flush()
    if starts_at <= now:
        walker.online = False
    await save_absences(session, walker)
    return time_off


async def end_time_off(session: AsyncSession, time_off_id: UUID, *, walker_id: UUID) -> None:
    """His hours hold again. Raises TimeOffNotFound."""
    time_off = await queries.lock_time_off(session, time_off_id, walker_id=walker_id)
    walker = await lock_own(session, walker_id)
    await session.delete(time_off)
    await session.flush()
    await save_absences(session, walker)


async def save_absences(session: AsyncSession, walker: Walker) -> None:
    """Put together what keeps him away from now on, and tell the search if that is news. He must be locked."""
    now = clock.now()
    off = await queries.list_times_off(session, walker.id, ending_after=now)
    feed = await queries.find_feed(session, walker.id)
    spans = [(one.starts_at, one.ends_at) for one in off] + read_spans(feed.busy if feed else [])
    walker.unavailable = write_spans(merged(span for span in spans if span[1] > now))
    walker.version += 1
    await session.flush()
    tell_walker(session, walker)
