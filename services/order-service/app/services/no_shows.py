"""One side does not come: the walker's attempts to reach the client, and how a no-show is established."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import InvalidTransition, Order, OrderStatus
from app.models.waiting import (
    ATTEMPTS_AT_LEAST,
    BETWEEN_ATTEMPTS,
    WAITED_AT_LEAST,
    AttemptTooSoon,
    ContactAttempt,
    ContactChannel,
    NoShowNotProven,
    waiting_since,
)
from app.queries.aftermath import list_contact_attempts
from app.queries.orders import lock_order
from app.services import booking
from app.services.assigning import remember_letting_down
from app.services.place import Place, prove
from app.services.telling import note, tell
from lapa_contracts.order import OrderClientAwaited, OrderNoShow
from lapa_kit import clock
from lapa_kit.ids import new_id


async def attempt_contact(
    session: AsyncSession,
    order_id: UUID,
    place: Place,
    *,
    walker_id: UUID,
    channel: ContactChannel,
) -> ContactAttempt:
    """The walker, arrived at the door, tries to reach the client, who is told each time."""
    order = await _at_the_door(session, order_id, walker_id)
    proof = prove(order, place)
    now = clock.now()
    attempts = await _attempts_of_this_wait(session, order, walker_id)
    if attempts and now < attempts[-1].at + BETWEEN_ATTEMPTS:
        raise AttemptTooSoon
    attempt = ContactAttempt(
        id=new_id(), order_id=order.id, walker_id=walker_id, channel=channel, at=now, proof=proof
    )
    session.add(attempt)
    order.version += 1
    note(session, order, "contact_attempt", "walker", walker_id, channel=channel.value)
    assert order.arrived_at
    leaves_at = waiting_since(order.arrived_at, order.scheduled_at) + WAITED_AT_LEAST
    tell(session, order, OrderClientAwaited, leaves_at=max(leaves_at, now))
    await session.flush()
    return attempt


async def report_no_show(
    session: AsyncSession, order_id: UUID, place: Place, *, walker_id: UUID
) -> Order:
    """The client did not come: proven by place, time and attempts, charged as a cancellation at the last minute."""
    order = await _at_the_door(session, order_id, walker_id)
    proof = prove(order, place)
    attempts = await _attempts_of_this_wait(session, order, walker_id)
    _require_proof(order, attempts, clock.now())
    await _end_without_client(session, order, attempts, by="walker", proof=proof)
    return order


async def walk_overdue(session: AsyncSession, order_id: UUID) -> None:
    """Half an hour late and not begun: the walker did not come and the client pays nothing.

    Unless the walker has proven that he waits at the door.
    """
    order = await lock_order(session, order_id)
    if OrderStatus.NO_SHOW not in order.next_states or order.walker_id is None:
        return
    attempts = await _attempts_of_this_wait(session, order, order.walker_id)
    try:
        _require_proof(order, attempts, clock.now())
    except NoShowNotProven:
        await _end_without_walker(session, order, order.walker_id)
    else:
        await _end_without_client(session, order, attempts, by="system", proof=None)


async def _end_without_client(
    session: AsyncSession,
    order: Order,
    attempts: list[ContactAttempt],
    *,
    by: str,
    proof: str | None,
) -> None:
    now = clock.now()
    assert order.arrived_at
    since = waiting_since(order.arrived_at, order.scheduled_at)
    evidence: dict[str, Any] = {
        "arrived_at": order.arrived_at.isoformat(),
        "waited_s": round((now - since).total_seconds()),
        "proof": proof,
        "attempts": [
            {"at": one.at.isoformat(), "channel": one.channel.value, "proof": one.proof}
            for one in attempts
        ],
    }
    await booking.end_unwalked(
        session,
        order,
        OrderStatus.NO_SHOW,
        OrderNoShow,
        reason="client_did_not_come",
        by=by,
        actor_id=order.walker_id if by == "walker" else None,
        capture=order.cancellation_fee(now),
        facts={"party": "client"},
        evidence=evidence,
    )


async def _end_without_walker(session: AsyncSession, order: Order, walker_id: UUID) -> None:
    await remember_letting_down(session, walker_id)
    await booking.end_unwalked(
        session,
        order,
        OrderStatus.NO_SHOW,
        OrderNoShow,
        reason="walker_did_not_come",
        facts={"party": "walker"},
    )


async def _at_the_door(session: AsyncSession, order_id: UUID, walker_id: UUID) -> Order:
    order = await lock_order(session, order_id, walker_id=walker_id)
    if OrderStatus.NO_SHOW not in order.next_states:
        raise InvalidTransition(f"On an order that is {order.status} nobody is waited for.")
    if order.arrived_at is None:
        raise NoShowNotProven("Say first that you have arrived.", missing=["arrived"])
    return order


async def _attempts_of_this_wait(
    session: AsyncSession, order: Order, walker_id: UUID
) -> list[ContactAttempt]:
    """Since the arrival: an order that was rescheduled starts anew."""
    known = await list_contact_attempts(session, order.id, walker_id)
    return [one for one in known if order.arrived_at and one.at >= order.arrived_at]


def _require_proof(order: Order, attempts: list[ContactAttempt], now: datetime) -> None:
    """Raises NoShowNotProven, which names what is missing and from when on the waiting is long enough."""
    if order.arrived_at is None:
        raise NoShowNotProven("Say first that you have arrived.", missing=["arrived"])
    earliest_at = waiting_since(order.arrived_at, order.scheduled_at) + WAITED_AT_LEAST
    missing = ["waiting"] if now < earliest_at else []
    if len(attempts) < ATTEMPTS_AT_LEAST:
        missing.append("contact_attempts")
    if missing:
        raise NoShowNotProven(
            f"Missing: {', '.join(missing)}.",
            missing=missing,
            earliest_at=earliest_at.isoformat().replace("+00:00", "Z"),
        )
