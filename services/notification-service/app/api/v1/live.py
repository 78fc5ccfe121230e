"""The inbox over a WebSocket."""

from fastapi import APIRouter, WebSocket

from app.queries.notifications import count_unread
from app.services.live import room_of
from lapa_kit.db import Sessions
from lapa_kit.realtime import open_line, receive_json

router = APIRouter(tags=["live"])


@router.websocket("/notifications/ws")
async def follow_inbox(socket: WebSocket) -> None:
    """Says `unread` at once and whenever it changes, `notification` for each new one; hears `ping`."""
    async with open_line(socket) as line:
        if line is None:
            return
        user_id = line.principal.id
        sessions: Sessions = socket.app.state.sessions
        # listened to before it is counted: a notification in between is counted twice, never missed
        socket.app.state.hub.join(line, room_of(user_id))
        async with sessions() as session:
            unread = await count_unread(session, user_id)
        line.say(type="unread", unread=unread, read_ids=[])
        while line.close_code is None:
            message = await receive_json(socket)
            if message is None or message.get("type") not in ("ping", "pong"):
                line.say(type="error", code="invalid_request", detail="Only ping is understood.")
            elif message["type"] == "ping":
                line.say(type="pong")
