"""Matching a batch: the walks of the pool and the walkers near them, all at once and as well as can be."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.assignment import Span, rivals, waves
from app.models.order import Order
from app.queries import pool as pool_queries
from app.services import matching
from app.services.offering import Candidate
from app.services.pool import plan_batch
from lapa_kit import clock
from lapa_kit.jobs import Worker

# so many near walkers are compared for each walk: rivals at one place need more of them than one walk does
CANDIDATES = 100


@dataclass(frozen=True, slots=True)
class Waiting:
    """A walk of the pool and everybody who could be asked for it."""

    span: Span
    search_round: int
    candidates: dict[UUID, Candidate]


async def match_batch(worker: Worker) -> None:
    """Look, think with nothing locked, then ask: a walk that changed meanwhile is left out.

    It can run twice, also at the same time: a walk that was asked about is no longer in the pool, and a
    walker who was asked for that time is left out.
    """
    async with worker.sessions.begin() as session:
        waiting = await _look(session, clock.now())
    if not waiting:
        return
    chosen = await asyncio.to_thread(_think, waiting)
    async with worker.sessions.begin() as session:
        await _ask(session, waiting, chosen)


async def _look(session: AsyncSession, now: datetime) -> list[Waiting]:
    orders = await pool_queries.list_pooled(session, limit=settings.batch_size)
    found: list[Waiting] = []
    for order in orders:
        ranked = await matching.find_candidates(session, order, now, limit=CANDIDATES)
        busy = await _asked_then(session, order, (one.walker_id for one in ranked), now)
        free = {one.walker_id: one for one in ranked if one.walker_id not in busy}
        span = Span(order.id, order.scheduled_at, order.ends_at)
        found.append(Waiting(span, order.search_round, free))
    return found


async def _asked_then(
    session: AsyncSession, order: Order, walker_ids: Iterable[UUID], now: datetime
) -> set[UUID]:
    return await pool_queries.list_asked_then(
        session,
        list(walker_ids),
        order.scheduled_at,
        order.ends_at + settings.travel_buffer,
        now,
    )


def _think(waiting: list[Waiting]) -> dict[UUID, list[UUID]]:
    """For each order whom to ask; walks at different hours may want the same walker."""
    by_id = {one.span.order_id: one for one in waiting}
    chosen: dict[UUID, list[UUID]] = {}
    for group in rivals((one.span for one in waiting), settings.travel_buffer):
        scores = {
            order_id: {
                walker_id: candidate.score
                for walker_id, candidate in by_id[order_id].candidates.items()
            }
            for order_id in group
        }
        chosen |= waves(scores, settings.wave_size)
    return chosen


async def _ask(
    session: AsyncSession, waiting: list[Waiting], chosen: dict[UUID, list[UUID]]
) -> None:
    """All in one transaction; batches ask one after another, so none asks whom another has just asked."""
    now = clock.now()
    by_id = {one.span.order_id: one for one in waiting}
    await pool_queries.lock_batches(session)
    for order in await pool_queries.lock_pooled(session, list(by_id)):
        known = by_id[order.id]
        if order.search_round != known.search_round:
            continue
        asked = await _asked_then(session, order, chosen[order.id], now)
        wave = [known.candidates[one] for one in chosen[order.id] if one not in asked]
        order.pooled_at = None
        await matching.offer_wave(session, order, wave, now)
        await session.flush()
    if await pool_queries.count_pooled(session):
        await plan_batch(session)
