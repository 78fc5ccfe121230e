"""The one search of walkers, and what of their time is booked: asked by user-service."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query

from app.models.needs import Needs
from app.queries.slots import list_bookings
from app.queries.walkers import Found
from app.schemas.values import Lat, Lon, Moment
from app.services import walkers
from lapa_contracts.order import WalkerBooking, WalkerHit
from lapa_contracts.values import PetSize, Species
from lapa_kit.auth import CallingService
from lapa_kit.db import Session

router = APIRouter(prefix="/walkers")


@router.get("/search")
async def search_walkers(
    _: CallingService,
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
    searcher_id: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> dict[str, list[WalkerHit]]:
    """Who could walk there and then, the searcher's favourites first, then by distance."""
    found = await walkers.search_walkers(
        session,
        lat=lat,
        lon=lon,
        radius_m=radius_m,
        at=at,
        size=size.value if size else None,
        dogs=dogs,
        needs=Needs(frozenset({species.value} if species else ()), puppy, reactive),
        min_rating=min_rating,
        instant_book=instant_book,
        searcher_id=searcher_id,
        limit=limit,
    )
    return {"items": [_hit(one) for one in found]}


def _hit(found: Found) -> WalkerHit:
    walker: Any = found.walker
    return WalkerHit(
        walker_id=walker.walker_id,
        distance_m=found.distance_m,
        rating_avg_x100=walker.rating_avg_x100,
        rating_count=walker.rating_count,
        completed_walks=walker.completed_walks,
        reliability=walker.reliability,
        online=walker.online,
        rate_bp=walker.rate_bp,
        instant_book=walker.instant_book,
    )


@router.get("/{walker_id:uuid}/bookings")
async def list_walker_bookings(
    _: CallingService,
    session: Session,
    walker_id: UUID,
    starts_at: Annotated[Moment, Query()],
    ends_at: Annotated[Moment, Query()],
) -> dict[str, list[WalkerBooking]]:
    """His walks that take some of that time, the earliest first."""
    orders = await list_bookings(session, walker_id, starts_at, ends_at)
    bookings = [
        WalkerBooking(
            order_id=order.id,
            status=order.status.value,
            scheduled_at=order.scheduled_at,
            ends_at=order.ends_at,
        )
        for order in orders
    ]
    return {"items": bookings}
