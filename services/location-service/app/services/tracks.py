"""Reading a track: its line and its figures, of a walk under way as far as it has come."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.track import Track, TrackNotStarted
from app.queries.tracks import get_track
from app.services.measuring import gaps_of, measure_so_far, places_of
from app.tracking.measurement import Place
from app.tracking.simplification import simplify


@dataclass(frozen=True, slots=True)
class Line:
    track: Track
    places: list[Place]


@dataclass(frozen=True, slots=True)
class Figures:
    """Metres, seconds, shares; `average_speed` in metres a second while moving."""

    distance_m: int
    low_m: int
    high_m: int
    duration_s: int
    moving_s: int
    in_vehicle_s: int
    coverage: float
    jumps: int
    gaps: list[dict[str, Any]]
    raw_sha256: str

    @property
    def average_speed(self) -> float:
        return round(self.distance_m / self.moving_s, 2) if self.moving_s else 0.0


async def get_line(
    session: AsyncSession, track_id: UUID, *, user_id: UUID | None, simplify_m: float
) -> Line:
    track = await get_track(session, track_id, user_id=user_id)
    if track.revision:
        places = places_of(track)
    elif track.started_at:
        places = (await measure_so_far(session, track)).measurement.line
    else:
        places = []
    return Line(track, simplify(places, simplify_m))


async def get_figures(
    session: AsyncSession, track_id: UUID, *, user_id: UUID | None
) -> tuple[Track, Figures]:
    """Of the final measurement, or of the moment."""
    track = await get_track(session, track_id, user_id=user_id)
    if track.started_at is None:
        raise TrackNotStarted
    if track.revision:
        names = [name for name in Figures.__dataclass_fields__]
        return track, Figures(**{name: getattr(track, name) for name in names})
    measured = await measure_so_far(session, track)
    m = measured.measurement
    return track, Figures(
        distance_m=round(m.distance),
        low_m=round(m.low),
        high_m=round(m.high),
        duration_s=round(m.duration),
        moving_s=round(m.moving),
        in_vehicle_s=round(m.in_vehicle),
        coverage=round(m.coverage, 4),
        jumps=m.jumps,
        gaps=gaps_of(m),
        raw_sha256=measured.raw_sha256,
    )
