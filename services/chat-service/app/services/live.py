"""Who has which chat open, and how far each has come: nothing is lost or repeated on a line.

PostgreSQL has the messages; a frame over Redis only says that there is one more. A line whose next
frame is not its next `seq` is filled from the database, and so is one that a sweep finds behind.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, Coroutine
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import structlog
from fastapi import FastAPI
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries.chats import list_last_seqs
from app.queries.messages import list_after
from app.services.frames import message_frame
from lapa_kit.db import Sessions, after_commit
from lapa_kit.realtime import Hub, Line, encode

FILL_BATCH = 100
# a line with more than that waiting is let drain before it is filled on
LONGEST_WAITING_BYTES = 200_000

log = structlog.get_logger()


class Subscription:
    """One line's view of one chat; `last_seq` is the newest message queued to it."""

    def __init__(self, line: Line, chat_id: UUID, last_seq: int) -> None:
        self.line, self.chat_id, self.last_seq = line, chat_id, last_seq
        self.is_filling = False
        self._is_behind = False

    def take(self, seq: int, frame: str) -> bool:
        """Queue a message that has just been posted; False when some before it are missing."""
        if self.is_filling:
            self._is_behind = True
        elif seq == self.last_seq + 1:
            self.line.push(frame)
            self.last_seq = seq
        return self.is_filling or seq <= self.last_seq

    async def fill(self, sessions: Sessions) -> None:
        """Queue what the database has after `last_seq`, until nothing new came in meanwhile."""
        if self.is_filling:
            return
        self.is_filling = True
        try:
            is_full = True
            while (is_full or self._is_behind) and self.line.close_code is None:
                self._is_behind = False
                async with sessions() as session:
                    found = await list_after(session, self.chat_id, self.last_seq, FILL_BATCH)
                for message in found:
                    self.line.push(encode(message_frame(message)))
                    self.last_seq = message.seq
                is_full = len(found) == FILL_BATCH
                while self.line.queued > LONGEST_WAITING_BYTES and self.line.close_code is None:
                    await asyncio.sleep(0.02)
        finally:
            self.is_filling = False


class Live:
    """The open chats of this process."""

    def __init__(self) -> None:
        self._hub: Hub | None = None
        self._redis: Redis | None = None
        self._sessions: Sessions | None = None
        self._open: defaultdict[UUID, dict[Line, Subscription]] = defaultdict(dict)
        self._tasks: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def attached(self, app: FastAPI) -> AsyncGenerator[None, None]:
        """For the life of the process; what is said outside of it reaches nobody."""
        self._hub, self._redis, self._sessions = app.state.hub, app.state.redis, app.state.sessions
        app.state.hub.on_message("message", self._on_message)
        app.state.hub.on_message("left", self._on_left)
        sweep = asyncio.create_task(self._sweep())
        try:
            yield
        finally:
            for task in [sweep, *self._tasks]:
                task.cancel()
            self._hub = self._redis = self._sessions = None
            self._open.clear()

    def say(self, session: AsyncSession, chat_id: UUID, frame: dict[str, Any]) -> None:
        """To the chat's room in every process, once the session's transaction has committed."""
        after_commit(session, lambda: self.say_now(chat_id, frame))

    def say_now(self, chat_id: UUID, frame: dict[str, Any]) -> None:
        if self._hub and self._redis:
            self._spawn(self._hub.broadcast(self._redis, room_of(chat_id), frame))

    async def subscribe(self, line: Line, chat_id: UUID, after_seq: int) -> None:
        """First listen, then replay what the line has not got, so that nothing falls in between."""
        if self._hub is None or self._sessions is None:
            return
        subscription = Subscription(line, chat_id, after_seq)
        self._open[chat_id][line] = subscription
        self._hub.join(line, room_of(chat_id))
        await subscription.fill(self._sessions)

    def unsubscribe(self, line: Line, chat_id: UUID) -> None:
        if self._open[chat_id].pop(line, None) and self._hub:
            self._hub.leave(line, room_of(chat_id))
        if not self._open[chat_id]:
            del self._open[chat_id]

    def drop(self, line: Line) -> None:
        """The line is gone."""
        for chat_id in [chat_id for chat_id, lines in self._open.items() if line in lines]:
            self.unsubscribe(line, chat_id)

    def has_open(self, line: Line, chat_id: UUID) -> bool:
        return line in self._open.get(chat_id, {})

    def count_open(self, line: Line) -> int:
        return len(line.rooms)

    def _on_message(self, _: str, wire: dict[str, Any]) -> None:
        lines = self._open.get(UUID(wire["chat_id"]))
        if not lines:
            return
        frame = encode(wire)
        for subscription in lines.values():
            if not subscription.take(wire["seq"], frame):
                self._fill(subscription)

    def _on_left(self, _: str, wire: dict[str, Any]) -> None:
        """Who is no member any more hears nothing more."""
        chat_id = UUID(wire["chat_id"])
        for line in list(self._open.get(chat_id, {})):
            if str(line.principal.id) == wire["user_id"]:
                self.unsubscribe(line, chat_id)
                line.push(encode(wire))

    def _fill(self, subscription: Subscription) -> None:
        if self._sessions:
            self._spawn(subscription.fill(self._sessions))

    async def _sweep(self) -> None:
        """A wake-up that Redis lost is made up for by a look into the database now and then."""
        while True:
            await asyncio.sleep(settings.catch_up_every_s)
            try:
                await self._fill_who_is_behind()
            except Exception as error:
                log.warning("live.sweep_failed", error=type(error).__name__)

    async def _fill_who_is_behind(self) -> None:
        if not self._open or self._sessions is None:
            return
        async with self._sessions() as session:
            newest = await list_last_seqs(session, list(self._open))
        for chat_id, last_seq in newest.items():
            for subscription in self._open.get(chat_id, {}).values():
                if subscription.last_seq < last_seq:
                    self._fill(subscription)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(_logged(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception as error:
        log.warning("live.failed", error=type(error).__name__)


def room_of(chat_id: UUID) -> str:
    return f"chat:{chat_id}"


live = Live()
