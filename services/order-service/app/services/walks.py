"""The walk itself: on the way, at the door, under way, finished, reported, settled."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.care import CarePlanIncomplete, missing_care
from app.models.credit import EarlyFinish
from app.models.drop_off import require_out
from app.models.order import (
    TRANSITIONS,
    WALK_IS_OVER,
    InvalidTransition,
    Order,
    OrderNotFound,
    OrderStatus,
)
from app.models.walk import (
    PlaceNeeded,
    ReasonNeeded,
    ReportNotReady,
    UnknownPet,
    WalkEvent,
    WrongPin,
)
from app.queries.orders import get_party_order, lock_order
from app.queries.slots import free_slots
from app.queries.walkers import find_walker
from app.queries.walks import list_walk_events
from app.services import backup_chain, referrals
from app.services.access import plan_purge
from app.services.home_safe import require_home_safe
from app.services.place import Place, prove
from app.services.start_watch import stop_watching
from app.services.telling import note, tell, tell_reputation
from lapa_contracts.location import TrackFinalized
from lapa_contracts.order import (
    OrderArrived,
    OrderCompleted,
    OrderEnRoute,
    OrderSettled,
    OrderSettlementDue,
    OrderStarted,
    ReportReady,
    WalkEventKind,
    WalkEventRecorded,
)
from lapa_kit import clock, jobs
from lapa_kit.auth import Principal
from lapa_kit.ids import new_id

FINISH_ANY = "orders:finish_any"
MONEY_MOVED = ("captured", "partially_refunded", "refunded")


async def go_en_route(session: AsyncSession, order_id: UUID, *, walker_id: UUID) -> Order:
    order = await lock_order(session, order_id, walker_id=walker_id)
    order.go_en_route()
    note(session, order, "en_route", "walker", walker_id)
    tell(session, order, OrderEnRoute, eta_s=None)
    return order


async def arrive(session: AsyncSession, order_id: UUID, place: Place, *, walker_id: UUID) -> Order:
    """A fact on the timeline, not a state; saying it twice changes nothing."""
    order = await lock_order(session, order_id, walker_id=walker_id)
    proof = prove(order, place)
    if order.arrive(clock.now()):
        await backup_chain.call_off(session, order)
        note(session, order, "arrived", "walker", walker_id, proof=proof)
        tell(session, order, OrderArrived, proof=proof)
    return order


async def start_walk(
    session: AsyncSession, order_id: UUID, place: Place, *, pin: str | None, walker_id: UUID
) -> Order:
    """Begin at the pickup, with the client's PIN where he asked for one."""
    order = await lock_order(session, order_id, walker_id=walker_id)
    if OrderStatus.IN_PROGRESS not in TRANSITIONS[order.status]:
        raise InvalidTransition(f"An order that is {order.status} cannot be started.")
    proof = prove(order, place)
    if order.start_pin and pin != order.start_pin:
        note(session, order, "wrong_pin", "walker", walker_id)
        raise WrongPin
    await backup_chain.call_off(session, order)
    now = clock.now()
    order.start(now, proof=proof)
    note(session, order, "in_progress", "walker", walker_id, proof=proof)
    pickup = {"lat": order.pickup_lat, "lon": order.pickup_lon}
    tell(session, order, OrderStarted, started_at=now, pickup=pickup, proof=proof)
    await stop_watching(session, order.id)
    await watch_end(session, order)
    return order


async def watch_end(session: AsyncSession, order: Order) -> None:
    """A walk that its walker forgets to finish ends by itself."""
    await jobs.enqueue(
        session,
        "finish_forgotten_walk",
        {"order_id": str(order.id)},
        at=max(order.ends_at, order.end_after(0)) + settings.finish_by_system_after,
        key=f"forgotten:{order.id}",
    )


async def record_event(
    session: AsyncSession,
    order_id: UUID,
    *,
    walker_id: UUID,
    kind: WalkEventKind,
    pet_ids: list[UUID],
    at: datetime | None,
    place: Place | None,
    media_ids: list[UUID],
    note_text: str | None,
) -> WalkEvent:
    """Something that happened on the walk; without `pet_ids` it concerns all the dogs that were out then."""
    order = await lock_order(session, order_id, walker_id=walker_id)
    if order.status is not OrderStatus.IN_PROGRESS:
        raise InvalidTransition("Events belong to a walk that is under way.")
    if unknown := set(pet_ids) - {UUID(pet["pet_id"]) for pet in order.pets}:
        raise UnknownPet(f"Not on this walk: {', '.join(map(str, unknown))}.")
    at = at or clock.now()
    out = require_out(order.pets, order.drop_offs, pet_ids, at)
    order.version += 1
    event = WalkEvent(
        id=new_id(),
        order_id=order.id,
        kind=kind,
        pet_ids=[str(pet_id) for pet_id in pet_ids or out],
        at=at,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        media_ids=[str(media_id) for media_id in media_ids],
        note=note_text,
    )
    session.add(event)
    await session.flush()
    tell(
        session,
        order,
        WalkEventRecorded,
        event_id=event.id,
        kind=event.kind.value,
        pet_ids=event.pet_ids,
        at=event.at,
        media_ids=event.media_ids,
    )
    return event


async def finish(
    session: AsyncSession,
    order_id: UUID,
    place: Place | None,
    *,
    user: Principal,
    checklist: dict[str, bool],
    early_finish: EarlyFinish | None,
    despite_missing: bool,
    reason: str | None,
) -> Order:
    """By the walker at the pickup, or by support from anywhere, who says why."""
    order = await lock_order(session, order_id)
    if user.id != order.walker_id and user.may(FINISH_ANY):
        return await _finish_for_walker(session, order, supporter_id=user.id, reason=reason)
    if user.id != order.walker_id:
        raise OrderNotFound
    if place is None:
        raise PlaceNeeded
    if order.status is OrderStatus.IN_PROGRESS and not despite_missing:
        await _require_care(session, order)
    order.early_finish = early_finish
    return await _finish_at_door(session, order, place, checklist=checklist)


