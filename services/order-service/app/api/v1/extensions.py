"""More time for a walk under way."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.models.extension import (
    ExtensionClosed,
    ExtensionNotFound,
    ExtensionPending,
    OwnProposal,
    WalkTooLong,
)
from app.models.order import InvalidTransition, OrderNotFound
from app.models.slot import SlotTaken
from app.queries.extensions import list_extensions
from app.schemas.extensions import ExtensionCreate, ExtensionRead, Extensions
from app.schemas.orders import OrderRead
from app.services import extending, orders
from app.services.repricing import InsufficientFunds
from lapa_contracts.payment import PaymentClient
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import UpstreamFailed, problems

router = Router(prefix="/orders/{order_id:uuid}/extensions", tags=["extensions"])
Payments = Annotated[PaymentClient, Depends(client(PaymentClient))]
MONEY_PROBLEMS = (InsufficientFunds, UpstreamFailed)
ANSWER_PROBLEMS = (
    *IDENTITY_PROBLEMS,
    OrderNotFound,
    ExtensionNotFound,
    ExtensionClosed,
    OwnProposal,
)


@router.post(
    "",
    status_code=201,
    responses=problems(
        *IDENTITY_PROBLEMS,
        OrderNotFound,
        InvalidTransition,
        WalkTooLong,
        SlotTaken,
        ExtensionPending,
        *MONEY_PROBLEMS,
    ),
)
async def propose_extension(
    order_id: UUID,
    body: ExtensionCreate,
    user: CurrentUser,
    payments: Payments,
    session: Session,
) -> ExtensionRead:
    """The client or the walker proposes more minutes; the other side has five minutes to agree.

    `amount` is what they cost, by the rule of the booking.
    """
    extension = await extending.propose(session, payments, order_id, body.minutes, user_id=user.id)
    return ExtensionRead.model_validate(extension)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, OrderNotFound))
async def list_proposals(order_id: UUID, user: CurrentUser, session: Session) -> Extensions:
    """What was proposed on this walk, and what came of it."""
    order = await orders.get_visible_order(session, order_id, user)
    return Extensions.of(await list_extensions(session, order.id))


@router.post(
    "/{extension_id}/accept",
    responses=problems(*ANSWER_PROBLEMS, InvalidTransition, SlotTaken, *MONEY_PROBLEMS),
)
async def accept_extension(
    order_id: UUID, extension_id: UUID, user: CurrentUser, payments: Payments, session: Session
) -> OrderRead:
    """The other side agrees: the walk is longer from now on, and what is held for it grows."""
    order = await extending.accept(session, payments, order_id, extension_id, user_id=user.id)
    return OrderRead.of(order, user.id)


@router.post("/{extension_id}/decline", responses=problems(*ANSWER_PROBLEMS))
async def decline_extension(
    order_id: UUID, extension_id: UUID, user: CurrentUser, session: Session
) -> ExtensionRead:
    """The walk stays as long as it was."""
    extension = await extending.decline(session, order_id, extension_id, user_id=user.id)
    return ExtensionRead.model_validate(extension)
