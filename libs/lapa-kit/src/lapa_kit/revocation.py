"""Sessions and rights that ended before their tokens did: a small Redis set that each process polls."""

import asyncio
import time
from uuid import UUID

from redis.asyncio import Redis
from redis.exceptions import RedisError

from lapa_kit.presence import Presence
from lapa_kit.problems import Unauthorized
from lapa_kit.tokens import Claims

KEY = "lapa:revoked"


class TokenRevoked(Unauthorized):
    title = "This session has ended"


class TokenStale(Unauthorized):
    title = "Your rights have changed: refresh the access token"


async def revoke_session(redis: Redis, session_id: UUID, *, for_s: float) -> None:
    """End one session's access tokens everywhere, for as long as any of them could live."""
    await redis.zadd(KEY, {f"sid:{session_id}": time.time() + for_s})


async def outdate_tokens(redis: Redis, user_id: UUID, *, before: float, for_s: float) -> None:
    """Make every token of the user issued before that Unix moment `token_stale`."""
    await redis.zadd(KEY, {f"user:{user_id}:{before!r}": time.time() + for_s})


class Revocations:
    """What this process knows of ended sessions; at most a second old while Redis answers."""

    def __init__(self) -> None:
        self._sessions: frozenset[UUID] = frozenset()
        self._stale_before: dict[UUID, float] = {}

    def check(self, claims: Claims) -> None:
        """Raises TokenRevoked or TokenStale."""
        if self._sessions and claims.session_id in self._sessions:
            raise TokenRevoked
        if self._stale_before:
            for person in filter(None, (claims.user_id, claims.actor_id)):
                if claims.issued_at < self._stale_before.get(person, 0.0):
                    raise TokenStale

    async def refresh(self, redis: Redis) -> None:
        await redis.zremrangebyscore(KEY, 0, time.time())
        members = [str(member) for member in await redis.zrange(KEY, 0, -1)]
        self._sessions = frozenset(UUID(m[4:]) for m in members if m.startswith("sid:"))
        stale: dict[UUID, float] = {}
        for member in members:
            if member.startswith("user:"):
                _, text, before = member.split(":")
                user_id = UUID(text)
                stale[user_id] = max(stale.get(user_id, 0.0), float(before))
        self._stale_before = stale

    async def follow(self, redis: Redis) -> None:
        """Poll for the life of the process; while Redis is away the last answer is kept."""
        shared = Presence("revocations")
        while True:
            try:
                await self.refresh(redis)
                shared.found()
            except (RedisError, OSError) as error:
                shared.lost(error)
            await asyncio.sleep(1)
