"""A walk watched live: subscribe first, replay from the database, then what is new, a few times a second."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

import structlog
from fastapi import FastAPI

from app.config import settings
from app.models.track import Track
from app.models.trackpoint import Trackpoint
from app.queries.points import list_points_after
from app.queries.tracks import find_track
from lapa_kit.db import Sessions
from lapa_kit.realtime import Hub, Line, encode

REPLAY_BATCH = 500
MOST_QUEUED_BYTES = 256_000
# behind the wake-ups: finds what was said while Redis was away
LOOK_EVERY_S = 1.0
NOT_YOURS = 4404

log = structlog.get_logger()


class Viewer:
    """One who watches; `seq` is the last point he has been sent."""

    def __init__(self, line: Line, *, seq: int, is_support: bool) -> None:
        self.line, self.seq, self.is_support = line, seq, is_support
        self.is_caught_up = False
        self.told: tuple[Any, ...] = ()

    def show(self, track: Track, points: Sequence[Trackpoint], frame: str) -> None:
        """The room's frame, or what of it he has not had yet."""
        fresh = [point for point in points if (point.track_seq or 0) > self.seq]
        if not fresh:
            return
        self.line.push(frame if len(fresh) == len(points) else points_frame(track, fresh))
        self.seq = fresh[-1].track_seq or self.seq

    def may_see(self, track: Track) -> bool:
        return self.is_support or self.line.principal.id in (track.client_id, track.walker_id)


class Room:
    """One watched track in this process: reads what is new once for all its viewers."""

    def __init__(self, sessions: Sessions, track_id: UUID, seq: int) -> None:
        self.sessions, self.track_id, self.seq = sessions, track_id, seq
        self.viewers: set[Viewer] = set()
        self.moved = asyncio.Event()
        self.looking = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None

    def open(self) -> None:
        self._task = self._task or asyncio.create_task(self._run())

    async def close(self) -> None:
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.moved.wait(), LOOK_EVERY_S)
            self.moved.clear()
            try:
                await self._look()
            except Exception as error:  # the database may be away for a while: the lines stay
                log.warning("live.look_failed", track=str(self.track_id), error=str(error))
                await asyncio.sleep(LOOK_EVERY_S)
            await asyncio.sleep(settings.live_interval.total_seconds())

    async def _look(self) -> None:
        async with self.looking, self.sessions() as session:
            track = await find_track(session, self.track_id)
            if track is None:
                return
            if track.last_seq > self.seq:
                points = await list_points_after(
                    session, self.track_id, self.seq, limit=REPLAY_BATCH
                )
                self._show(track, points)
        self._tell(track)

    def _show(self, track: Track, points: Sequence[Trackpoint]) -> None:
        if not points:
            self.seq = track.last_seq  # taken from the walk again: outside its window after all
            return
        frame = points_frame(track, points)
        for viewer in self.viewers:
            if viewer.is_caught_up:
                viewer.show(track, points, frame)
        self.seq = points[-1].track_seq or self.seq
        if self.seq < track.last_seq:
            self.moved.set()

    def _tell(self, track: Track) -> None:
        """The walk's state to those who do not know it yet; whoever has lost his right is shown out."""
        state, frame = state_of(track), ""
        for viewer in self.viewers:
            if not viewer.may_see(track):
                viewer.line.hang_up(NOT_YOURS, "not_yours")
            elif viewer.is_caught_up and viewer.told != state:
                frame = frame or encode(describe(track))
                viewer.line.push(frame)
                viewer.told = state


class Rooms:
    """The tracks that are watched in this process; a wake-up from any process opens their eyes."""

    def __init__(self, sessions: Sessions, hub: Hub) -> None:
        self.sessions, self.hub = sessions, hub
        self._rooms: dict[UUID, Room] = {}
        hub.on_message("tracks_moved", self._wake)

    @classmethod
    def of(cls, app: FastAPI) -> "Rooms":
        rooms: Rooms | None = getattr(app.state, "rooms", None)
        if rooms is None or rooms.hub is not app.state.hub:
            rooms = app.state.rooms = cls(app.state.sessions, app.state.hub)
        return rooms

    def _wake(self, _: str, message: dict[str, Any]) -> None:
        for track_id in message["track_ids"]:
            if room := self._rooms.get(UUID(track_id)):
                room.moved.set()

    async def enter(self, track: Track, viewer: Viewer) -> None:
        """Show the walk from the viewer's `seq` on.

        He is in the room before the replay. The long part of it takes as long as his line needs; for the
        last bit the room waits, so that nothing slips between.
        """
        room = self._rooms.get(track.id)
        if room is None:
            room = self._rooms[track.id] = Room(self.sessions, track.id, track.last_seq)
        room.viewers.add(viewer)
        viewer.line.push(encode(describe(track)))
        viewer.told = state_of(track)
        while await self._replay(track, viewer) == REPLAY_BATCH:
            while viewer.line.queued > MOST_QUEUED_BYTES and viewer.line.close_code is None:
                await asyncio.sleep(0.05)
        async with room.looking:
            while await self._replay(track, viewer) == REPLAY_BATCH:
                pass
            viewer.line.say(type="caught_up", seq=viewer.seq)
            viewer.is_caught_up = True
        room.open()
        room.moved.set()

    async def _replay(self, track: Track, viewer: Viewer) -> int:
        """One batch from the database; how many points it had."""
        async with self.sessions() as session:
            points = await list_points_after(session, track.id, viewer.seq, limit=REPLAY_BATCH)
        if points:
            viewer.show(track, points, points_frame(track, points))
        return len(points)

    async def leave(self, track_id: UUID, viewer: Viewer) -> None:
        room = self._rooms.get(track_id)
        if room is None:
            return
        room.viewers.discard(viewer)
        if not room.viewers:
            del self._rooms[track_id]
            await room.close()


def state_of(track: Track) -> tuple[Any, ...]:
    """What a viewer is told of again when it changes."""
    return track.state, track.revision, track.started_at


def describe(track: Track) -> dict[str, Any]:
    return {
        "type": "track",
        "track_id": track.id,
        "state": track.state.value,
        "started_at": track.started_at,
        "finished_at": track.finished_at,
        "last_seq": track.last_seq,
        "revision": track.revision,
        "distance_m": track.distance_m,
        "duration_s": track.duration_s,
        "coverage": track.coverage,
    }


def points_frame(track: Track, points: Sequence[Trackpoint]) -> str:
    """Points in the order in which they became known; `seq` of the last is where to resume."""
    return encode(
        {
            "type": "points",
            "track_id": track.id,
            "points": [
                {
                    "seq": p.track_seq,
                    "at": p.at,
                    "lat": p.lat,
                    "lon": p.lon,
                    "accuracy_m": p.accuracy_m,
                    "speed_mps": p.speed_mps,
                    "heading": p.heading,
                }
                for p in points
            ],
        }
    )
