"""Points come in: refused as nonsense, given to the walk of their own time, or kept only as the last one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.track import TrackState
from app.models.trackpoint import Reading
from app.queries.consents import list_refusing
from app.queries.points import Stored, insert_points, insert_rejected
from app.queries.tracks import Window, lock_windows, set_last_seqs
from app.queries.whereabouts import move, note_said
from app.services import fences, measuring
from app.tracking.fixes import Rejection, find_rejection
from lapa_contracts.location import WalkerPositionChanged
from lapa_kit import clock
from lapa_kit.events import publish

PLANNED_BEFORE = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a batch: nonsense by its key, the newest point a person, the tracks that grew."""

    rejected: dict[tuple[UUID, str, int, datetime], Rejection] = field(default_factory=dict)
    newest: list[Reading] = field(default_factory=list)
    grown: dict[UUID, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sifted:
    """The distinct good readings, and the nonsense with its reasons."""

    good: list[Reading]
    bad: list[tuple[Reading, Rejection]]


def sift(readings: Sequence[Reading], now: datetime) -> Sifted:
    good: dict[tuple[UUID, str, int, datetime], Reading] = {}
    bad: dict[tuple[UUID, str, int, datetime], tuple[Reading, Rejection]] = {}
    for reading in readings:
        if reason := find_rejection(reading.as_fix(), now=now.timestamp()):
            bad.setdefault(reading.key, (reading, reason))
        else:
            good.setdefault(reading.key, reading)
    return Sifted(list(good.values()), list(bad.values()))


async def take_points(session: AsyncSession, sifted: Sifted) -> Taken:
    """Take readings of any number of people; the same ones again change nothing."""
    now = clock.now()
    sifted, taken = await _leave_out_the_unwilling(session, sifted)
    await insert_rejected(session, sifted.bad, received_at=now)
    good = sifted.good
    if not good:
        return taken
    people = sorted({reading.user_id for reading in good})
    windows = await lock_windows(session, people, since=min(r.at for r in good))
    walks = _by_walker(windows)
    placed = [(r, _find_walk(r, walks.get(r.user_id, ()))) for r in good]
    stored = await insert_points(
        session,
        [
            (reading, walk.id if walk else None, walk.last_seq if walk else 0)
            for reading, walk in placed
            if walk or _may_belong_to_a_coming_walk(reading, walks.get(reading.user_id, ()))
        ],
        received_at=now,
    )
    taken.grown.update(_last_seqs(stored))
    await set_last_seqs(session, taken.grown)
    taken.newest.extend(_newest(good))
    await _move_people(session, taken.newest)
    await _follow(session, windows, placed, stored)
    return taken


async def _leave_out_the_unwilling(session: AsyncSession, sifted: Sifted) -> tuple[Sifted, Taken]:
    """Nothing of them is written, nonsense neither; what is left, and all that is rejected."""
    everything = [*sifted.good, *(reading for reading, _ in sifted.bad)]
    refusing = await list_refusing(session, {reading.user_id for reading in everything})
    taken = Taken(rejected={reading.key: reason for reading, reason in sifted.bad})
    if not refusing:
        return sifted, taken
    taken.rejected.update(
        (reading.key, Rejection.NOT_SHARED) for reading in everything if reading.user_id in refusing
    )
    good = [reading for reading in sifted.good if reading.user_id not in refusing]
    bad = [pair for pair in sifted.bad if pair[0].user_id not in refusing]
    return Sifted(good, bad), taken


def _by_walker(windows: Sequence[Window]) -> dict[UUID, list[Window]]:
    walks: dict[UUID, list[Window]] = {}
    for window in windows:
        walks.setdefault(window.walker_id, []).append(window)
    return walks


def _find_walk(reading: Reading, walks: Sequence[Window]) -> Window | None:
    """The walk that was open at the reading's own time; of two the one begun later."""
    covering = [walk for walk in walks if walk.covers(reading.at)]
    return max(covering, key=lambda walk: (walk.started_at, walk.id), default=None)


def _may_belong_to_a_coming_walk(reading: Reading, walks: Sequence[Window]) -> bool:
    """The event that a walk has begun may arrive after its first points."""
    return any(
        walk.state is TrackState.PLANNED and reading.at >= walk.planned_at - PLANNED_BEFORE
        for walk in walks
    )


def _last_seqs(stored: Sequence[Stored]) -> dict[UUID, int]:
    last: dict[UUID, int] = {}
    for point in stored:
        if point.track_id and point.track_seq:
            last[point.track_id] = max(last.get(point.track_id, 0), point.track_seq)
    return dict(sorted(last.items()))


def _newest(readings: Sequence[Reading]) -> list[Reading]:
    newest: dict[UUID, Reading] = {}
    for reading in readings:
        known = newest.get(reading.user_id)
        if known is None or (reading.at, reading.seq) > (known.at, known.seq):
            newest[reading.user_id] = reading
    return list(newest.values())


async def _move_people(session: AsyncSession, newest: Sequence[Reading]) -> None:
    """Last points, and word to the others of a walker who has gone far enough or long enough."""
    moved = {row.user_id: row for row in await move(session, newest)}
    worth_telling = [
        reading
        for reading in newest
        if (row := moved.get(reading.user_id))
        and row.is_available
        and (
            row.said_at is None
            or row.distance_m is None
            or row.distance_m >= settings.moved_m
            or reading.at - row.said_at >= settings.moved_after
        )
    ]
    if not worth_telling:
        return
    await note_said(session, [reading.user_id for reading in worth_telling])
    for r in worth_telling:
        publish(session, WalkerPositionChanged(walker_id=r.user_id, lat=r.lat, lon=r.lon, at=r.at))


async def _follow(
    session: AsyncSession,
    windows: Sequence[Window],
    placed: Sequence[tuple[Reading, Window | None]],
    stored: Sequence[Stored],
) -> None:
    """What new points set off: geofences of walks under way, measurements of finished ones."""
    new = {(point.track_id, point.at) for point in stored}
    fresh: dict[UUID, list[Reading]] = {}
    for reading, walk in placed:
        if walk and (walk.id, reading.at) in new:
            fresh.setdefault(walk.id, []).append(reading)
    grown = [(walk, fresh[walk.id]) for walk in windows if walk.id in fresh]
    await fences.watch(session, [pair for pair in grown if pair[0].state is TrackState.LIVE])
    for walk, readings in grown:
        if walk.finished_at:
            await measuring.note_late_points(session, walk, newest=max(r.at for r in readings))
