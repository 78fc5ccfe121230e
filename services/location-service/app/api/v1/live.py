"""WebSockets: points in, and a walk watched live. Reconnecting with the last `seq` loses and repeats nothing."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, WebSocket
from pydantic import ValidationError

from app.api.v1.resources import Recording
from app.models.track import Track, TrackNotFound
from app.queries.tracks import get_track
from app.schemas.positions import PointsAccepted, PointsMessage
from app.services.live import NOT_YOURS, Rooms, Viewer
from app.services.recording import Recorder
from lapa_kit.auth import Principal
from lapa_kit.problems import Problem
from lapa_kit.realtime import Line, open_line, receive_json
from lapa_kit.rights import recorded

router = APIRouter(tags=["live"])


@router.websocket("/locations/ws")
async def take_points(socket: WebSocket, recorder: Recording) -> None:
    """`{type: points, device_id?, ref?, points}` in, `{type: ack, ref, accepted, rejected}` out once they are safe."""
    async with open_line(socket) as line:
        while line and line.close_code is None:
            message = await receive_json(socket)
            if message is None:
                line.say(type="error", code="malformed_message")
            elif message.get("type") == "points":
                await _record(line, recorder, message)
            elif message.get("type") == "ping":
                line.say(type="pong")
            else:
                line.say(type="error", code="unknown_type", ref=message.get("ref"))


async def _record(line: Line, recorder: Recorder, message: dict[str, object]) -> None:
    ref = message.get("ref")
    try:
        body = PointsMessage.model_validate(message)
        receipt = await recorder.record(body.to_readings(line.principal.id))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        line.say(type="error", code="invalid_request", ref=ref, field=field, message=first["msg"])
    except Problem as problem:
        line.say(type="error", code=problem.code, ref=ref)
    else:
        line.say(type="ack", ref=ref, **PointsAccepted.of(receipt).model_dump(mode="json"))


@router.websocket("/tracks/{track_id}/ws")
async def watch_track(
    socket: WebSocket, track_id: UUID, since: Annotated[int | None, Query(ge=0)] = None
) -> None:
    """A walk as it happens: `track`, then `points` after `since` (without it the newest only), then what comes."""
    async with open_line(socket) as line:
        if line is None:
            return
        track, is_support = await _find(socket, track_id, line.principal)
        if track is None:
            line.hang_up(NOT_YOURS, "not_found")
            await socket.receive()
            return
        seq = track.last_seq - 1 if since is None else min(since, track.last_seq)
        viewer = Viewer(line, seq=max(0, seq), is_support=is_support)
        rooms = Rooms.of(socket.app)
        try:
            await rooms.enter(track, viewer)
            while line.close_code is None:
                message = await receive_json(socket)
                if message and message.get("type") == "ping":
                    line.say(type="pong")
        finally:
            await rooms.leave(track_id, viewer)


async def _find(socket: WebSocket, track_id: UUID, viewer: Principal) -> tuple[Track | None, bool]:
    """The track, and whether it is seen by right: in a transaction of its own, for a socket must not
    hold one for life."""
    try:
        async with recorded(socket, viewer) as (session, user):
            is_support = user.may("locations:read_any")
            track = await get_track(session, track_id, user_id=None if is_support else user.id)
            return track, is_support
    except TrackNotFound:
        return None, False
