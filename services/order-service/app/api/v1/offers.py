"""Offers to walkers."""

from uuid import UUID

from app.models.offer import OfferClosed, OfferNotFound, OfferTaken
from app.models.order import InvalidTransition
from app.models.slot import SlotTaken
from app.queries.offers import list_open_offers
from app.schemas.orders import OfferRead, Offers, OrderRead
from app.services import matching
from lapa_kit import clock
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import problems

router = Router(prefix="/orders/offers", tags=["offers"])


@router.get("", responses=problems(*IDENTITY_PROBLEMS))
async def list_offers(user: CurrentUser, session: Session) -> Offers:
    """What the walker may accept now, the soonest to expire first."""
    rows = await list_open_offers(session, user.id, clock.now())
    return Offers(items=[OfferRead.of(offer, order) for offer, order in rows])


@router.post(
    "/{offer_id}/accept",
    responses=problems(
        *IDENTITY_PROBLEMS, OfferNotFound, OfferTaken, OfferClosed, SlotTaken, InvalidTransition
    ),
)
async def accept_offer(offer_id: UUID, user: CurrentUser, session: Session) -> OrderRead:
    """Take the walk: the first one wins, and no walker is booked twice at a time."""
    order = await matching.accept_offer(session, offer_id, walker_id=user.id)
    return OrderRead.of(order, user.id)


@router.post(
    "/{offer_id}/decline",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, OfferNotFound, OfferTaken, OfferClosed),
)
async def decline_offer(offer_id: UUID, user: CurrentUser, session: Session) -> None:
    """Not this one; nobody holds it against the walker."""
    await matching.decline_offer(session, offer_id, walker_id=user.id)
