"""The sockets of people who have their inbox open."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit.db import after_commit
from lapa_kit.realtime import Hub


class Live:
    """Says things to all sockets of a person, in whichever process they are."""

    def __init__(self) -> None:
        self._hub: Hub | None = None
        self._redis: Redis | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def attached(self, app: FastAPI) -> AsyncGenerator[None, None]:
        """For the life of the process; what is said outside of it reaches nobody."""
        self._hub, self._redis = app.state.hub, app.state.redis
        try:
            yield
        finally:
            self._hub = self._redis = None

    def say(self, session: AsyncSession, user_id: UUID, frame: dict[str, Any]) -> None:
        """Once the session's transaction has committed."""
        after_commit(session, lambda: self._say_now(user_id, frame))

    def _say_now(self, user_id: UUID, frame: dict[str, Any]) -> None:
        if self._hub and self._redis:
            work = self._hub.broadcast(self._redis, room_of(user_id), frame)
            task = asyncio.create_task(work)
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)


def room_of(user_id: UUID) -> str:
    return f"inbox:{user_id}"


live = Live()
