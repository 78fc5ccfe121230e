"""Another time for a walk: its price, its walker's slot and its money follow; the order stays the same one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import BEFORE_THE_WALK, RESCHEDULABLE, InvalidTransition, Order, OrderStatus
from app.models.slot import SlotState, SlotTaken
from app.models.walker import WalkerNotAvailable
from app.queries.orders import get_client_order, get_party_order, lock_order
from app.queries.slots import free_slots, take_slot
from app.queries.walkers import find_walker, fits, wanted_by
from app.services import backup_chain, booking
from app.services.assigning import withdraw_offers
from app.services.quotes import ScheduledInThePast
from app.services.repricing import check_money, price_at
from app.services.start_watch import watch_start
from app.services.telling import note, tell
from lapa_contracts.order import OrderRescheduled
from lapa_contracts.payment import PaymentClient
from lapa_kit import clock
from lapa_kit.etags import check_version


@dataclass(frozen=True)
class Change:
    """What the client wants different; `notes` counts only when `sets_notes`."""

    scheduled_at: datetime | None = None
    duration_minutes: int | None = None
    notes: str | None = None
    sets_notes: bool = False

    @property
    def moves(self) -> bool:
        return self.scheduled_at is not None or self.duration_minutes is not None


async def change_order(
    session: AsyncSession,
    payments: PaymentClient,
    order_id: UUID,
    change: Change,
    *,
    client_id: UUID,
    version: int | None,
) -> Order:
    """Whether the client can pay a higher price is asked before anything is locked."""
    if change.moves:
        await _check_money(session, payments, order_id, change, client_id)
    order = await lock_order(session, order_id, client_id=client_id)
    check_version(order.version, version)
    if order.status not in BEFORE_THE_WALK:
        raise InvalidTransition("The walk has begun: tell the walker in the chat.")
    if change.sets_notes:
        order.notes = change.notes
        order.version += 1
    if change.moves:
        await reschedule(session, order, change)
    return order


async def preview_change(
    session: AsyncSession, order_id: UUID, change: Change, *, client_id: UUID
) -> tuple[Order, list[dict[str, Any]]]:
    """The lines of the price it would have then; nothing changes. Raises InvalidTransition, ScheduledInThePast."""
    order = await get_client_order(session, order_id, client_id)
    if order.status not in RESCHEDULABLE:
        raise InvalidTransition("This walk cannot be moved any more.")
    scheduled_at, minutes = _new_time(order, change)
    if scheduled_at < clock.now():
        raise ScheduledInThePast
    return order, await price_at(session, order, scheduled_at, minutes)


async def _check_money(
    session: AsyncSession,
    payments: PaymentClient,
    order_id: UUID,
    change: Change,
    client_id: UUID,
) -> None:
    order = await get_party_order(session, order_id, client_id)
    if order.status not in RESCHEDULABLE or order.status is OrderStatus.AWAITING_PAYMENT:
        return
    scheduled_at, minutes = _new_time(order, change)
    lines = await price_at(session, order, scheduled_at, minutes)
    await check_money(payments, order, sum(line["amount"] for line in lines) - order.amount)


def _new_time(order: Order, change: Change) -> tuple[datetime, int]:
    return (
        change.scheduled_at or order.scheduled_at,
        change.duration_minutes or order.duration_minutes,
    )


async def reschedule(session: AsyncSession, order: Order, change: Change) -> None:
    """Move an order its caller has locked. Raises InvalidTransition, ScheduledInThePast, or, when it was
    asked of one walker who cannot come then, SlotTaken or WalkerNotAvailable.

    An assigned walker who cannot come then loses the walk, and another one is looked for.
    """
    now = clock.now()
    scheduled_at, minutes = _new_time(order, change)
    if scheduled_at < now:
        raise ScheduledInThePast
    previous_at = order.scheduled_at
    lines = await price_at(session, order, scheduled_at, minutes)
    delta = order.reschedule(now, scheduled_at=scheduled_at, duration_minutes=minutes, lines=lines)
    note(
        session,
        order,
        "rescheduled",
        "client",
        order.client_id,
        previous_at=previous_at.isoformat(),
        delta=delta,
    )
    tell(
        session,
        order,
        OrderRescheduled,
        previous_at=previous_at,
        ends_at=order.ends_at,
        delta=delta,
        payment_method=order.payment_method,
        hold_until=order.ends_at + booking.HOLD_BEYOND_THE_END,
    )
    await _move_walker(session, order, now)


async def _move_walker(session: AsyncSession, order: Order, now: datetime) -> None:
    await session.flush()
    if order.status is OrderStatus.ASSIGNED:
        await backup_chain.call_off(session, order)
        await _keep_or_replace(session, order, now)
        return
    if order.requested_walker_id:
        await free_slots(session, order.id)
        await booking.hold_walker(session, order, order.requested_walker_id, now)
    if order.status is OrderStatus.SEARCHING:
        await withdraw_offers(session, order)
        order.ask_anew(booking.search_by(order, now))
        await session.flush()
        await booking.watch_search(session, order)


async def _keep_or_replace(session: AsyncSession, order: Order, now: datetime) -> None:
    """The slot moves only into time that is free; the database decides that, whoever races."""
    walker_id = order.walker_id
    assert walker_id, "an assigned order has a walker"
    try:
        await find_walker(session, walker_id)  # rivals for his time queue on his row
        await free_slots(session, order.id)
        await take_slot(session, order, walker_id, SlotState.CONFIRMED)
        if await fits(session, walker_id, wanted_by(order), now) is None:
            raise WalkerNotAvailable
    except (SlotTaken, WalkerNotAvailable):
        await booking.replace_walker(
            session, order.id, by="system", walker_id=walker_id, reason="walker_not_free_then"
        )
        return
    await watch_start(session, order)
