"""A walker has the walk: his time, the timers and everybody who was told of an offer follow."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.offer import Offer, OfferState
from app.models.order import Order
from app.models.slot import SlotState
from app.queries.offers import lock_open_offers
from app.queries.slots import confirm_held_slot, take_slot
from app.services.start_watch import watch_start
from app.services.telling import note, tell
from lapa_contracts.order import OfferClosed, OrderAssigned
from lapa_kit import clock, jobs


async def assign(
    session: AsyncSession, order: Order, walker_id: UUID, *, accepted: Offer | None = None
) -> None:
    """Give a searching order, which the caller has locked, to a walker; without an offer he was not asked.

    Raises SlotTaken when his time is no longer free.
    """
    if not await confirm_held_slot(session, order.id, walker_id):
        await take_slot(session, order, walker_id, SlotState.CONFIRMED)
    order.assign(walker_id)
    await session.flush()
    if accepted:
        tell_closed(session, order, accepted)
    await withdraw_offers(session, order)
    for timer in ("search", "wave"):
        await jobs.cancel(session, f"{timer}:{order.id}")
    if accepted:
        note(session, order, "assigned", "walker", walker_id)
    else:
        note(session, order, "assigned", "system", instant_book=True)
    tell(
        session,
        order,
        OrderAssigned,
        pickup={"lat": order.pickup_lat, "lon": order.pickup_lon},
        ends_at=order.ends_at,
        assignment=order.search_attempt,
    )
    await watch_start(session, order)


async def withdraw_offers(session: AsyncSession, order: Order) -> None:
    for offer in await lock_open_offers(session, order.id):
        close_offer(session, order, offer, OfferState.WITHDRAWN)


def close_offer(session: AsyncSession, order: Order, offer: Offer, outcome: OfferState) -> None:
    offer.close(outcome, clock.now())
    tell_closed(session, order, offer)


def tell_closed(session: AsyncSession, order: Order, offer: Offer) -> None:
    tell(
        session,
        order,
        OfferClosed,
        offered_to=offer.walker_id,
        offer_id=offer.id,
        outcome=offer.state.value,
    )
