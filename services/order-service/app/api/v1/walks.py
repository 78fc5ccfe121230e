"""The walk: on the way, started, recorded, finished; its report and its access notes."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.models.access import AccessSealed
from app.models.care import CarePlanIncomplete
from app.models.drop_off import LastPet, PetDroppedOff
from app.models.order import InvalidTransition, OrderNotFound
from app.models.waiting import AttemptTooSoon, NoShowNotProven
from app.models.walk import (
    HomeSafeIncomplete,
    PlaceNeeded,
    ReasonNeeded,
    ReportNotReady,
    TooFarFromPickup,
    UnknownPet,
    WrongPin,
)
from app.queries import walks as walk_queries
from app.schemas.aftermath import ContactAttemptCreate, ContactAttemptRead
from app.schemas.orders import AtDoor, AtFinish, OrderRead
from app.schemas.walks import (
    AccessLog,
    AccessNotes,
    Delay,
    DropOff,
    ReportRead,
    WalkEventCreate,
    WalkEventRead,
)
from app.services import access, delays, drop_offs, no_shows, orders, walks
from lapa_contracts.media import ContextType, MediaClient
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import UpstreamFailed, problems

router = Router(prefix="/orders/{order_id:uuid}", tags=["walks"])
Media = Annotated[MediaClient, Depends(client(MediaClient))]
WALK_PROBLEMS = (*IDENTITY_PROBLEMS, OrderNotFound, InvalidTransition)


@router.post("/en-route", responses=problems(*WALK_PROBLEMS))
async def go_en_route(order_id: UUID, user: CurrentUser, session: Session) -> OrderRead:
    """The walker is on his way."""
    order = await walks.go_en_route(session, order_id, walker_id=user.id)
    return OrderRead.of(order, user.id)


@router.post("/running-late", responses=problems(*WALK_PROBLEMS))
async def report_delay(
    order_id: UUID, body: Delay, user: CurrentUser, session: Session
) -> OrderRead:
    """The walker will be there in so many minutes; more than ten minutes late, the client is told."""
    order = await delays.report_delay(session, order_id, body.minutes, walker_id=user.id)
    return OrderRead.of(order, user.id)


@router.post("/arrived", responses=problems(*WALK_PROBLEMS, TooFarFromPickup))
async def arrive(order_id: UUID, body: AtDoor, user: CurrentUser, session: Session) -> OrderRead:
    """The walker is at the door; the proof is kept."""
    order = await walks.arrive(session, order_id, body.to_place(), walker_id=user.id)
    return OrderRead.of(order, user.id)


@router.post(
    "/contact-attempts",
    status_code=201,
    responses=problems(*WALK_PROBLEMS, TooFarFromPickup, NoShowNotProven, AttemptTooSoon),
)
async def attempt_contact(
    order_id: UUID, body: ContactAttemptCreate, user: CurrentUser, session: Session
) -> ContactAttemptRead:
    """The walker, arrived, rings or calls; the client is told that somebody waits."""
    attempt = await no_shows.attempt_contact(
        session, order_id, body.to_place(), walker_id=user.id, channel=body.channel
    )
    return ContactAttemptRead.model_validate(attempt)


@router.post("/no-show", responses=problems(*WALK_PROBLEMS, TooFarFromPickup, NoShowNotProven))
async def report_no_show(
    order_id: UUID, body: AtDoor, user: CurrentUser, session: Session
) -> OrderRead:
    """Nobody opened for ten minutes, in spite of two attempts: the client is charged as for cancelling now."""
    order = await no_shows.report_no_show(session, order_id, body.to_place(), walker_id=user.id)
    return OrderRead.of(order, user.id)


@router.post("/start", responses=problems(*WALK_PROBLEMS, TooFarFromPickup, WrongPin))
async def start_walk(
    order_id: UUID, body: AtDoor, user: CurrentUser, session: Session
) -> OrderRead:
    """Begin the walk at the pickup: from now on the owner sees the position."""
    order = await walks.start_walk(
        session, order_id, body.to_place(), pin=body.pin, walker_id=user.id
    )
    return OrderRead.of(order, user.id)


@router.post(
    "/finish",
    responses=problems(
        *WALK_PROBLEMS,
        TooFarFromPickup,
        HomeSafeIncomplete,
        CarePlanIncomplete,
        PlaceNeeded,
        ReasonNeeded,
    ),
)
async def finish_walk(
    order_id: UUID, body: AtFinish, user: CurrentUser, session: Session
) -> OrderRead:
    """End the walk at the pickup; from now on the owner no longer sees the position.

    Support may finish for a walker who cannot, and says why.
    """
    order = await walks.finish(
        session,
        order_id,
        body.to_place(),
        user=user,
        checklist={str(item): done for item, done in body.checklist.items()},
        early_finish=body.early_finish,
        despite_missing=body.despite_missing,
        reason=body.reason,
    )
    return OrderRead.of(order, user.id)


@router.post(
    "/drop-off",
    responses=problems(
        *WALK_PROBLEMS, TooFarFromPickup, UnknownPet, PetDroppedOff, LastPet, HomeSafeIncomplete
    ),
)
async def drop_off(order_id: UUID, body: DropOff, user: CurrentUser, session: Session) -> OrderRead:
    """Some of the dogs are home at the pickup, the walk goes on with the others."""
    order = await drop_offs.drop_off(
        session, order_id, body.to_place(), body.ids(), walker_id=user.id
    )
    return OrderRead.of(order, user.id)


@router.post(
    "/events",
    status_code=201,
    responses=problems(*WALK_PROBLEMS, UnknownPet, PetDroppedOff, UpstreamFailed),
)
async def record_event(
    order_id: UUID, body: WalkEventCreate, user: CurrentUser, media: Media, session: Session
) -> WalkEventRead:
    """Something that happened on the walk; photos must be the walker's own and usable."""
    if body.media_ids:
        await media.claim(
            body.media_ids, owner_id=user.id, context_type=ContextType.ORDER, context_id=order_id
        )
    event = await walks.record_event(
        session,
        order_id,
        walker_id=user.id,
        kind=body.type,
        pet_ids=body.pet_ids,
        at=body.at,
        place=body.place(),
        media_ids=body.media_ids,
        note_text=body.note,
    )
    return WalkEventRead.of(event)


