"""WebSockets: who is on the line, rooms, and frames that never wait for the slowest reader.

PostgreSQL is the truth; Redis pub/sub only wakes the processes. A client that saw a gap asks again
with its last `seq`.
"""

import asyncio
import json
import time
from collections import defaultdict, deque
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any
from uuid import UUID

import orjson
from fastapi import WebSocket, WebSocketDisconnect
from prometheus_client import Counter, Gauge
from redis.asyncio import Redis
from redis.exceptions import RedisError

from lapa_kit.auth import (
    Authenticator,
    Principal,
    SecondFactorRequired,
    ViewOnly,
    bearer_token,
)
from lapa_kit.ids import new_id
from lapa_kit.presence import Presence
from lapa_kit.problems import Problem, Unauthorized
from lapa_kit.scopes import check_scope
from lapa_kit.settings import ServiceSettings
from lapa_kit.tokens import Claims

TICKET_LIFE_S = 30
TICKET_PROTOCOL = "lapa.ticket."
LONGEST_QUEUE_BYTES = 1_000_000
LONGEST_FRAME_BYTES = 64_000
PING_S = 25.0

UNAUTHORIZED, SLOW, GOING_AWAY, INVALID = 4401, 4408, 1012, 4400

OPEN = Gauge("websockets_open", "WebSockets open now")
DROPPED = Counter("websockets_dropped_total", "WebSockets closed by us", ["reason"])


async def issue_ticket(redis: Redis, claims: dict[str, Any], *, origin: str | None) -> str:
    """A one-time ticket for a browser, which cannot set headers on a WebSocket; bound to the origin."""
    ticket = new_id().hex + new_id().hex[16:]
    await redis.set(
        f"lapa:ws-ticket:{ticket}", json.dumps({**claims, "origin": origin}), ex=TICKET_LIFE_S
    )
    return ticket


class Line:
    """One client: frames are queued in order by bytes, and sent by a task of its own."""

    def __init__(self, socket: WebSocket, principal: Principal, claims: Claims) -> None:
        self.socket, self.principal, self.claims = socket, principal, claims
        self.rooms: set[str] = set()
        self._queue: deque[str] = deque()
        self._queued = 0
        self._more = asyncio.Event()
        self.close_code: int | None = None

    def push(self, frame: str) -> None:
        """Queue one encoded frame; a reader too slow to take them is let go and resumes by `seq`."""
        if self.close_code is not None:
            return
        self._queue.append(frame)
        self._queued += len(frame)
        if self._queued > LONGEST_QUEUE_BYTES:
            self.hang_up(SLOW, "slow")
        self._more.set()

    @property
    def queued(self) -> int:
        """Bytes that wait to be sent: who fills a line from a store waits until they are few."""
        return self._queued

    def say(self, **message: Any) -> None:
        self.push(encode(message))

    def hang_up(self, code: int, reason: str) -> None:
        if self.close_code is None:
            self.close_code = code
            DROPPED.labels(reason).inc()
            self._more.set()

    async def send_loop(self) -> None:
        while self.close_code is None:
            await self._more.wait()
            self._more.clear()
            while self._queue and self.close_code is None:
                frame = self._queue.popleft()
                self._queued -= len(frame)
                await self.socket.send_text(frame)
        with suppress(RuntimeError):
            await self.socket.close(self.close_code)


def encode(message: dict[str, Any]) -> str:
    """JSON as the API has it: UUIDs and moments as strings."""
    return orjson.dumps(message, default=str, option=orjson.OPT_UTC_Z).decode()


class Hub:
    """The lines of this process by room, and what other processes say to a room."""

    def __init__(self, settings: ServiceSettings) -> None:
        self.settings = settings
        self.rooms: defaultdict[str, set[Line]] = defaultdict(set)
        self.lines: set[Line] = set()
        self._listeners: dict[str, Callable[[str, dict[str, Any]], None]] = {}
        self._channel = f"lapa:realtime:{settings.service_name}"
        self.is_listening = False

    def join(self, line: Line, room: str) -> None:
        self.rooms[room].add(line)
        line.rooms.add(room)

    def leave(self, line: Line, room: str) -> None:
        line.rooms.discard(room)
        self.rooms[room].discard(line)
        if not self.rooms[room]:
            del self.rooms[room]

    def on_message(self, kind: str, listener: Callable[[str, dict[str, Any]], None]) -> None:
        """Have `listener(room, message)` called for messages of a kind, instead of their being passed on."""
        self._listeners[kind] = listener

    async def broadcast(self, redis: Redis, room: str, message: dict[str, Any]) -> None:
        """To the room's lines in every process. Losing Redis loses the wake-up, never the fact."""
        wire = orjson.dumps({"room": room, "message": message})
        if not self.is_listening:
            self.deliver(room, message)  # we would not hear ourselves
        try:
            await redis.publish(self._channel, wire)
        except (RedisError, OSError):
            if self.is_listening:
                self.deliver(room, message)

    def deliver(self, room: str, message: dict[str, Any]) -> None:
        """To this process's lines; the frame is encoded once for all of them."""
        listener = self._listeners.get(str(message.get("type")))
        if listener:
            listener(room, message)
            return
        if lines := self.rooms.get(room):
            frame = encode(message)
            for line in list(lines):
                line.push(frame)

    async def listen(self) -> None:
        """Hear the other processes for the life of this one."""
        shared = Presence("realtime")
        while True:
            redis = Redis.from_url(self.settings.redis_url, socket_connect_timeout=1)
            try:
                async with redis.pubsub(ignore_subscribe_messages=True) as channel:
                    await channel.subscribe(self._channel)
                    self.is_listening = True
                    shared.found()
                    async for message in channel.listen():
                        wire = orjson.loads(message["data"])
                        self.deliver(wire["room"], wire["message"])
            except (RedisError, OSError) as error:
                shared.lost(error)
                await asyncio.sleep(0.5)
            finally:
                self.is_listening = False
                await redis.aclose()

    async def ping(self) -> None:
        """Keeps proxies from closing idle lines, and ends those whose token has run out."""
        while True:
            await asyncio.sleep(PING_S)
            for line in list(self.lines):
                line.say(type="ping")


