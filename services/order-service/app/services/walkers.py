"""The search index: fed by what others say, asked by user-service for everybody."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from geoalchemy2.shape import from_shape
from shapely.errors import GEOSException
from shapely.geometry import MultiPolygon, Point, Polygon, shape
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.needs import Needs
from app.queries import walkers as walker_queries
from app.queries.walkers import Found, Wanted
from lapa_contracts.user import WalkerChanged
from lapa_kit import clock

# how long a walk is taken to be when somebody only looks around
TYPICAL_WALK = timedelta(minutes=30)


async def take_profile(session: AsyncSession, event: WalkerChanged) -> None:
    """Project a walker's profile into the index."""
    await walker_queries.put_walker(
        session,
        event.walker_id,
        event.version,
        verification=event.verification.value,
        verified_until=event.verified_until,
        checked_until=event.checked_until,
        online=event.online,
        home=_point(event.home.lon, event.home.lat) if event.home else None,
        service_radius_m=event.service_radius_m,
        area=_area(event.area),
        accepted_sizes=[size.value for size in event.accepted_sizes],
        accepted_species=[species.value for species in event.accepted_species],
        takes_puppies=event.takes_puppies,
        takes_reactive=event.takes_reactive,
        instant_book=event.instant_book,
        max_dogs=event.max_dogs,
        rate_bp=event.rate_bp,
        availability=event.availability.model_dump(mode="json"),
        min_notice_minutes=event.min_notice_minutes,
    )


def _point(lon: float, lat: float) -> Any:
    return from_shape(Point(lon, lat), srid=4326)


def _area(geojson: dict[str, Any] | None) -> Any:
    """A walker's own area, holes and all; one that is no polygon counts as none."""
    if geojson is None:
        return None
    try:
        area = shape(geojson)
    except (GEOSException, ValueError, KeyError, TypeError):
        return None
    if isinstance(area, Polygon):
        area = MultiPolygon([area])
    return from_shape(area, srid=4326) if area.geom_type == "MultiPolygon" else None


async def set_suspended(session: AsyncSession, walker_id: UUID, *, is_suspended: bool) -> None:
    walker = await walker_queries.find_walker(session, walker_id)
    if walker:
        walker.is_suspended = is_suspended


async def search_walkers(
    session: AsyncSession,
    *,
    lat: float,
    lon: float,
    radius_m: int,
    at: datetime | None,
    size: str | None,
    dogs: int,
    needs: Needs,
    min_rating: float | None,
    instant_book: bool,
    searcher_id: UUID | None,
    limit: int,
) -> list[Found]:
    """Who could walk such dogs there and then; without `at`: now."""
    now = clock.now()
    starts_at = at or now
    wanted = Wanted(
        lat=lat,
        lon=lon,
        starts_at=starts_at,
        ends_at=starts_at + TYPICAL_WALK,
        is_asap=at is None,
        sizes=frozenset({size} if size else ()),
        dogs=dogs,
        needs=needs,
        radius_m=radius_m,
        searcher_id=searcher_id,
        min_rating_x100=round((min_rating or 0) * 100),
        only_instant=instant_book,
    )
    return await walker_queries.find_walkers(session, wanted, now, limit=limit)