@router.get("/events", responses=problems(*IDENTITY_PROBLEMS, OrderNotFound, InvalidCursor))
async def list_events(
    order_id: UUID, user: CurrentUser, page: Paging, session: Session
) -> Page[WalkEventRead]:
    """What has happened on the walk so far, in that order; for those who may see the order."""
    order = await orders.get_visible_order(session, order_id, user)
    rows = await walk_queries.list_walk_event_page(session, order.id, page)
    return page_of(rows, WalkEventRead.of)


@router.get("/report", responses=problems(*IDENTITY_PROBLEMS, OrderNotFound, ReportNotReady))
async def get_report(order_id: UUID, user: CurrentUser, session: Session) -> ReportRead:
    """The walk's report card."""
    return ReportRead.of(await walks.get_report(session, order_id, user_id=user.id))


@router.post("/access/reveal", responses=problems(*IDENTITY_PROBLEMS, OrderNotFound, AccessSealed))
async def reveal_access(
    order_id: UUID, body: AtDoor, user: CurrentUser, session: Session
) -> AccessNotes:
    """The access notes: to the assigned walker alone, near the door, from 30 minutes before the start."""
    notes = await access.reveal_access(session, order_id, body.to_place(), user_id=user.id)
    return AccessNotes(access_notes=notes)


@router.get("/access/log", responses=problems(*IDENTITY_PROBLEMS, OrderNotFound))
async def get_access_log(order_id: UUID, user: CurrentUser, session: Session) -> AccessLog:
    """Every attempt to open the access notes, for the owner."""
    return AccessLog.of(await access.access_log(session, order_id, client_id=user.id))
