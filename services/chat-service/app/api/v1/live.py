"""Chats over a WebSocket: subscribe, send, typing, read, ping."""

import time
from uuid import UUID

import structlog
from fastapi import APIRouter, WebSocket
from pydantic import ValidationError

from app.api.v1.pace import pace
from app.models.chat import ChatNotFound
from app.queries import chats
from app.schemas.frames import FRAME, Ping, Read, Send, Subscribe, Typing, Unsubscribe
from app.services import messages
from app.services.attachments import claim
from app.services.frames import message_body
from app.services.live import live
from lapa_contracts.media import MediaClient
from lapa_kit.db import Sessions
from lapa_kit.problems import BadRequest, Problem
from lapa_kit.realtime import Line, open_line, receive_json
from lapa_kit.rights import recorded

MOST_SUBSCRIPTIONS = 200
TYPING_EVERY_S = 1.0

log = structlog.get_logger()
router = APIRouter(tags=["live"])


class TooManySubscriptions(BadRequest):
    title = f"A connection follows at most {MOST_SUBSCRIPTIONS} chats"


@router.websocket("/chats/ws")
async def converse(socket: WebSocket) -> None:
    """One client; what he sends is answered in order, each message in a transaction of its own."""
    async with open_line(socket) as line:
        if line is None:
            return
        conversation = Conversation(socket, line)
        try:
            while line.close_code is None:
                await conversation.hear(await receive_json(socket))
        finally:
            live.drop(line)


class Conversation:
    """What one connection may ask for."""

    def __init__(self, socket: WebSocket, line: Line) -> None:
        self.state, self.line = socket.app.state, line
        self.sessions: Sessions = socket.app.state.sessions
        self._typed_at = 0.0

    async def hear(self, wire: dict[str, object] | None) -> None:
        """Do what the frame asks for; what is refused is said in an `error` frame."""
        told = {
            name: wire[name]
            for name in ("chat_id", "client_message_id")
            if wire and isinstance(wire.get(name), str)
        }
        try:
            await self._answer(FRAME.validate_python(wire))
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False)[0]
            field = ".".join(str(part) for part in first["loc"][1:]) or "type"
            detail = f"{field}: {first['msg']}" if wire else "A frame is a JSON object."
            self.line.say(type="error", code="invalid_request", detail=detail, **told)
        except Problem as problem:
            detail = problem.detail or problem.title
            self.line.say(type="error", code=problem.code, detail=detail, **problem.extra, **told)
        except Exception:
            log.exception("live.crashed")
            self.line.say(type="error", code="internal_error", detail="Try again.", **told)

    async def _answer(self, frame: object) -> None:
        match frame:
            case Subscribe():
                await self._subscribe(frame)
            case Unsubscribe():
                live.unsubscribe(self.line, frame.chat_id)
            case Send():
                await self._send(frame)
            case Typing():
                self._type(frame.chat_id)
            case Read():
                await self._read(frame)
            case Ping():
                self.line.say(type="pong")
            case _:
                pass

    async def _subscribe(self, frame: Subscribe) -> None:
        user_id = self.line.principal.id
        if live.count_open(self.line) >= MOST_SUBSCRIPTIONS:
            raise TooManySubscriptions
        async with self.sessions() as session:
            chat = await chats.get_chat(session, frame.chat_id, user_id)
            member = await chats.find_member(session, chat.id, user_id)
        last_seq = chat.last_seq
        after = last_seq if frame.after_seq is None else min(frame.after_seq, last_seq)
        after = max(after, member.seen_from_seq if member else 0)
        self.line.say(type="subscribed", chat_id=chat.id, after_seq=after, last_seq=last_seq)
        await live.subscribe(self.line, chat.id, after)

    async def _send(self, frame: Send) -> None:
        sender, draft = self.line.principal, frame.to_draft()
        await pace(self.state.rate_limiter, sender.id)
        await claim(self.state.clients.get(MediaClient), draft, sender.id, frame.chat_id)
        async with recorded(self.line.socket, sender, chat_id=frame.chat_id) as (session, user):
            message = await messages.post_message(session, frame.chat_id, draft, sender=user)
        body = message_body(message)
        self.line.say(
            type="ack",
            chat_id=frame.chat_id,
            client_message_id=frame.client_message_id,
            seq=message.seq,
            message=body,
        )

    async def _read(self, frame: Read) -> None:
        async with self.sessions.begin() as session:
            user_id = self.line.principal.id
            await messages.mark_read(session, frame.chat_id, user_id=user_id, seq=frame.seq)

    def _type(self, chat_id: UUID) -> None:
        """Passed on at most once a second, and only into a chat that this line follows."""
        if not live.has_open(self.line, chat_id):
            raise ChatNotFound
        if time.monotonic() - self._typed_at >= TYPING_EVERY_S:
            self._typed_at = time.monotonic()
            user_id = str(self.line.principal.id)
            live.say_now(chat_id, {"type": "typing", "chat_id": str(chat_id), "user_id": user_id})
