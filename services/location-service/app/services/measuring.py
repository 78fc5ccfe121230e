"""Measuring a finished walk, and again when late points change it; measuring one under way for a look."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.track import Track, TrackState
from app.queries.points import find_newest_at, list_track_fixes
from app.queries.tracks import Window, find_track
from app.tracking.evidence import hash_fixes
from app.tracking.measurement import Measurement, Place, measure
from app.tracking.simplification import encode_small
from lapa_contracts.location import TrackFinalized
from lapa_kit import clock, jobs
from lapa_kit.events import publish

JOB = "measure_track"


async def schedule_first(session: AsyncSession, track: Track) -> None:
    """At once when the phone's points reach the finish, else when patience ends."""
    assert track.finished_at
    newest = await find_newest_at(session, track.id)
    has_all = newest is not None and newest >= track.finished_at - settings.final_slack
    await _schedule(session, track.id, timedelta(0) if has_all else settings.final_patience)


async def note_late_points(session: AsyncSession, walk: Window, *, newest: datetime) -> None:
    """Points of a walk that is over: its first measurement need not wait, a later one revises it."""
    assert walk.finished_at
    if walk.state is TrackState.FINAL:
        await _schedule(session, walk.id, settings.revise_after)
    elif walk.state is TrackState.CLOSING and newest >= walk.finished_at - settings.final_slack:
        await _schedule(session, walk.id, timedelta(0))


async def _schedule(session: AsyncSession, track_id: UUID, delay: timedelta) -> None:
    payload = {"track_id": str(track_id)}
    at = clock.now() + delay
    await jobs.enqueue(session, JOB, payload, at=at, key=f"measure:{track_id}")


async def measure_track(session: AsyncSession, track_id: UUID) -> None:
    """Measure a finished walk from all its points; say so when that is news.

    The points are read and measured before the track is locked: a lock would hold up the phones.
    """
    track = await find_track(session, track_id)
    if track is None or track.state not in (TrackState.CLOSING, TrackState.FINAL):
        return
    seq = track.last_seq
    measured = await measure_so_far(session, track)
    await session.refresh(track, with_for_update=True)
    if track.last_seq != seq:
        await _schedule(session, track_id, timedelta(seconds=1))
        return
    track.state, track.measured_seq = TrackState.FINAL, seq
    if track.raw_sha256 == measured.raw_sha256:
        return
    _write_down(track, measured)
    publish(session, _finalized(track))


@dataclass(frozen=True, slots=True)
class Measured:
    """A measurement with the hash of the fixes that it was made from."""

    measurement: Measurement
    polyline: str
    raw_sha256: str
    points: int


async def measure_so_far(session: AsyncSession, track: Track) -> Measured:
    """What can be said of the walk with the points that are here, in a thread of its own."""
    fixes = await list_track_fixes(session, track.id)
    start = track.started_at or clock.now()
    end = track.finished_at or clock.now()

    def work() -> Measured:
        measurement = measure(fixes, start=start.timestamp(), end=end.timestamp())
        line = encode_small(measurement.line)
        return Measured(measurement, line, hash_fixes(fixes), len(fixes))

    return await asyncio.to_thread(work)


def _write_down(track: Track, measured: Measured) -> None:
    m = measured.measurement
    track.revision += 1
    track.distance_m, track.low_m, track.high_m = round(m.distance), round(m.low), round(m.high)
    track.moving_s, track.duration_s = round(m.moving), round(m.duration)
    track.in_vehicle_s, track.jumps = round(m.in_vehicle), m.jumps
    track.coverage = round(m.coverage, 4)
    track.gaps = gaps_of(m)
    track.line = line_of(track, m.line)
    track.polyline, track.raw_sha256 = measured.polyline, measured.raw_sha256


def gaps_of(measurement: Measurement) -> list[dict[str, Any]]:
    return [
        {
            "started_at": datetime.fromtimestamp(gap.start, UTC).isoformat(),
            "ended_at": datetime.fromtimestamp(gap.end, UTC).isoformat(),
            "reason": gap.reason.value,
        }
        for gap in measurement.gaps
    ]


def line_of(track: Track, places: list[Place]) -> list[Any]:
    """As it is stored: seconds since the start, and degrees to the centimetre."""
    assert track.started_at
    start = track.started_at.timestamp()
    return [[round(p.at - start, 1), round(p.lat, 7), round(p.lon, 7)] for p in places]


def places_of(track: Track) -> list[Place]:
    """The stored line as places."""
    assert track.started_at
    start = track.started_at.timestamp()
    return [Place(start + t, lat, lon) for t, lat, lon in track.line or []]


def _finalized(track: Track) -> TrackFinalized:
    return TrackFinalized.model_validate(
        {
            "track_id": track.id,
            "revision": track.revision,
            "distance_m": track.distance_m,
            "low_m": track.low_m,
            "high_m": track.high_m,
            "moving_s": track.moving_s,
            "duration_s": track.duration_s,
            "coverage": track.coverage,
            "gaps": track.gaps,
            "polyline": track.polyline,
            "raw_sha256": track.raw_sha256,
        }
    )