async def _require_care(session: AsyncSession, order: Order) -> None:
    """The walker is warned once more of what he may have forgotten. Raises CarePlanIncomplete."""
    events = await list_walk_events(session, order.id)
    if missing := missing_care(order.care_plan, order.pets_out_at(clock.now()), events):
        raise CarePlanIncomplete(f"Missing: {', '.join(missing)}.", missing=missing)


async def _finish_for_walker(
    session: AsyncSession, order: Order, *, supporter_id: UUID, reason: str | None
) -> Order:
    if not reason:
        raise ReasonNeeded
    if order.status is not OrderStatus.IN_PROGRESS:
        raise InvalidTransition(f"An order that is {order.status} cannot be finished.")
    note(session, order, "finished_by_support", "support", supporter_id, reason=reason)
    await _complete(session, order, by="support", proof=None)
    return order


async def _finish_at_door(
    session: AsyncSession, order: Order, place: Place, *, checklist: dict[str, bool]
) -> Order:
    """With home-safe also photos of all dogs and the whole checklist."""
    if order.status is not OrderStatus.IN_PROGRESS:
        raise InvalidTransition(f"An order that is {order.status} cannot be finished.")
    proof = prove(order, place)
    if order.home_safe:
        await require_home_safe(session, order, checklist)
    await _complete(session, order, by="walker", proof=proof)
    return order


async def _complete(session: AsyncSession, order: Order, *, by: str, proof: str | None) -> None:
    now = clock.now()
    order.finish(now, by=by)
    await free_slots(session, order.id)
    walker = await find_walker(session, order.walker_id) if order.walker_id else None
    if walker:
        walker.completed_walks += 1
    note(session, order, "completed", by, order.walker_id if by == "walker" else None)
    tell(
        session,
        order,
        OrderCompleted,
        started_at=order.started_at,
        finished_at=now,
        finished_by=by,
        proof=proof,
    )
    await jobs.cancel(session, f"forgotten:{order.id}")
    await plan_purge(session, order)
    payload = {"order_id": str(order.id)}
    at = now + settings.track_patience
    await jobs.enqueue(session, "settle_without_track", payload, at=at, key=f"track:{order.id}")


async def finish_forgotten_walk(session: AsyncSession, order_id: UUID) -> None:
    order = await lock_order(session, order_id)
    if order.status is OrderStatus.IN_PROGRESS:
        await _complete(session, order, by="system", proof=None)


async def take_track(session: AsyncSession, track: TrackFinalized) -> None:
    """The track is final, or has been revised: the report card is made of it; money settles once."""
    try:
        order = await lock_order(session, track.track_id)
    except OrderNotFound:
        return
    known = order.report or {}
    if order.status not in WALK_IS_OVER or track.revision <= known.get("revision", 0):
        return
    order.report = track.model_dump(mode="json", exclude={"track_id"})
    order.version += 1
    events = await list_walk_events(session, order.id)
    tell(
        session,
        order,
        ReportReady,
        revision=track.revision,
        distance_m=track.distance_m,
        duration_s=_duration_s(order),
        media_ids=[media_id for event in events for media_id in event.media_ids],
    )
    await settle(session, order)


async def settle_without_track(session: AsyncSession, order_id: UUID) -> None:
    """No track within ten minutes: settle on the server's own times; the report follows when it can."""
    order = await lock_order(session, order_id)
    await settle(session, order)


async def settle(session: AsyncSession, order: Order) -> None:
    """Ask for the money's end, once; the order is settled when payment-service says it was captured."""
    if order.status is not OrderStatus.COMPLETED or order.settlement is not None:
        return
    order.settle_walk()
    order.version += 1
    await jobs.cancel(session, f"track:{order.id}")
    tell(session, order, OrderSettlementDue, settlement=order.settlement)


async def close_money(session: AsyncSession, order: Order) -> None:
    """payment-service has captured: a completed walk is settled with that, said once.

    A dispute may have come between the walk and its capture: then its decision has settled the order already.
    """
    if order.settlement is None or order.settled_at or order.payment_status not in MONEY_MOVED:
        return
    if order.status is OrderStatus.COMPLETED:
        order.move(OrderStatus.SETTLED)
    if order.status is not OrderStatus.SETTLED:
        return
    order.settled_at = clock.now()
    await referrals.credit_first_walk(session, order)
    parts = order.split(order.settlement["capture"])
    if order.walker_id and (walker := await find_walker(session, order.walker_id)):
        tell_reputation(session, walker)
    note(session, order, "settled", "system")
    tell(
        session,
        order,
        OrderSettled,
        captured=order.settlement["capture"],
        walker_amount=parts.walker,
        commission=parts.commission,
    )


def _duration_s(order: Order) -> int:
    assert order.started_at
    assert order.finished_at
    return round((order.finished_at - order.started_at).total_seconds())


@dataclass(frozen=True)
class Report:
    """The report card; `track` is None while location-service has not finished it."""

    order: Order
    duration_s: int
    track: dict[str, Any] | None
    events: list[WalkEvent]


async def get_report(session: AsyncSession, order_id: UUID, *, user_id: UUID) -> Report:
    order = await get_party_order(session, order_id, user_id)
    if order.status not in WALK_IS_OVER:
        raise ReportNotReady
    events = await list_walk_events(session, order.id)
    return Report(order, _duration_s(order), order.report, events)
