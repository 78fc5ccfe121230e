"""The last point of a person in Redis: quick to ask for, and no loss when it is gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from app.config import settings
from app.models.trackpoint import Reading
from app.models.whereabouts import Whereabouts

log = structlog.get_logger()

# a newer device time wins, whoever comes first
REMEMBER = """
local known = redis.call('HGET', KEYS[1], 'at')
if known and tonumber(known) >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'at', ARGV[1], 'point', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
"""


@dataclass(frozen=True, slots=True)
class LastPoint:
    """Where somebody was last; `at` by his device."""

    user_id: UUID
    at: datetime
    lat: float
    lon: float
    accuracy_m: float | None
    speed_mps: float | None
    heading: float | None
    battery: float | None

    @classmethod
    def of(cls, source: Reading | Whereabouts) -> "LastPoint | None":
        if source.at is None or source.lat is None or source.lon is None:
            return None
        return cls(
            source.user_id,
            source.at,
            source.lat,
            source.lon,
            source.accuracy_m,
            source.speed_mps,
            source.heading,
            source.battery,
        )


def _key(user_id: UUID) -> str:
    return f"location:last:{{{user_id}}}"


async def remember(redis: Redis, readings: Sequence[Reading]) -> None:
    """Put the newest points where they are found fast; PostgreSQL has them already."""
    if not readings:
        return
    life_ms = int(settings.last_point_life.total_seconds() * 1000)
    try:
        pipe = redis.pipeline(transaction=False)
        for r in readings:
            point = orjson.dumps([r.lat, r.lon, r.accuracy_m, r.speed_mps, r.heading, r.battery])
            pipe.eval(REMEMBER, 1, _key(r.user_id), r.at.timestamp(), point, life_ms)
        await pipe.execute()
    except (RedisError, OSError) as error:
        log.warning("last_points.redis_away", error=str(error))


async def recall(redis: Redis, user_id: UUID) -> LastPoint | None:
    """None when Redis has none or is away: then the database knows."""
    try:
        found: Any = await redis.hgetall(_key(user_id))
    except (RedisError, OSError):
        return None
    if not found:
        return None
    at = datetime.fromtimestamp(float(found["at"]), UTC)
    return LastPoint(user_id, at, *orjson.loads(found["point"]))
