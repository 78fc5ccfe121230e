"""Booking and looking after orders."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Depends, Query, Response

from app.models.order import FeeOutOfRange, InvalidTransition, OrderNotFound, OrderStatus
from app.models.person import AccountSuspended, TermsNotAccepted
from app.models.promo import PromoExhausted
from app.models.quote import QuoteExpired, QuoteNotFound, QuoteUsed
from app.models.ranking import WEIGHTS
from app.models.slot import SlotTaken
from app.models.walker import WalkerNotAvailable
from app.queries import orders as order_queries
from app.queries.offers import list_offers_of_order
from app.schemas.orders import (
    AskedRead,
    CancellationFee,
    CancelOrder,
    MatchRead,
    NewPrice,
    OrderCreate,
    OrderPatch,
    OrderRead,
    Rebook,
    Timeline,
    TimelineRead,
)
from app.schemas.values import Moment
from app.services import booking, orders, rebooking, rescheduling
from app.services.quotes import ScheduledInThePast, VaccinationRequired
from app.services.rebooking import PriceChanged
from app.services.repricing import InsufficientFunds
from app.services.rescheduling import Change
from lapa_contracts.payment import PaymentClient
from lapa_contracts.pet import PetClient
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import PreconditionFailed, UpstreamFailed, problems

router = Router(prefix="/orders", tags=["orders"])
Pets = Annotated[PetClient, Depends(client(PetClient))]
Payments = Annotated[PaymentClient, Depends(client(PaymentClient))]


@router.post(
    "",
    status_code=201,
    responses=problems(
        *IDENTITY_PROBLEMS,
        AccountSuspended,
        TermsNotAccepted,
        QuoteNotFound,
        QuoteExpired,
        QuoteUsed,
        SlotTaken,
        WalkerNotAvailable,
        PromoExhausted,
    ),
)
async def place_order(body: OrderCreate, user: CurrentUser, session: Session) -> OrderRead:
    """Book what was quoted. With `walker_id` his time is held from this moment."""
    order = await booking.place_order(session, body.quote_id, body.to_booking(), client_id=user.id)
    return OrderRead.of(order, user.id)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_orders(
    user: CurrentUser,
    session: Session,
    page: Paging,
    status: Annotated[list[OrderStatus] | None, Query()] = None,
    role: Literal["client", "walker"] | None = None,
    since: Annotated[Moment | None, Query(alias="from")] = None,
    until: Annotated[Moment | None, Query(alias="to")] = None,
) -> Page[OrderRead]:
    """The caller's orders as client and as walker, newest first; `from` and `to` by start."""
    rows = await order_queries.list_orders(
        session, user.id, page, role=role, statuses=status or [], since=since, until=until
    )
    return page_of(rows, lambda order: OrderRead.of(order, user.id))


@router.get("/{order_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, OrderNotFound))
async def get_order(
    order_id: UUID, user: CurrentUser, session: Session, response: Response
) -> OrderRead:
    """The order, for its client, its walker, or support."""
    order = await orders.get_visible_order(session, order_id, user)
    set_etag(response, order.version)
    return OrderRead.of(order, user.id)


@router.patch(
    "/{order_id:uuid}",
    responses=problems(
        *IDENTITY_PROBLEMS,
        OrderNotFound,
        InvalidTransition,
        PreconditionFailed,
        InvalidEtag,
        ScheduledInThePast,
        SlotTaken,
        WalkerNotAvailable,
        InsufficientFunds,
        UpstreamFailed,
    ),
)
async def change_order(
    order_id: UUID,
    body: OrderPatch,
    user: CurrentUser,
    payments: Payments,
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> OrderRead:
    """Change the notes, or move the walk: its walker keeps it when he is free then, else another is found.

    The price is that of the booking's own rule for the new time; the difference is held or set free.
    """
    order = await rescheduling.change_order(
        session, payments, order_id, body.to_change(), client_id=user.id, version=if_match
    )
    set_etag(response, order.version)
    return OrderRead.of(order, user.id)


@router.get("/{order_id:uuid}/timeline", responses=problems(*IDENTITY_PROBLEMS, OrderNotFound))
async def get_timeline(order_id: UUID, user: CurrentUser, session: Session) -> Timeline:
    """Every step of the order, who took it and when."""
    order = await orders.get_visible_order(session, order_id, user)
    entries = await order_queries.list_timeline(session, order.id)
    return Timeline(items=[TimelineRead.of(entry) for entry in entries])


@router.get(
    "/{order_id:uuid}/new-price",
    responses=problems(*IDENTITY_PROBLEMS, OrderNotFound, InvalidTransition, ScheduledInThePast),
)
async def get_new_price(
    order_id: UUID,
    user: CurrentUser,
    session: Session,
    scheduled_at: Moment | None = None,
    duration_minutes: Annotated[int | None, Query(ge=10, le=720)] = None,
) -> NewPrice:
    """What the walk would cost at another time or length: the price that `PATCH` would set at this moment."""
    change = Change(scheduled_at=scheduled_at, duration_minutes=duration_minutes)
    order, lines = await rescheduling.preview_change(session, order_id, change, client_id=user.id)
    return NewPrice.of(order, lines)


@router.get(
    "/{order_id:uuid}/cancellation-fee",
    responses=problems(*IDENTITY_PROBLEMS, OrderNotFound, InvalidTransition),
)
async def get_cancellation_fee(
    order_id: UUID, user: CurrentUser, session: Session
) -> CancellationFee:
    """What cancelling at this moment would cost the client."""
    order, fee = await orders.preview_cancellation(session, order_id, client_id=user.id)
    return CancellationFee(amount=fee, currency=order.currency)


@router.post(
    "/{order_id:uuid}/cancel",
    responses=problems(*IDENTITY_PROBLEMS, OrderNotFound, InvalidTransition, FeeOutOfRange),
)
async def cancel_order(
    order_id: UUID, body: CancelOrder, user: CurrentUser, session: Session
) -> OrderRead:
    """By the client: the fee shown by `/cancellation-fee` is charged, the rest is released.

    By the walker: another walker is searched for. By support: also a walk under way, for the `fee` it says.
    """
    order = await orders.cancel(
        session, order_id, user=user, reason=body.reason, fee=body.fee_amount
    )
    return OrderRead.of(order, user.id)


@router.post(
    "/{order_id:uuid}/rebook",
    status_code=201,
    responses=problems(
        *IDENTITY_PROBLEMS,
        AccountSuspended,
        TermsNotAccepted,
        OrderNotFound,
        ScheduledInThePast,
        VaccinationRequired,
        PriceChanged,
        SlotTaken,
        WalkerNotAvailable,
        UpstreamFailed,
    ),
)
async def rebook_order(
    order_id: UUID, body: Rebook, user: CurrentUser, pets: Pets, session: Session
) -> OrderRead:
    """The same walk again: the same dogs, walker, notes and protocol, at the price of this moment."""
    order = await rebooking.rebook(session, pets, order_id, body.to_again(), client_id=user.id)
    return OrderRead.of(order, user.id)


@router.get("/{order_id:uuid}/explain", responses=problems(*IDENTITY_PROBLEMS, OrderNotFound))
async def explain_match(order_id: UUID, user: CurrentUser, session: Session) -> MatchRead:
    """Why this walker, for the client: who was asked in which order, and the factors that order came from."""
    order = await orders.get_order_of_client(session, order_id, user)
    offers = await list_offers_of_order(session, order.id)
    return MatchRead(
        walker_id=order.walker_id,
        requested_walker_id=order.requested_walker_id,
        weights=dict(WEIGHTS),
        asked=[AskedRead.of(offer) for offer in offers],
    )
