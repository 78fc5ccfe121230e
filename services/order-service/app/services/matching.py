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
from app.services.telling import tell
from lapa_contracts.order import OfferMade
from lapa_kit import clock, jobs
from lapa_kit.ids import new_id

# while nobody fits, look again so often until the search ends
LOOK_AGAIN_AFTER = timedelta(seconds=15)


async def next_wave(session: AsyncSession, order: Order) -> None:
    """Offer the order to the next walkers, and be back when their time is up.

    The order is locked by the caller. A walker who was asked for and need not be asked has it at once.
    """
    now = clock.now()
    chosen = await _choose(session, order, now)
    if order.requested_walker_id and chosen and chosen[0].found.walker.instant_book:
        await assign(session, order, order.requested_walker_id)
        return
    expires_at = min(now + _offer_life(order), order.search_by or now)
    if chosen:
        order.wave += 1
    for candidate in chosen:
        _make_offer(session, order, candidate, expires_at)
    back_at = expires_at if chosen else now + LOOK_AGAIN_AFTER
    payload = {"order_id": str(order.id)}
    await jobs.enqueue(session, "close_wave", payload, at=back_at, key=f"wave:{order.id}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who can be booked, and how he compares."""

    found: Found
    factors: dict[str, int]
    score: int


async def _choose(session: AsyncSession, order: Order, now: datetime) -> list[Candidate]:
    """The one who was asked for; else the client's favourites; else the best of those near, best first."""
    wanted = wanted_by(order)
    if order.requested_walker_id:
        await find_walker(session, order.requested_walker_id)  # what he is now, he is until commit
        asked = await fits(session, order.requested_walker_id, wanted, now)
        found = [asked] if asked else []
    else:
        pool = settings.wave_size * settings.candidates_per_offer
        near = await find_walkers(session, wanted, now, limit=pool)
        found = [one for one in near if one.is_favorite] or near
    ranked = sorted(await _rank(session, order, found), key=lambda one: -one.score)
    return ranked[: settings.wave_size]


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
    return ranked


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
        walker_id=found.walker.walker_id,
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
