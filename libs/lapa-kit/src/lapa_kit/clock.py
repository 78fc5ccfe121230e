"""The one clock: all code asks `now()`; in test mode every process of the platform can be moved together."""

import asyncio
import json
import os
import time
from datetime import UTC, datetime, timedelta

from redis.asyncio import Redis
from redis.exceptions import RedisError

from lapa_kit.presence import Presence

KEY = "lapa:clock"
SEEN = "lapa:clock:seen"
ALIVE_FOR_S = 3.0

NO_OFFSET = timedelta()

_offset = NO_OFFSET
_version = 0


def now() -> datetime:
    """The platform's time, in UTC. Tokens, rate limits and pings live in real time instead."""
    return datetime.now(UTC) + _offset


def offset() -> timedelta:
    """How far this process's clock is from real time."""
    return _offset


def shift(by: timedelta) -> None:
    """Move this process's clock to so far from real time; tests of one service use it directly."""
    global _offset
    _offset = by


async def set_everywhere(
    redis: Redis, moment: datetime | None, *, timeout_s: float = 10.0
) -> datetime:
    """Move the whole platform's clock (None: back to real time) and wait until every process has it.

    Raises TimeoutError when a process that was alive has not followed in time.
    """
    offset = (moment - datetime.now(UTC)).total_seconds() if moment else 0.0
    version = await redis.incr(f"{KEY}:version")
    await redis.set(KEY, json.dumps({"offset": offset, "version": version}))
    async with asyncio.timeout(timeout_s):
        while not await _all_have(redis, version):
            await asyncio.sleep(0.05)
    return datetime.now(UTC) + timedelta(seconds=offset)


async def _all_have(redis: Redis, version: int) -> bool:
    seen = await redis.hgetall(SEEN)
    reports = [json.loads(value) for value in seen.values()]
    alive = [report for report in reports if report["at"] > time.time() - ALIVE_FOR_S]
    return all(report["version"] >= version for report in alive)


async def follow(redis: Redis, process: str, *, every_s: float = 0.1) -> None:
    """Keep this process on the shared clock; runs for the life of a process in test mode only."""
    global _version
    name = f"{process}:{os.getpid()}"
    shared = Presence("clock")
    while True:
        try:
            raw = await redis.get(KEY)
            state = json.loads(raw) if raw else {"offset": 0.0, "version": 0}
            if state["version"] != _version:
                _version = state["version"]
                shift(timedelta(seconds=state["offset"]))
            await redis.hset(SEEN, name, json.dumps({"version": _version, "at": time.time()}))
            shared.found()
        except (RedisError, OSError) as error:
            shared.lost(error)
        await asyncio.sleep(every_s)