async def identify(socket: WebSocket) -> tuple[Principal, Claims, str | None]:
    """The caller, what his token says, the subprotocol to accept.

    Bearer header, or for browsers `Sec-WebSocket-Protocol: lapa.ticket.<ticket>`. Raises a Problem.
    """
    authenticator: Authenticator = socket.app.state.authenticator
    if token := bearer_token(socket):
        claims = authenticator.verifier.verify(token)
        authenticator.revocations.check(claims)
        if claims.actor_id:
            raise ViewOnly
        if claims.must_enrol:
            raise SecondFactorRequired
        check_scope(socket, claims.scopes)
        return authenticator.principal(claims), claims, None
    for protocol in socket.scope.get("subprotocols", []):
        if protocol.startswith(TICKET_PROTOCOL):
            claims = await _redeem(socket, protocol.removeprefix(TICKET_PROTOCOL))
            authenticator.revocations.check(claims)
            return authenticator.principal(claims), claims, protocol
    raise Unauthorized


async def _redeem(socket: WebSocket, ticket: str) -> Claims:
    redis: Redis = socket.app.state.redis
    raw = await redis.getdel(f"lapa:ws-ticket:{ticket}")
    if raw is None:
        raise Unauthorized
    stored = json.loads(raw)
    if stored["origin"] is not None and stored["origin"] != socket.headers.get("origin"):
        raise Unauthorized
    return Claims(
        user_id=UUID(stored["user_id"]),
        session_id=UUID(stored["session_id"]),
        roles=frozenset(stored["roles"]),
        issued_at=stored["issued_at"],
        expires_at=stored["expires_at"],
        token_id="ticket",
    )


class open_line:
    """Accept a WebSocket, keep it in the hub while the block runs, close it rightly afterwards.

    A caller who is nobody is closed with 4401 and the block is entered with None.
    """

    def __init__(self, socket: WebSocket) -> None:
        self.socket = socket
        self.hub: Hub = socket.app.state.hub
        self.line: Line | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Line | None:
        try:
            principal, claims, protocol = await identify(self.socket)
        except Problem as problem:
            # accepted first: a browser shows the close code only of a socket that had been open
            await self.socket.accept()
            await self.socket.close(UNAUTHORIZED, problem.code)
            return None
        await self.socket.accept(protocol)
        self.line = Line(self.socket, principal, claims)
        self.hub.lines.add(self.line)
        OPEN.inc()
        self._tasks = [
            asyncio.create_task(self.line.send_loop()),
            asyncio.create_task(self._watch(self.line)),
        ]
        return self.line

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        line = self.line
        if line is not None:
            for room in list(line.rooms):
                self.hub.leave(line, room)
            self.hub.lines.discard(line)
            OPEN.dec()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
        return kind is not None and issubclass(kind, WebSocketDisconnect)

    async def _watch(self, line: Line) -> None:
        """Close with 4401 when the token ends or the session is revoked."""
        authenticator: Authenticator = self.socket.app.state.authenticator
        while line.close_code is None:
            await asyncio.sleep(1)
            try:
                authenticator.revocations.check(line.claims)
            except Problem:
                line.hang_up(UNAUTHORIZED, "revoked")
            if time.time() > line.claims.expires_at:
                line.hang_up(UNAUTHORIZED, "expired")


async def receive_json(socket: WebSocket) -> dict[str, Any] | None:
    """The next message; None when it is no JSON object (the client is told so by the caller)."""
    try:
        text = await socket.receive_text()
    except KeyError:  # a binary frame
        return None
    except RuntimeError as error:  # our own sending found out first that he is gone
        raise WebSocketDisconnect(1006) from error
    if len(text) > LONGEST_FRAME_BYTES:
        return None
    try:
        message = orjson.loads(text)
    except ValueError:
        return None
    return message if isinstance(message, dict) else None
