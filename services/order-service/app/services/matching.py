"""Matching: favourites first, then the nearest in waves; one winner."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.offer import Offer, OfferState
from app.models.order import Order, OrderStatus
from app.models.slot import SlotState
from app.queries import offers as offer_queries
from app.queries.orders import lock_order
from app.queries.slots import confirm_held_slot, take_slot
from app.queries.walkers import Found, find_walkers, fits, wanted_by
from app.services.start_watch import watch_start
from app.services.telling import note, tell
from lapa_contracts.order import OfferClosed as OfferClosedEvent
from lapa_contracts.order import OfferMade, OrderAssigned
from lapa_kit import clock, jobs
from lapa_kit.ids import new_id

# while nobody fits, look again so often until the search ends
LOOK_AGAIN_AFTER = timedelta(seconds=15)


async def next_wave(session: AsyncSession, order: Order) -> None:
    """Offer the order to the next walkers, and be back when their time is up.

    The order is locked by the caller.
    """
    now = clock.now()
    chosen = await _choose(session, order, now)
    expires_at = min(now + _offer_life(order), order.search_by or now)
    if chosen:
        order.wave += 1
    for found in chosen:
        _make_offer(session, order, found, expires_at)
    back_at = expires_at if chosen else now + LOOK_AGAIN_AFTER
    payload = {"order_id": str(order.id)}
    await jobs.enqueue(session, "close_wave", payload, at=back_at, key=f"wave:{order.id}")


async def _choose(session: AsyncSession, order: Order, now: datetime) -> list[Found]:
    wanted = wanted_by(order)
    if order.requested_walker_id:
        asked = await fits(session, order.requested_walker_id, wanted, now)
        return [asked] if asked else []
    found = await find_walkers(session, wanted, now, limit=settings.wave_size)
    favorites = [one for one in found if one.is_favorite]
    return favorites or found


def _offer_life(order: Order) -> timedelta:
    if order.is_asap:
        return settings.offer_life_asap
    if order.requested_walker_id:
        return settings.offer_life_directed
    return settings.offer_life_scheduled


def _make_offer(session: AsyncSession, order: Order, found: Found, expires_at: datetime) -> None:
    offer = Offer(
        id=new_id(),
        order_id=order.id,
        walker_id=found.walker.walker_id,
        attempt=order.search_round,
        wave=order.wave,
        distance_m=found.distance_m,
        earnings=order.walker_earnings,
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
        _close(session, order, offer, OfferState.EXPIRED)
    await next_wave(session, order)


async def accept_offer(session: AsyncSession, offer_id: UUID, *, walker_id: UUID) -> Order:
    """The order is the walker's when the offer is open, the order still searching and his time free."""
    known = await offer_queries.get_offer(session, offer_id, walker_id=walker_id)
    order = await lock_order(session, known.order_id)
    offer = await offer_queries.lock_offer(session, offer_id, walker_id=walker_id)
    offer.answer(OfferState.ACCEPTED, clock.now())
    if not await confirm_held_slot(session, order.id, walker_id):
        await take_slot(session, order, walker_id, SlotState.CONFIRMED)
    order.assign(walker_id)
    await session.flush()
    _tell_closed(session, order, offer)
    await withdraw_offers(session, order)
    for timer in ("search", "wave"):
        await jobs.cancel(session, f"{timer}:{order.id}")
    note(session, order, "assigned", "walker", walker_id)
    tell(
        session,
        order,
        OrderAssigned,
        pickup={"lat": order.pickup_lat, "lon": order.pickup_lon},
        ends_at=order.ends_at,
        assignment=order.search_attempt,
    )
    await watch_start(session, order)
    return order


async def decline_offer(session: AsyncSession, offer_id: UUID, *, walker_id: UUID) -> None:
    """Not now; when the whole wave has declined, the next one is asked at once."""
    known = await offer_queries.get_offer(session, offer_id, walker_id=walker_id)
    order = await lock_order(session, known.order_id)
    offer = await offer_queries.lock_offer(session, offer_id, walker_id=walker_id)
    offer.answer(OfferState.DECLINED, clock.now())
    await session.flush()
    _tell_closed(session, order, offer)
    if order.status is not OrderStatus.SEARCHING:
        return
    if not await offer_queries.count_open_offers(session, order.id, clock.now()):
        await next_wave(session, order)


async def withdraw_offers(session: AsyncSession, order: Order) -> None:
    for offer in await offer_queries.lock_open_offers(session, order.id):
        _close(session, order, offer, OfferState.WITHDRAWN)


def _close(session: AsyncSession, order: Order, offer: Offer, outcome: OfferState) -> None:
    offer.close(outcome, clock.now())
    _tell_closed(session, order, offer)


def _tell_closed(session: AsyncSession, order: Order, offer: Offer) -> None:
    tell(
        session,
        order,
        OfferClosedEvent,
        offered_to=offer.walker_id,
        offer_id=offer.id,
        outcome=offer.state.value,
    )
