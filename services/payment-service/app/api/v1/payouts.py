"""Walkers' money on its way to their banks."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query

from app.config import settings
from app.models.payout import (
    AnotherPersonNeeded,
    BelowMinimum,
    DestinationNotFound,
    NotPayable,
    PayoutDecided,
    PayoutNotFound,
    PayoutsAreForWalkers,
)
from app.models.topup import CurrencyNotSupported, ProviderNotAvailable
from app.queries.payouts import get_payout as find
from app.queries.payouts import list_destinations as find_destinations
from app.queries.payouts import list_payouts as list_
from app.schemas.payouts import (
    DestinationCreate,
    DestinationList,
    DestinationRead,
    PayoutCreate,
    PayoutRead,
    Rejection,
    UpcomingRead,
)
from app.services import payouts
from lapa_contracts.payment import PayoutState
from lapa_contracts.roles import Role
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.idempotency import IdempotencyMismatch, InvalidIdempotencyKey, Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/payouts", tags=["payouts"])
Approver = Annotated[Principal, allowed("payouts:approve")]
KEYED = (*IDENTITY_PROBLEMS, IdempotencyMismatch, InvalidIdempotencyKey)
DECISION = problems(*KEYED, PayoutNotFound, PayoutDecided, AnotherPersonNeeded)


async def _walker(user: CurrentUser) -> Principal:
    if Role.WALKER not in user.roles:
        raise PayoutsAreForWalkers
    return user


Walker = Annotated[Principal, Depends(_walker)]
REFUSED = (*IDENTITY_PROBLEMS, PayoutsAreForWalkers)


@router.post(
    "/destinations",
    status_code=201,
    responses=problems(*KEYED, PayoutsAreForWalkers, ProviderNotAvailable),
)
async def add_destination(
    body: DestinationCreate, user: Walker, session: Session
) -> DestinationRead:
    """Where the caller's money shall go. After a change nothing goes out for a day."""
    made = await payouts.add_destination(session, user.id, **body.model_dump())
    return DestinationRead.model_validate(made)


@router.get("/destinations", responses=problems(*REFUSED))
async def list_destinations(user: Walker, session: Session) -> DestinationList:
    """The caller's own, the oldest first; payouts by schedule go to the newest."""
    found = await find_destinations(session, user.id)
    return DestinationList(items=[DestinationRead.model_validate(one) for one in found])


@router.delete(
    "/destinations/{destination_id:uuid}",
    status_code=204,
    responses=problems(*REFUSED, DestinationNotFound),
)
async def remove_destination(destination_id: UUID, user: Walker, session: Session) -> None:
    """Nothing new goes there; what is under way does."""
    await payouts.remove_destination(session, destination_id, user_id=user.id)


@router.get("/upcoming", responses=problems(*REFUSED))
async def get_upcoming(user: Walker, session: Session) -> UpcomingRead:
    """What the caller can have now, and what from which day on."""
    return UpcomingRead.of(await payouts.due(session, user.id, settings.default_currency))


@router.post(
    "",
    status_code=201,
    responses=problems(
        *KEYED,
        PayoutsAreForWalkers,
        DestinationNotFound,
        BelowMinimum,
        NotPayable,
        CurrencyNotSupported,
    ),
)
async def request_payout(body: PayoutCreate, user: Walker, session: Session) -> PayoutRead:
    """Set money aside and send it; `instant` arrives the same day, for a fee."""
    payout = await payouts.request(
        session,
        user.id,
        amount=body.amount,
        currency=body.currency,
        destination_id=body.destination,
        is_instant=body.instant,
    )
    return PayoutRead.model_validate(payout)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_payouts(
    user: CurrentUser,
    session: Session,
    page: Paging,
    status: Annotated[list[PayoutState] | None, Query()] = None,
    everybody: bool = False,
) -> Page[PayoutRead]:
    """The caller's payouts, newest first; `everybody` is for those who decide on them."""
    if everybody:
        user.require("payouts:approve")
    owner = None if everybody else user.id
    rows = await list_(session, page, user_id=owner, states=status or [])
    return page_of(rows, PayoutRead.model_validate)


@router.get("/{payout_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, PayoutNotFound))
async def get_payout(payout_id: UUID, user: CurrentUser, session: Session) -> PayoutRead:
    """How far a payout has come."""
    owner = None if user.may("payouts:approve") else user.id
    return PayoutRead.model_validate(await find(session, payout_id, user_id=owner))


@router.post("/{payout_id:uuid}/approve", responses=DECISION)
async def approve_payout(payout_id: UUID, user: Approver, session: Session) -> PayoutRead:
    """Agree that it is sent; where two are needed the second one sends it."""
    return PayoutRead.model_validate(await payouts.approve(session, payout_id, by=user.id))


@router.post("/{payout_id:uuid}/reject", responses=DECISION)
async def reject_payout(
    payout_id: UUID, body: Rejection, user: Approver, session: Session
) -> PayoutRead:
    """Give the money back to the walker's wallet."""
    payout = await payouts.reject(session, payout_id, by=user.id, reason=body.reason)
    return PayoutRead.model_validate(payout)
