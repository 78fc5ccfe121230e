"""Extending a walk under way: proposed by one side, agreed to by the other; time, price and hold follow."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.extension import (
    LIFE,
    LONGEST_MINUTES,
    Extension,
    ExtensionPending,
    ExtensionState,
    WalkTooLong,
)
from app.models.order import InvalidTransition, Order, OrderStatus
from app.models.slot import SlotState, SlotTaken
from app.queries import extensions as extension_queries
from app.queries.orders import get_party_order, lock_order
from app.queries.slots import free_slots, has_other_booking, take_slot
from app.services.booking import HOLD_BEYOND_THE_END
from app.services.repricing import check_money, price_longer
from app.services.telling import note, party_of, tell
from app.services.walks import watch_end
from lapa_contracts.order import OrderExtended, OrderExtensionProposed
from lapa_contracts.payment import PaymentClient
from lapa_kit import clock
from lapa_kit.ids import new_id


async def propose(
    session: AsyncSession,
    payments: PaymentClient,
    order_id: UUID,
    minutes: int,
    *,
    user_id: UUID,
) -> Extension:
    """Shown to the other side with its price. Raises SlotTaken when the walker has another walk by then."""
    order = await get_party_order(session, order_id, user_id)
    _require_walking(order)
    if order.duration_minutes + minutes > LONGEST_MINUTES:
        raise WalkTooLong
    lines = await price_longer(session, order, minutes)
    amount = sum(line["amount"] for line in lines) - order.amount
    by = party_of(order, user_id)
    if by == "client":
        await check_money(payments, order, amount)
    order = await lock_order(session, order_id)
    _require_walking(order)
    await _require_free(session, order, minutes)
    now = clock.now()
    if pending := await extension_queries.lock_proposal(session, order.id):
        if pending.is_open(now):
            raise ExtensionPending
        pending.state = ExtensionState.EXPIRED
        await session.flush()
    extension = Extension(
        id=new_id(),
        order_id=order.id,
        proposed_by=by,
        minutes=minutes,
        amount=amount,
        state=ExtensionState.PROPOSED,
        expires_at=now + LIFE,
    )
    session.add(extension)
    order.version += 1
    note(session, order, "extension_proposed", by, user_id, minutes=minutes, amount=amount)
    tell(
        session,
        order,
        OrderExtensionProposed,
        extension_id=extension.id,
        proposed_by=by,
        minutes=minutes,
        delta=amount,
        expires_at=extension.expires_at,
    )
    await session.flush()
    return extension


async def accept(
    session: AsyncSession,
    payments: PaymentClient,
    order_id: UUID,
    extension_id: UUID,
    *,
    user_id: UUID,
) -> Order:
    """By the other side: from now on the walk is longer, at the price that was shown."""
    order = await get_party_order(session, order_id, user_id)
    known = await extension_queries.get_extension(session, order_id, extension_id)
    is_client = user_id == order.client_id
    if known.is_open(clock.now()):
        await check_money(payments, order, known.amount, for_client=is_client)
    order = await lock_order(session, order_id)
    extension = await extension_queries.get_extension(session, order_id, extension_id)
    now, by = clock.now(), party_of(order, user_id)
    extension.answer(ExtensionState.ACCEPTED, now, by=by)
    _require_walking(order)
    delta = order.extend(extension.minutes, await price_longer(session, order, extension.minutes))
    assert order.walker_id, "a walk under way has a walker"
    await free_slots(session, order.id)
    await take_slot(session, order, order.walker_id, SlotState.CONFIRMED)
    note(session, order, "extended", by, user_id, minutes=extension.minutes, amount=delta)
    tell(
        session,
        order,
        OrderExtended,
        minutes=extension.minutes,
        delta=delta,
        ends_at=order.ends_at,
        payment_method=order.payment_method,
        hold_until=order.ends_at + HOLD_BEYOND_THE_END,
    )
    await watch_end(session, order)
    return order


async def decline(
    session: AsyncSession, order_id: UUID, extension_id: UUID, *, user_id: UUID
) -> Extension:
    await get_party_order(session, order_id, user_id)
    order = await lock_order(session, order_id)
    extension = await extension_queries.get_extension(session, order_id, extension_id)
    by = party_of(order, user_id)
    extension.answer(ExtensionState.DECLINED, clock.now(), by=by)
    note(session, order, "extension_declined", by, user_id)
    return extension


def _require_walking(order: Order) -> None:
    if order.status is not OrderStatus.IN_PROGRESS:
        raise InvalidTransition("Only a walk that is under way can be longer.")


async def _require_free(session: AsyncSession, order: Order, minutes: int) -> None:
    """Acceptance is what decides; this only spares both sides the question."""
    assert order.walker_id, "a walk under way has a walker"
    until = order.end_after(minutes) + settings.travel_buffer
    if await has_other_booking(session, order.walker_id, order.id, clock.now(), until):
        raise SlotTaken
