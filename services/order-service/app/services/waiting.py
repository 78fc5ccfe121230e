"""The walker waits at the door and nobody comes: attempts to reach the client, then the no-show."""

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
from app.services.telling import note, tell
from app.services.walks import Place, prove
from lapa_contracts.order import ClientAwaited, OrderNoShow
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
    tell(session, order, ClientAwaited, leaves_at=max(leaves_at, now))
    await session.flush()
    return attempt


async def report_no_show(
    session: AsyncSession, order_id: UUID, place: Place, *, walker_id: UUID
) -> Order:
    """The client did not come: proven by place, time and attempts, charged as a cancellation at the last minute."""
    order = await _at_the_door(session, order_id, walker_id)
    proof = prove(order, place)
    now = clock.now()
    assert order.arrived_at
    since = waiting_since(order.arrived_at, order.scheduled_at)
    attempts = await _attempts_of_this_wait(session, order, walker_id)
    _require_proof(since, attempts, now)
    evidence: dict[str, Any] = {
        "arrived_at": order.arrived_at.isoformat(),
        "waited_s": round((now - since).total_seconds()),
        "proof": proof,
        "attempts": [{"at": one.at.isoformat(), "channel": one.channel.value} for one in attempts],
    }
    await booking.end_unwalked(
        session,
        order,
        OrderStatus.NO_SHOW,
        OrderNoShow,
        reason="client_did_not_come",
        by="walker",
        actor_id=walker_id,
        capture=order.cancellation_fee(now),
        facts={"party": "client"},
        evidence=evidence,
    )
    return order


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


def _require_proof(since: datetime, attempts: list[ContactAttempt], now: datetime) -> None:
    missing: list[str] = []
    earliest_at = since + WAITED_AT_LEAST
    if now < earliest_at:
        missing.append("waiting")
    if len(attempts) < ATTEMPTS_AT_LEAST:
        missing.append("contact_attempts")
    if missing:
        raise NoShowNotProven(
            f"Missing: {', '.join(missing)}.",
            missing=missing,
            earliest_at=earliest_at.isoformat().replace("+00:00", "Z"),
        )
