"""Booking: from a quote to an order whose money is secured, or an honest end."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import BEFORE_THE_WALK, FeeOutOfRange, Order, OrderStatus
from app.models.person import AccountSuspended, TermsNotAccepted
from app.models.quote import Quote
from app.models.slot import SlotState
from app.models.walker import WalkerNotAvailable
from app.queries.orders import lock_order
from app.queries.people import find_person
from app.queries.quotes import lock_quote
from app.queries.slots import free_slots, take_slot
from app.queries.walkers import find_walker, fits, wanted_by
from app.services import matching, promos
from app.services.access import plan_purge
from app.services.assigning import unassign, withdraw_offers
from app.services.telling import note, tell
from lapa_contracts.order import (
    OrderCancelled,
    OrderExpired,
    OrderPaymentFailed,
    OrderPlaced,
    OrderSearchStarted,
)
from lapa_kit import clock, jobs
from lapa_kit.ids import new_id
from lapa_kit.seal import Sealer

# money must stay reachable for a while after the walk: report, credit, capture
HOLD_BEYOND_THE_END = timedelta(days=2)
TIMERS = ("pay", "search", "wave", "overdue", "late", "substitute", "forgotten")
# after the agreed start, or after the walker was lost when that is later
REPLACE_WITHIN = timedelta(minutes=15)


@dataclass(frozen=True)
class Booking:
    """What the client adds to his quote."""

    walker_id: UUID | None
    notes: str | None
    access_notes: str | None
    home_safe: bool
    require_pin: bool
    payment_method: str
    care_plan: list[str] = field(default_factory=list[str])


async def place_order(
    session: AsyncSession, quote_id: UUID, booking: Booking, *, client_id: UUID
) -> Order:
    """Use up the quote, hold the asked walker's time, and ask payment-service to secure the money."""
    person = await find_person(session, client_id)
    if person and person.status == "suspended":
        raise AccountSuspended
    has_agreed = person is not None and person.terms_version == settings.terms_version
    if settings.terms_version and not has_agreed:
        raise TermsNotAccepted(version=settings.terms_version)
    now = clock.now()
    quote = await lock_quote(session, quote_id, client_id=client_id)
    quote.use(now)
    order = _order_of(quote, booking, now)
    session.add(order)
    await session.flush()
    if booking.walker_id:
        await hold_walker(session, order, booking.walker_id, now)
    await promos.reserve_use(session, quote, order)
    note(session, order, "awaiting_payment", "client", client_id)
    tell(
        session,
        order,
        OrderPlaced,
        payment_method=order.payment_method,
        pay_by=order.pay_by,
        hold_until=order.ends_at + HOLD_BEYOND_THE_END,
    )
    payload = {"order_id": str(order.id)}
    await jobs.enqueue(session, "expire_unpaid", payload, at=order.pay_by, key=f"pay:{order.id}")
    return order


def _order_of(quote: Quote, booking: Booking, now: datetime) -> Order:
    order_id = new_id()
    sealed = None
    if booking.access_notes:
        sealed = Sealer.of(settings).seal(booking.access_notes, context=str(order_id))
    return Order(
        id=order_id,
        client_id=quote.client_id,
        requested_walker_id=booking.walker_id,
        quote_id=quote.id,
        market=quote.market,
        status=OrderStatus.AWAITING_PAYMENT,
        service_type=quote.service_type,
        is_asap=quote.is_asap,
        scheduled_at=quote.scheduled_at,
        ends_at=quote.scheduled_at + timedelta(minutes=quote.duration_minutes),
        duration_minutes=quote.duration_minutes,
        pickup_lat=quote.pickup_lat,
        pickup_lon=quote.pickup_lon,
        pickup_address=quote.pickup_address,
        pets=[_card_pet(pet) for pet in quote.pets],
        lines=quote.lines,
        amount=quote.amount,
        tax=quote.tax,
        currency=quote.currency,
        terms=quote.terms,
        notes=booking.notes,
        access_notes_sealed=sealed,
        home_safe=booking.home_safe,
        care_plan=booking.care_plan,
        start_pin=f"{secrets.randbelow(10_000):04}" if booking.require_pin else None,
        payment_method=booking.payment_method,
        payment_status="none",
        pay_by=now + settings.pay_within,
        search_attempt=0,
        search_round=0,
        wave=0,
        version=1,
    )


def _card_pet(pet: dict[str, Any]) -> dict[str, Any]:
    """What others are told, and what the search for a walker must know."""
    told = ("pet_id", "name", "size", "species", "birth_date", "temperament")
    return {key: pet[key] for key in told if key in pet}


async def hold_walker(session: AsyncSession, order: Order, walker_id: UUID, now: datetime) -> None:
    """Who asks for a walker gets his time or a refusal now; nothing has been charged yet.

    Rivals for the same time queue on the walker's row, so that each is told `slot_taken`.
    """
    if await find_walker(session, walker_id) is None:
        raise WalkerNotAvailable
    await take_slot(session, order, walker_id, SlotState.HELD)
    if await fits(session, walker_id, wanted_by(order), now) is None:
        raise WalkerNotAvailable


async def note_fact(session: AsyncSession, order_id: UUID, **facts: Any) -> Order:
    """Keep what another service says of the order (its payment, its chat), whatever comes of it."""
    order = await lock_order(session, order_id)
    for name, value in facts.items():
        setattr(order, name, value)
    order.version += 1
    return order


async def start_searching(session: AsyncSession, order_id: UUID) -> None:
    """The money is secured: look for a walker. A no-op when the order has ended meanwhile."""
    order = await lock_order(session, order_id)
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        return
    now = clock.now()
    order.start_searching(now, search_by=search_by(order, now))
    note(session, order, "searching", "system")
    tell(
        session, order, OrderSearchStarted, search_by=order.search_by, attempt=order.search_attempt
    )
    await jobs.cancel(session, f"pay:{order.id}")
    await watch_search(session, order)


