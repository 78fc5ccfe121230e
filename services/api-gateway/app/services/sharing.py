"""The statistics of all processes of the gateway: each tells its own through Redis, whoever is asked adds them up."""

import asyncio
import json
import time
from typing import Any

from redis.asyncio import Redis
from redis.exceptions import RedisError

from app.services.statistics import RouteStatistics, Statistics
from lapa_kit.ids import new_id_text
from lapa_kit.presence import Presence

TOLD_EVERY_S = 1.0
FORGOTTEN_AFTER_S = 10
PROCESSES = "gateway:processes"
"""A sorted set of their names, by the Unix moment at which each is forgotten unless it speaks again."""


class SharedStatistics:
    """One a process."""

    def __init__(self, own: Statistics) -> None:
        self._own = own
        self._name = new_id_text()
        self._presence = Presence("gateway_statistics")

    async def follow(self, redis: Redis) -> None:
        """Tell for the life of the process; the last word is that it has ended."""
        try:
            while True:
                await self._speak(redis)
                await asyncio.sleep(TOLD_EVERY_S)
        finally:
            await self._leave(redis)

    async def _speak(self, redis: Redis) -> None:
        told = json.dumps([entry.told() for entry in self._own])
        now = time.time()
        try:
            async with redis.pipeline(transaction=False) as pipeline:
                pipeline.set(_key(self._name), told, ex=FORGOTTEN_AFTER_S)
                pipeline.zadd(PROCESSES, {self._name: now + FORGOTTEN_AFTER_S})
                pipeline.zremrangebyscore(PROCESSES, 0, now)
                await pipeline.execute()
            self._presence.found()
        except (RedisError, OSError) as error:
            self._presence.lost(error)

    async def _leave(self, redis: Redis) -> None:
        try:
            await redis.zrem(PROCESSES, self._name)
            await redis.delete(_key(self._name))
        except (RedisError, OSError) as error:
            self._presence.lost(error)

    async def gather(self, redis: Redis) -> tuple[list[RouteStatistics], int]:
        """By route, and of how many processes; of this one alone while Redis is away."""
        told = [[entry.told() for entry in self._own], *await self._others(redis)]
        summed = Statistics()
        for process in told:
            for entry in process:
                summed.add(RouteStatistics.read(entry))
        return list(summed), len(told)

    async def _others(self, redis: Redis) -> list[list[dict[str, Any]]]:
        try:
            alive = await redis.zrangebyscore(PROCESSES, time.time(), "+inf")
            async with redis.pipeline(transaction=False) as pipeline:
                for name in map(str, alive):
                    if name != self._name:
                        pipeline.get(_key(name))
                told: list[str | None] = await pipeline.execute()
            self._presence.found()
        except (RedisError, OSError) as error:
            self._presence.lost(error)
            return []
        return [json.loads(one) for one in told if one is not None]


def _key(process: str) -> str:
    return f"gateway:statistics:{process}"
