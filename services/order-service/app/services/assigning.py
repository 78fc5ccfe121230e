"""A walker has the walk, or has it no longer: his time, the timers and all who were told follow."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.offer import Offer, OfferState
from app.models.order import Order
from app.models.slot import SlotState
from app.queries.offers import lock_open_offers
from app.queries.slots import confirm_held_slot, free_slots, take_slot
from app.queries.walkers import find_walker
from app.services.start_watch import stop_watching, watch_start
from app.services.telling import note, tell, tell_reputation
from lapa_contracts.order import OfferClosed, OrderAssigned, OrderUnassigned
from lapa_kit import clock, jobs

# a walker who leaves so shortly before has let his client down
LATE_CANCELLATION = timedelta(hours=24)
LATE = "walker_late"


async def assign(
    session: AsyncSession, order: Order, walker_id: UUID, *, accepted: Offer | None = None
) -> None:
    """Give a searching order, which the caller has locked, to a walker; without an offer he was not asked.

    Raises SlotTaken when his time is no longer free.
    """
    if not await confirm_held_slot(session, order.id, walker_id):
        _, order.ends_at = order.span_at(clock.now())
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


async def unassign(
    session: AsyncSession, order: Order, *, by: str, reason: str, search_by: datetime
) -> None:
    """The walker is lost before the walk: money is untouched, whatever he was let see ends now.

    The order, which the caller has locked, is searching again.
    """
    now = clock.now()
    assignment = order.search_attempt
    await withdraw_offers(session, order)
    previous = order.search_replacement(now, search_by=search_by)
    if reason == LATE or (by == "walker" and order.scheduled_at - now < LATE_CANCELLATION):
        await remember_letting_down(session, previous)
    await free_slots(session, order.id)
    note(session, order, "unassigned", by, previous if by == "walker" else None, reason=reason)
    tell(
        session,
        order,
        OrderUnassigned,
        previous_walker_id=previous,
        assignment=assignment,
        by=by,
        reason_code=reason,
    )
    await stop_watching(session, order.id)


async def remember_letting_down(session: AsyncSession, walker_id: UUID) -> None:
    """His public reliability says so at once."""
    if walker := await find_walker(session, walker_id):
        walker.late_cancellations += 1
        tell_reputation(session, walker)


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
