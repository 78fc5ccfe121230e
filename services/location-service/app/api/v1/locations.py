"""Points in, last points out."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from app.api.v1.resources import Recording
from app.config import settings
from app.models.whereabouts import PositionNotFound, PositionNotShared
from app.schemas.activity import ActivityRead
from app.schemas.positions import (
    NearbyList,
    NearbyRead,
    PointsAccepted,
    PointsCreate,
    PositionRead,
)
from app.schemas.values import Lat, Lon
from app.services import activity, positions, walkers
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.connections import SharedRedis
from lapa_kit.db import DatabaseUnavailable, Session
from lapa_kit.openapi import NO_SESSION, OPEN_TO_ANYBODY
from lapa_kit.problems import problems
from lapa_kit.ratelimit import Rate, RateLimited, rate_limit

router = APIRouter(prefix="/locations", tags=["locations"])
MAX_RADIUS_M = settings.nearby_max_radius_m


@router.post(
    "",
    status_code=202,
    responses=problems(*IDENTITY_PROBLEMS, DatabaseUnavailable),
    openapi_extra=NO_SESSION,
)
async def send_points(body: PointsCreate, user: CurrentUser, recorder: Recording) -> PointsAccepted:
    """The caller's own points, up to 1000, in any order and as often as he likes; answered once they are safe."""
    return PointsAccepted.of(await recorder.record(body.to_readings(user.id)))


@router.get("/nearby", responses=problems(*IDENTITY_PROBLEMS))
async def list_nearby(
    user: CurrentUser,
    session: Session,
    lat: Annotated[Lat, Query()],
    lon: Annotated[Lon, Query()],
    radius_m: Annotated[int, Query(gt=0, le=MAX_RADIUS_M)] = settings.nearby_radius_m,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    kind: Literal["walker"] = "walker",
) -> NearbyList:
    """Walkers who are online now, nearest first; exact only for support."""
    found = await walkers.list_nearby(
        session, lat=lat, lon=lon, radius_m=radius_m, asked_by=user.id, limit=limit
    )
    exact = user.may("locations:read_any")
    return NearbyList(items=[NearbyRead.of(row, away, exact=exact) for row, away in found])


@router.get(
    "/activity",
    dependencies=[rate_limit("activity", Rate(120, 60))],
    responses=problems(RateLimited),
    openapi_extra=OPEN_TO_ANYBODY,
)
async def get_activity(
    session: Session,
    response: Response,
    lat: Annotated[Lat, Query()],
    lon: Annotated[Lon, Query()],
    radius_m: Annotated[int, Query(gt=0, le=MAX_RADIUS_M)] = 10_000,
) -> ActivityRead:
    """Where the city walks its dogs: squares with several walks, minutes late, both ends of each walk left out."""
    response.headers["Cache-Control"] = "public, max-age=60"
    found = await activity.look_at_city(session, lat=lat, lon=lon, radius_m=radius_m)
    return ActivityRead.of(found)


@router.get("/me", responses=problems(*IDENTITY_PROBLEMS, PositionNotFound))
async def get_own_position(user: CurrentUser, session: Session, redis: SharedRedis) -> PositionRead:
    """The caller's own last point; outside a walk it is all that is kept, and for minutes only."""
    return PositionRead.of(await positions.get_own_position(session, redis, user.id))


@router.get(
    "/{user_id:uuid}",
    responses=problems(*IDENTITY_PROBLEMS, PositionNotFound, PositionNotShared),
)
async def get_position(
    user_id: UUID, user: CurrentUser, session: Session, redis: SharedRedis
) -> PositionRead:
    """Where a walker is: for the owner of the dog, between the start and the finish of the walk."""
    point, track_id = await positions.get_position(
        session,
        redis,
        user_id,
        asked_by=user.id,
        may_see_any=user.may("locations:read_any"),
    )
    return PositionRead.of(point, track_id)
