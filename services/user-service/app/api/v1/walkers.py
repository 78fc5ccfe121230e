"""Walkers: one's own profile and hours, public cards, and the search."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from app.models.user import AccountSuspended, UserNotFound
from app.models.walker import InvalidArea, NotAWalker, WalkerNotFound
from app.schemas.values import Lat, Lon, Moment
from app.schemas.walkers import (
    Availability,
    WalkerCard,
    WalkerFound,
    WalkerRead,
    WalkerReplace,
)
from app.services import cards, walkers
from lapa_contracts.order import OrderClient
from lapa_contracts.values import PetSize, Species
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, OptionalUser
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.openapi import OPEN_TO_ANYBODY
from lapa_kit.pagination import Page
from lapa_kit.problems import PreconditionFailed, Unauthorized, UpstreamFailed, problems

router = Router(prefix="/walkers", tags=["walkers"])
Orders = Annotated[OrderClient, Depends(client(OrderClient))]
OWN_PROBLEMS = (*IDENTITY_PROBLEMS, UserNotFound, AccountSuspended)


@router.get("", responses=problems(Unauthorized, UpstreamFailed))
async def search_walkers(
    user: OptionalUser,
    orders: Orders,
    session: Session,
    lat: Annotated[Lat, Query()],
    lon: Annotated[Lon, Query()],
    radius_m: Annotated[int, Query(gt=0, le=50_000)] = 5_000,
    at: Moment | None = None,
    size: PetSize | None = None,
    dogs: Annotated[int, Query(ge=1, le=10)] = 1,
    species: Species | None = None,
    puppy: bool = False,
    reactive: bool = False,
    min_rating: Annotated[float | None, Query(ge=1, le=5)] = None,
    instant_book: bool = False,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Page[WalkerFound]:
    """Who could walk such animals there and then (without `at`: now), nearest first.

    With `instant_book` only those who need not be asked first.
    """
    hits = await orders.search_walkers(
        lat=lat,
        lon=lon,
        radius_m=radius_m,
        at=at,
        size=size,
        dogs=dogs,
        species=species,
        puppy=puppy,
        reactive=reactive,
        min_rating=min_rating,
        instant_book=instant_book,
        limit=limit,
        searcher_id=user.id if user else None,
    )
    known = {hit.walker_id: hit for hit in sorted(hits, key=lambda hit: hit.distance_m)}
    found = await cards.list_cards(session, list(known))
    return Page(items=[WalkerFound.found(card, known[card.walker.id]) for card in found])


@router.get("/me", responses=problems(*IDENTITY_PROBLEMS, UserNotFound, WalkerNotFound))
async def get_own_walker(user: CurrentUser, session: Session, response: Response) -> WalkerRead:
    """The caller's own profile as a walker."""
    walker = await walkers.get_own(session, user.id)
    set_etag(response, walker.version)
    return WalkerRead.of(walker)


@router.put("/me", responses=problems(*OWN_PROBLEMS, InvalidArea, PreconditionFailed, InvalidEtag))
async def replace_own_walker(
    body: WalkerReplace,
    user: CurrentUser,
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> WalkerRead:
    """Set the profile. The first time makes a client a walker too: his token is `token_stale` then."""
    walker = await walkers.change_profile(session, user.id, body.facts(), version=if_match)
    set_etag(response, walker.version)
    return WalkerRead.of(walker)


@router.put("/me/availability", responses=problems(*OWN_PROBLEMS, NotAWalker))
async def set_availability(body: Availability, user: CurrentUser, session: Session) -> WalkerRead:
    """When the caller walks, in his own time zone."""
    availability = body.model_dump(mode="json")
    return WalkerRead.of(await walkers.change_availability(session, user.id, availability))


@router.post("/me/online", responses=problems(*OWN_PROBLEMS, NotAWalker))
async def go_online(user: CurrentUser, session: Session) -> WalkerRead:
    """Ready for walks that begin now."""
    return WalkerRead.of(await walkers.set_online(session, user.id, online=True))


@router.post("/me/offline", responses=problems(*OWN_PROBLEMS, NotAWalker))
async def go_offline(user: CurrentUser, session: Session) -> WalkerRead:
    """No walks that begin now; those booked stay."""
    return WalkerRead.of(await walkers.set_online(session, user.id, online=False))


@router.get(
    "/{walker_id:uuid}",
    responses=problems(Unauthorized, WalkerNotFound),
    openapi_extra=OPEN_TO_ANYBODY,
)
async def get_walker_card(walker_id: UUID, user: OptionalUser, session: Session) -> WalkerCard:
    """A walker as anybody may see him."""
    card = await cards.get_card(session, walker_id, viewer_id=user.id if user else None)
    return WalkerCard.of(card)
