"""Tracks of walks: for the owner and the walker, afterwards too."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from app.models.track import TrackNotFound, TrackNotStarted
from app.queries.tracks import list_tracks as list_tracks_of
from app.schemas.tracks import StatsRead, TrackFeature, TrackPolyline, TrackRead, to_gpx
from app.services import tracks
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, Principal
from lapa_kit.db import Session
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = APIRouter(prefix="/tracks", tags=["tracks"])

GEOJSON, GPX = "application/geo+json", "application/gpx+xml"
FORMATS: dict[int | str, dict[str, Any]] = {
    200: {
        "model": TrackPolyline | TrackFeature,
        "description": "The line in the format asked for",
        "content": {
            GEOJSON: {"schema": {"$ref": "#/components/schemas/TrackFeature"}},
            GPX: {"schema": {"type": "string"}},
        },
    }
}


def _side(user: Principal) -> UUID | None:
    """Whose tracks: his own, or anybody's for support."""
    return None if user.may("locations:read_any") else user.id


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_tracks(
    user: CurrentUser,
    session: Session,
    page: Paging,
    role: Annotated[Literal["client", "walker"] | None, Query()] = None,
) -> Page[TrackRead]:
    """The caller's walks that have begun, newest first."""
    rows = await list_tracks_of(session, user.id, role, page)
    return page_of(rows, TrackRead.model_validate)


@router.get(
    "/{track_id:uuid}",
    response_class=Response,
    responses={**problems(*IDENTITY_PROBLEMS, TrackNotFound), **FORMATS},
)
async def get_track(
    track_id: UUID,
    user: CurrentUser,
    session: Session,
    format: Annotated[Literal["geojson", "gpx", "polyline"], Query()] = "geojson",
    simplify_m: Annotated[float, Query(ge=0, le=1000)] = 0,
) -> Response:
    """The smoothed line of a walk, of one under way as far as it has come."""
    line = await tracks.get_line(session, track_id, user_id=_side(user), simplify_m=simplify_m)
    match format:
        case "gpx":
            name = f'attachment; filename="{track_id}.gpx"'
            return Response(to_gpx(line), media_type=GPX, headers={"Content-Disposition": name})
        case "polyline":
            body = TrackPolyline.of(line).model_dump_json()
            return Response(body, media_type="application/json")
        case "geojson":
            return Response(TrackFeature.of(line).model_dump_json(), media_type=GEOJSON)


@router.get(
    "/{track_id:uuid}/stats", responses=problems(*IDENTITY_PROBLEMS, TrackNotFound, TrackNotStarted)
)
async def get_track_stats(track_id: UUID, user: CurrentUser, session: Session) -> StatsRead:
    """How far, how long, how sure: with the interval, the coverage and the reasons for gaps."""
    return StatsRead.of(*await tracks.get_figures(session, track_id, user_id=_side(user)))
