"""Tracks as they are shown: the walk, its figures, its line in three formats."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal, Self
from uuid import UUID
from xml.sax.saxutils import quoteattr

from app.models.track import Track, TrackState
from app.schemas.values import Schema, Utc
from app.services.tracks import Figures, Line
from app.tracking.measurement import GapReason, Place
from app.tracking.simplification import encode


class TrackRead(Schema):
    """A walk's track; its id is the order's. The figures are empty until it has been measured."""

    id: UUID
    client_id: UUID
    walker_id: UUID | None
    state: TrackState
    started_at: Utc | None
    finished_at: Utc | None
    last_seq: int
    revision: int
    distance_m: int | None
    low_m: int | None
    high_m: int | None
    duration_s: int | None
    moving_s: int | None
    coverage: float | None


class GapRead(Schema):
    started_at: Utc
    ended_at: Utc
    reason: GapReason


class StatsRead(Schema):
    """What can be said of a walk; the true distance lies between `low_m` and `high_m` in nine of ten.

    `coverage` is the share of the walk's time that was seen; `average_speed` in metres a second of moving.
    """

    track_id: UUID
    state: TrackState
    revision: int
    points: int
    jumps: int
    distance_m: int
    low_m: int
    high_m: int
    duration_s: int
    moving_s: int
    in_vehicle_s: int
    average_speed: float
    coverage: float
    gaps: list[GapRead]
    raw_sha256: str

    @classmethod
    def of(cls, track: Track, figures: Figures) -> Self:
        gaps = [GapRead.model_validate(_moments(gap)) for gap in figures.gaps]
        return cls(
            track_id=track.id,
            state=track.state,
            revision=track.revision,
            points=track.last_seq,
            jumps=figures.jumps,
            distance_m=figures.distance_m,
            low_m=figures.low_m,
            high_m=figures.high_m,
            duration_s=figures.duration_s,
            moving_s=figures.moving_s,
            in_vehicle_s=figures.in_vehicle_s,
            average_speed=figures.average_speed,
            coverage=figures.coverage,
            gaps=gaps,
            raw_sha256=figures.raw_sha256,
        )


def _moments(gap: dict[str, Any]) -> dict[str, Any]:
    moments = {name: datetime.fromisoformat(gap[name]) for name in ("started_at", "ended_at")}
    return {**gap, **moments}


class LineString(Schema):
    type: Literal["LineString"] = "LineString"
    coordinates: list[tuple[float, float]]


class TrackProperties(Schema):
    track_id: UUID
    state: TrackState
    revision: int
    started_at: Utc | None
    finished_at: Utc | None
    distance_m: int | None
    # seconds since the start, one a coordinate
    times: list[float]


class TrackFeature(Schema):
    """GeoJSON; `geometry` is null while there are fewer than two places."""

    type: Literal["Feature"] = "Feature"
    geometry: LineString | None
    properties: TrackProperties

    @classmethod
    def of(cls, line: Line) -> Self:
        track, places = line.track, line.places
        coordinates = [(round(p.lon, 7), round(p.lat, 7)) for p in places]
        start = track.started_at.timestamp() if track.started_at else 0.0
        return cls(
            geometry=LineString(coordinates=coordinates) if len(coordinates) > 1 else None,
            properties=TrackProperties(
                track_id=track.id,
                state=track.state,
                revision=track.revision,
                started_at=track.started_at,
                finished_at=track.finished_at,
                distance_m=track.distance_m,
                times=[round(p.at - start, 1) for p in places],
            ),
        )


class TrackPolyline(Schema):
    """Google's encoded polyline."""

    track_id: UUID
    precision: Literal[5] = 5
    polyline: str

    @classmethod
    def of(cls, line: Line) -> Self:
        return cls(track_id=line.track.id, polyline=encode(line.places))


def to_gpx(line: Line) -> str:
    """GPX 1.1, as any viewer of tracks opens it."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gpx version="1.1" creator="Lapa" xmlns="http://www.topografix.com/GPX/1/1">\n'
        f"<trk><name>{line.track.id}</name><trkseg>\n{_trackpoints(line.places)}"
        "</trkseg></trk>\n</gpx>\n"
    )


def _trackpoints(places: Sequence[Place]) -> str:
    return "".join(
        f"<trkpt lat={quoteattr(f'{p.lat:.7f}')} lon={quoteattr(f'{p.lon:.7f}')}>"
        f"<time>{_utc(p.at)}</time></trkpt>\n"
        for p in places
    )


def _utc(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
