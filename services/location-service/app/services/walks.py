"""A walk as this service sees it: planned, begun, finished or called off, told by order-service."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.track import Track, TrackState
from app.queries.points import bind_points, delete_loose_points_of, loosen_points
from app.queries.tracks import find_track, walks_now
from app.services import measuring
from lapa_contracts.order import (
    OrderAssigned,
    OrderCompleted,
    OrderEvent,
    OrderRescheduled,
    OrderStarted,
    OrderUnassigned,
)
from lapa_kit import clock

# longer than any walk goes on before order-service ends it by itself
LONGEST_WALK = timedelta(days=2)


async def plan_walk(session: AsyncSession, event: OrderAssigned) -> None:
    if track := await _take_in(session, event):
        track.planned_at = event.scheduled_at
        track.plan(event.walker_id)


async def move_walk(session: AsyncSession, event: OrderRescheduled) -> None:
    if track := await _take_in(session, event):
        track.planned_at = event.scheduled_at


async def forget_walk(session: AsyncSession, event: OrderUnassigned) -> None:
    """The walker has been replaced: what he sent ahead of the start is nobody's."""
    if track := await _take_in(session, event):
        track.unassign()
        await session.flush()
        await _forget_loose(session, event.previous_walker_id)


async def start_walk(session: AsyncSession, event: OrderStarted) -> None:
    """Open the track; the points that arrived before this event find their walk by their own time."""
    track = await _take_in(session, event)
    if track is None or track.is_over:
        return
    track.start(event.walker_id, event.started_at)
    await _bind(session, track, until=event.started_at + LONGEST_WALK)


async def finish_walk(session: AsyncSession, event: OrderCompleted) -> None:
    """Nobody is shown from now on; measured when the points up to the finish are there."""
    track = await _take_in(session, event)
    if track is None:
        return
    track.finish(event.walker_id, event.started_at, event.finished_at)
    await _settle_points(session, track)
    await measuring.schedule_first(session, track)


async def call_off_walk(session: AsyncSession, event: OrderEvent) -> None:
    """Cancelled, expired, nobody came: every right to see a position ends."""
    if event.walker_id is None and await find_track(session, event.order_id) is None:
        return  # no walker was ever found: there is nothing to end
    track = await _take_in(session, event)
    if track is None or track.is_over:
        return
    walker_id = track.walker_id
    track.cancel(clock.now())
    await session.flush()
    if track.started_at:
        await _settle_points(session, track)
    elif walker_id:
        await _forget_loose(session, walker_id)


async def _take_in(session: AsyncSession, event: OrderEvent) -> Track | None:
    """The order's track, locked, made when it is new; None when it already knows of something later."""
    track = await find_track(session, event.order_id, lock=True)
    if track is None:
        track = Track(
            id=event.order_id,
            client_id=event.client_id,
            walker_id=event.walker_id,
            state=TrackState.PLANNED,
            version=event.version,
            planned_at=event.scheduled_at,
        )
        session.add(track)
        await session.flush()
        return track
    if event.version <= track.version:
        return None
    track.version = event.version
    return track


async def _bind(session: AsyncSession, track: Track, *, until: datetime) -> None:
    assert track.walker_id
    assert track.started_at
    await session.flush()
    track.last_seq = await bind_points(
        session,
        track.id,
        track.walker_id,
        start=track.started_at,
        end=until,
        last_seq=track.last_seq,
    )
    await session.flush()


async def _settle_points(session: AsyncSession, track: Track) -> None:
    """The window is final: take in what lies in it, give back what does not."""
    assert track.started_at
    assert track.finished_at
    assert track.walker_id
    await session.flush()
    await loosen_points(session, track.id, start=track.started_at, end=track.finished_at)
    await _bind(session, track, until=track.finished_at)
    await _forget_loose(session, track.walker_id)


async def _forget_loose(session: AsyncSession, walker_id: UUID) -> None:
    if not await walks_now(session, walker_id):
        await delete_loose_points_of(session, walker_id)
