"""Slots in SQL: the exclusion constraint decides, we only ask."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select, update
from sqlalchemy.dialects.postgresql import Range, insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import Order
from app.models.slot import Slot, SlotState, SlotTaken, window
from lapa_kit import clock
from lapa_kit.ids import new_id

MOST_BOOKINGS = 500


async def refuse_if_taken(session: AsyncSession, order: Order, walker_id: UUID) -> None:
    """Most rivals for a time are told here, at once; those who come at the very same moment by `take_slot`."""
    overlapping = exists().where(
        Slot.walker_id == walker_id,
        Slot.state.in_([SlotState.HELD, SlotState.CONFIRMED]),
        Slot.during.overlaps(_window_of(order, clock.now())),
    )
    if await session.scalar(select(overlapping)):
        raise SlotTaken


async def take_slot(session: AsyncSession, order: Order, walker_id: UUID, state: SlotState) -> None:
    """Book the walker's time; raises SlotTaken when it overlaps another held or confirmed booking.

    `ON CONFLICT DO NOTHING` waits for a rival's commit without deadlocking, where a plain INSERT under
    an exclusion constraint deadlocks in a race.
    """
    now = clock.now()
    taken = await session.scalar(
        insert(Slot)
        .values(
            id=new_id(),
            walker_id=walker_id,
            order_id=order.id,
            during=_window_of(order, now),
            state=state,
            created_at=now,
            updated_at=now,
        )
        .on_conflict_do_nothing()
        .returning(Slot.id)
    )
    if taken is None:
        raise SlotTaken


def _window_of(order: Order, now: datetime) -> Range[datetime]:
    return window(*order.span_at(now), settings.travel_buffer)


async def confirm_held_slot(session: AsyncSession, order_id: UUID, walker_id: UUID) -> bool:
    """True when the walker's time was held for this order and is his now."""
    confirmed = await session.scalar(
        update(Slot)
        .where(Slot.order_id == order_id, Slot.walker_id == walker_id, Slot.state == SlotState.HELD)
        .values(state=SlotState.CONFIRMED, updated_at=clock.now())
        .returning(Slot.id)
    )
    return confirmed is not None


async def has_other_booking(
    session: AsyncSession, walker_id: UUID, order_id: UUID, starts_at: datetime, ends_at: datetime
) -> bool:
    """Whether another order has his time somewhere in between."""
    taken = exists().where(
        Slot.walker_id == walker_id,
        Slot.order_id != order_id,
        Slot.state.in_([SlotState.HELD, SlotState.CONFIRMED]),
        Slot.during.overlaps(Range(starts_at, ends_at, bounds="[)")),
    )
    return await session.scalar(select(taken)) or False


async def list_bookings(
    session: AsyncSession, walker_id: UUID, starts_at: datetime, ends_at: datetime
) -> list[Order]:
    """The orders whose walks take some of that time of his, also those that he is asked for by name; in their order."""
    statement = (
        select(Order)
        .join(Slot, Slot.order_id == Order.id)
        .where(
            Slot.walker_id == walker_id,
            Slot.state.in_([SlotState.HELD, SlotState.CONFIRMED]),
            # the way to the next walk is part of the slot, but is nobody's walk
            Slot.during.overlaps(Range(starts_at, ends_at, bounds="[)")),
            Order.scheduled_at < ends_at,
            Order.ends_at > starts_at,
        )
        .order_by(Order.scheduled_at)
        .limit(MOST_BOOKINGS)
    )
    return list(await session.scalars(statement))


async def free_slots(session: AsyncSession, order_id: UUID) -> None:
    await session.execute(
        update(Slot)
        .where(Slot.order_id == order_id, Slot.state != SlotState.FREED)
        .values(state=SlotState.FREED, updated_at=clock.now())
    )
