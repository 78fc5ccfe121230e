"""Matching: favourites first, then the best of those near, in waves; one winner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.offer import Offer, OfferState
from app.models.order import Order, OrderStatus
from app.models.ranking import Standing, factors_of, score_of
from app.queries import offers as offer_queries
from app.queries.orders import lock_order
from app.queries.walkers import Found, count_walks, find_walker, find_walkers, fits, wanted_by
from app.services.assigning import assign, close_offer, tell_closed
from app.services.pool import is_crowded, join_pool
from app.services.telling import tell
from lapa_contracts.order import OfferMade
from lapa_kit import clock, jobs
from lapa_kit.ids import new_id

# while nobody fits, look again so often until the search ends
LOOK_AGAIN_AFTER = timedelta(seconds=15)


async def next_wave(session: AsyncSession, order: Order) -> None:
    """Offer the order to the next walkers, and be back when their time is up.

    The order is locked by the caller. Where many compete for the same walkers, it waits for the next batch.
    """
    now = clock.now()
    if order.requested_walker_id:
        await _ask_the_requested(session, order, order.requested_walker_id, now)
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
    found = await fits(session, walker_id, wanted_by(order), now)
    if found and found.walker.instant_book:
        await assign(session, order, walker_id)
    else:
        wave = await _rank(session, order, [found] if found else [])
        await offer_wave(session, order, wave, now)


async def offer_wave(
    session: AsyncSession, order: Order, chosen: Sequence["Candidate"], now: datetime
) -> None:
    """Ask these walkers at once, and be back when they have had their time; with nobody to ask, soon."""
    expires_at = min(now + _offer_life(order), order.search_by or now)
    if chosen:
        order.wave += 1
    for candidate in chosen:
        _make_offer(session, order, candidate, expires_at)
    await _be_back(session, order, expires_at if chosen else now + LOOK_AGAIN_AFTER)


async def _be_back(session: AsyncSession, order: Order, at: datetime) -> None:
    payload = {"order_id": str(order.id)}
    await jobs.enqueue(session, "close_wave", payload, at=at, key=f"wave:{order.id}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who can be booked, and how he compares."""

    found: Found
    factors: dict[str, int]
    score: int

    @property
    def walker_id(self) -> UUID:
        return self.found.walker.walker_id


async def find_candidates(
    session: AsyncSession, order: Order, now: datetime, *, limit: int
) -> list[Candidate]:
    """The client's favourites; else those near; best first."""
    near = await find_walkers(session, wanted_by(order), now, limit=limit)
    found = [one for one in near if one.is_favorite] or near
    return await _rank(session, order, found)


async def _rank(session: AsyncSession, order: Order, found: Sequence[Found]) -> list[Candidate]:
    walkers = [one.walker for one in found]
    ids = [walker.walker_id for walker in walkers]
    walks = await count_walks(session, ids, order.client_id, order.scheduled_at) if ids else {}
    ranked: list[Candidate] = []
    for one in found:
        together, of_week = walks.get(one.walker.walker_id, (0, 0))
        factors = factors_of(
            Standing(
                distance_m=one.distance_m,
                rating_sum=one.walker.rating_sum,
                rating_count=one.walker.rating_count,
                completed_walks=one.walker.completed_walks,
                late_cancellations=one.walker.late_cancellations,
                walks_together=together,
                walks_of_week=of_week,
            )
        )
        ranked.append(Candidate(one, factors, score_of(factors)))
    return sorted(ranked, key=lambda one: -one.score)


def _offer_life(order: Order) -> timedelta:
    if order.is_asap:
        return settings.offer_life_asap
    if order.requested_walker_id:
        return settings.offer_life_directed
    return settings.offer_life_scheduled


def _make_offer(
    session: AsyncSession, order: Order, candidate: Candidate, expires_at: datetime
) -> None:
    found = candidate.found
    offer = Offer(
        id=new_id(),
        order_id=order.id,
        walker_id=candidate.walker_id,
        attempt=order.search_round,
        wave=order.wave,
        distance_m=found.distance_m,
        earnings=order.walker_earnings,
        score=candidate.score,
        factors=candidate.factors,
        state=OfferState.OPEN,
        expires_at=expires_at,
    )
    session.add(offer)
    tell(
        session,
        order,
        OfferMade,
        offered_to=offer.walker_id,
        offer_id=offer.id,
        wave=offer.wave,
        earnings=offer.earnings,
        expires_at=expires_at,
    )


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
    """The order is the walker's when the offer is open, the order still searching and his time free."""
    known = await offer_queries.get_offer(session, offer_id, walker_id=walker_id)
    order = await lock_order(session, known.order_id)
    offer = await offer_queries.lock_offer(session, offer_id, walker_id=walker_id)
    offer.answer(OfferState.ACCEPTED, clock.now())
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
    if order.status is not OrderStatus.SEARCHING:
        return
    if not await offer_queries.count_open_offers(session, order.id, clock.now()):
        await next_wave(session, order)
