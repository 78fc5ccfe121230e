"""Matching: favourites first, then the best of those near, in waves; one winner."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.offer import OfferState
from app.models.order import Order, OrderStatus
from app.queries import offers as offer_queries
from app.queries.orders import lock_order
from app.queries.walkers import find_walker, find_walkers, fits, wanted_by
from app.services import backup_chain
from app.services.assigning import LATE, assign, close_offer, tell_closed, unassign
from app.services.offering import Candidate, make_offers, record_instant, weigh
from app.services.pool import is_crowded, join_pool
from lapa_kit import clock, jobs

# while nobody fits, look again so often until the search ends
LOOK_AGAIN_AFTER = timedelta(seconds=15)


async def next_wave(session: AsyncSession, order: Order) -> None:
    """Offer the order to the next walkers, and be back when their time is up.

    The order is locked by the caller. Where many compete for the same walkers, it waits for the next batch.
    """
    now = clock.now()
    if order.requested_walker_id:
        await _ask_the_requested(session, order, order.requested_walker_id, now)
    elif chain := await backup_chain.find_chain(session, order, now):
        life = settings.offer_life_scheduled
        back_at = backup_chain.ask_first(session, order, chain, now, at_most=life)
        await _be_back(session, order, back_at)
    elif await is_crowded(session, order):
        await join_pool(session, order)
        await _be_back(session, order, now + LOOK_AGAIN_AFTER)
    else:
        pool = settings.wave_size * settings.candidates_per_offer
        ranked = await find_candidates(session, order, now, limit=pool)
        await offer_wave(session, order, ranked[: settings.wave_size], now)


async def _ask_the_requested(
    session: AsyncSession, order: Order, walker_id: UUID, now: datetime
) -> None:
    """Only him; and when he need not be asked, he has the walk."""
    await find_walker(session, walker_id)  # what he is now, he is until commit
    # he was told early enough when he was asked for: what paying took since is not to cost him the walk
    wanted = replace(wanted_by(order), waives_notice=True)
    found = await fits(session, walker_id, wanted, now)
    wave = await weigh(session, order, [found] if found else [])
    if found and found.walker.instant_book:
        record_instant(session, order, wave[0], now)
        await assign(session, order, walker_id)
    else:
        await offer_wave(session, order, wave, now)


async def offer_wave(
    session: AsyncSession, order: Order, chosen: Sequence[Candidate], now: datetime
) -> None:
    """Ask these walkers at once, and be back when they have had their time; with nobody to ask, soon."""
    expires_at = min(now + _offer_life(order), order.search_by or now)
    make_offers(session, order, chosen, expires_at)
    await _be_back(session, order, expires_at if chosen else now + LOOK_AGAIN_AFTER)


async def _be_back(session: AsyncSession, order: Order, at: datetime) -> None:
    payload = {"order_id": str(order.id)}
    await jobs.enqueue(session, "close_wave", payload, at=at, key=f"wave:{order.id}")


async def find_candidates(
    session: AsyncSession, order: Order, now: datetime, *, limit: int
) -> list[Candidate]:
    """The client's favourites; else those near; best first."""
    near = await find_walkers(session, wanted_by(order), now, limit=limit)
    found = [one for one in near if one.is_favorite] or near
    return sorted(await weigh(session, order, found), key=lambda one: -one.score)


def _offer_life(order: Order) -> timedelta:
    if order.is_asap:
        return settings.offer_life_asap
    if order.requested_walker_id:
        return settings.offer_life_directed
    return settings.offer_life_scheduled


async def close_wave(session: AsyncSession, order_id: UUID) -> None:
    """The wave's time is up: expire what is open and ask the next ones."""
    order = await lock_order(session, order_id)
    if order.status is not OrderStatus.SEARCHING:
        return
    for offer in await offer_queries.lock_open_offers(session, order.id):
        if offer.expires_at > clock.now():
            return  # a newer wave is out
        close_offer(session, order, offer, OfferState.EXPIRED)
    await next_wave(session, order)


async def accept_offer(session: AsyncSession, offer_id: UUID, *, walker_id: UUID) -> Order:
    """The order is the walker's when the offer is open, nobody else has the order and his time is free.

    A substitute takes it from the one who is late.
    """
    known = await offer_queries.get_offer(session, offer_id, walker_id=walker_id)
    order = await lock_order(session, known.order_id)
    offer = await offer_queries.lock_offer(session, offer_id, walker_id=walker_id)
    offer.answer(OfferState.ACCEPTED, clock.now())
    if order.is_late_with_substitutes:
        await unassign(session, order, by="system", reason=LATE, search_by=clock.now())
    await assign(session, order, walker_id, accepted=offer)
    return order


async def decline_offer(session: AsyncSession, offer_id: UUID, *, walker_id: UUID) -> None:
    """Not now; when the whole wave has declined, the next one is asked at once."""
    known = await offer_queries.get_offer(session, offer_id, walker_id=walker_id)
    order = await lock_order(session, known.order_id)
    offer = await offer_queries.lock_offer(session, offer_id, walker_id=walker_id)
    offer.answer(OfferState.DECLINED, clock.now())
    await session.flush()
    tell_closed(session, order, offer)
    if await offer_queries.count_open_offers(session, order.id, clock.now()):
        return
    if order.status is OrderStatus.SEARCHING:
        await next_wave(session, order)
    elif order.is_late_with_substitutes:
        await backup_chain.ask_next(session, order)