def search_by(order: Order, now: datetime) -> datetime:
    """As soon as possible: ten minutes; later: until half an hour before, at most a day."""
    ends = order.scheduled_at - settings.search_ends_before_start
    if order.is_asap or ends < now + settings.search_asap_for:
        return now + settings.search_asap_for
    return min(ends, now + settings.search_at_most_for)


async def watch_search(session: AsyncSession, order: Order) -> None:
    payload = {"order_id": str(order.id)}
    key = f"search:{order.id}"
    await jobs.enqueue(session, "expire_search", payload, at=order.search_by, key=key)
    await matching.next_wave(session, order)


async def fail_payment(session: AsyncSession, order_id: UUID, *, code: str) -> None:
    order = await lock_order(session, order_id)
    if order.status is OrderStatus.AWAITING_PAYMENT:
        await end_unwalked(
            session, order, OrderStatus.PAYMENT_FAILED, OrderPaymentFailed, reason=code
        )


async def lose_money(session: AsyncSession, order_id: UUID) -> None:
    """The secured money has lapsed: before the walk the order ends; after its start the walker is paid all the same."""
    order = await lock_order(session, order_id)
    if order.status in BEFORE_THE_WALK:
        reason = "authorization_lost"
        await end_unwalked(session, order, OrderStatus.CANCELLED, OrderCancelled, reason=reason)


async def expire_unpaid(session: AsyncSession, order_id: UUID) -> None:
    order = await lock_order(session, order_id)
    if order.status is OrderStatus.AWAITING_PAYMENT and order.pay_by <= clock.now():
        await end_unwalked(
            session, order, OrderStatus.EXPIRED, OrderExpired, reason="not_paid_in_time"
        )


async def expire_search(session: AsyncSession, order_id: UUID) -> None:
    """Nobody was found in time: the money goes back, after a replacement search the order is cancelled."""
    order = await lock_order(session, order_id)
    if order.status is not OrderStatus.SEARCHING or not order.search_by:
        return
    if order.search_by > clock.now():
        return
    if order.search_attempt > 1:
        reason = "no_replacement_found"
        await end_unwalked(session, order, OrderStatus.CANCELLED, OrderCancelled, reason=reason)
    else:
        await end_unwalked(
            session, order, OrderStatus.EXPIRED, OrderExpired, reason="no_walker_found"
        )


async def cancel_by_client(
    session: AsyncSession, order_id: UUID, *, client_id: UUID, reason: str
) -> Order:
    """Cancel an order the client placed; the fee is the one the preview shows, the rest is released."""
    order = await lock_order(session, order_id, client_id=client_id)
    fee = order.cancellation_fee(clock.now())
    await end_unwalked(
        session,
        order,
        OrderStatus.CANCELLED,
        OrderCancelled,
        reason=reason,
        by="client",
        actor_id=client_id,
        capture=fee,
    )
    return order


async def cancel_by_support(
    session: AsyncSession, order_id: UUID, *, supporter_id: UUID, reason: str, fee: int
) -> Order:
    """The only way to call off a walk that is under way; the fee is support's decision, the rest is released."""
    order = await lock_order(session, order_id)
    if not 0 <= fee <= order.amount:
        raise FeeOutOfRange(f"Between 0 and {order.amount}.", maximum=order.amount)
    await end_unwalked(
        session,
        order,
        OrderStatus.CANCELLED,
        OrderCancelled,
        reason=reason,
        by="support",
        actor_id=supporter_id,
        capture=fee,
    )
    return order


async def cancel_for_suspension(session: AsyncSession, order_id: UUID) -> None:
    order = await lock_order(session, order_id)
    if order.status in (OrderStatus.AWAITING_PAYMENT, OrderStatus.SEARCHING):
        reason = "client_suspended"
        await end_unwalked(session, order, OrderStatus.CANCELLED, OrderCancelled, reason=reason)


async def replace_walker(
    session: AsyncSession, order_id: UUID, *, by: str, walker_id: UUID, reason: str
) -> Order:
    """The walker is lost before the walk: back to searching, his client's substitutes first."""
    order = await lock_order(session, order_id, walker_id=walker_id)
    now = clock.now()
    search_by = max(order.scheduled_at, now) + REPLACE_WITHIN
    await unassign(session, order, by=by, reason=reason, search_by=search_by)
    # half of the time is left to find somebody else
    order.substitutes_until = now + (search_by - now) / 2
    tell(session, order, OrderSearchStarted, search_by=search_by, attempt=order.search_attempt)
    await session.flush()
    await watch_search(session, order)
    return order


async def end_unwalked(
    session: AsyncSession,
    order: Order,
    to: OrderStatus,
    event: type[Any],
    *,
    reason: str,
    by: str = "system",
    actor_id: UUID | None = None,
    capture: int = 0,
    facts: dict[str, Any] | None = None,
    evidence: dict[str, Any] | None = None,
) -> None:
    """End an order without a whole walk: slot freed, offers withdrawn, money told what to do.

    `facts` go into the event, `evidence` onto the timeline alone.
    """
    order.end(to, reason=reason, capture=capture)
    await free_slots(session, order.id)
    await promos.free_use(session, order.id)
    await withdraw_offers(session, order)
    for timer in TIMERS:
        await jobs.cancel(session, f"{timer}:{order.id}")
    await plan_purge(session, order)
    note(session, order, to.value, by, actor_id, reason=reason, **(facts or {}), **(evidence or {}))
    told = {"by": by, "reason_code": reason, "settlement": order.settlement, **(facts or {})}
    tell(session, order, event, **told)
