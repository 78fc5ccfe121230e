"""Rate limits decided in process without waiting, kept true over several processes through Redis.

GCRA: for each bucket the one moment until which it is used up. The processes add what they admitted to
the moment in Redis a few times a second and go on from what the others added.
"""

import asyncio
import time

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from lapa_kit.ratelimit import Rate, Verdict

SHARED_EVERY_S = 0.25
MOST_BUCKETS = 100_000

# KEYS[1] the bucket; ARGV: seconds to add, now. Answers the moment until which the bucket is used.
ADD = """
local now = tonumber(ARGV[2])
local used_until = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + tonumber(ARGV[1])
redis.call('SET', KEYS[1], string.format('%.6f', used_until), 'PX', math.ceil((used_until - now) * 1000) + 1000)
return tostring(used_until)
"""

log = structlog.get_logger()


class Limits:
    """One a process. Real time: a moved test clock must not open a limit."""

    def __init__(self) -> None:
        self._used_until: dict[str, float] = {}
        self._unshared: dict[str, float] = {}

    def ask(self, bucket: str, rate: Rate) -> Verdict:
        """Count one request against the bucket, unless it is used up."""
        now, interval = time.time(), rate.interval_s
        used_s = interval  # of the bucket, with this request
        until = self._used_until.get(bucket)
        if until is not None and until > now:
            used_s += until - now
        left_s = rate.per_s - used_s
        if left_s < -1e-6:
            return Verdict(False, rate.requests, 0, -left_s)
        self._used_until[bucket] = now + used_s
        self._unshared[bucket] = self._unshared.get(bucket, 0.0) + interval
        return Verdict(True, rate.requests, int(left_s / interval + 1e-6), 0.0)

    async def follow(self, redis: Redis) -> None:
        """Share with the other processes for the life of this one; alone while Redis is away."""
        while True:
            await asyncio.sleep(SHARED_EVERY_S)
            try:
                await self.share(redis)
            except (RedisError, OSError) as error:
                log.warning("limits.alone", error=str(error))
                await asyncio.sleep(1)

    async def share(self, redis: Redis) -> None:
        added, self._unshared = self._unshared, {}
        now = time.time()
        if len(added) > MOST_BUCKETS:
            added = {}  # Redis was away for long, and strangers are many
        if len(self._used_until) > MOST_BUCKETS:
            self._used_until = {b: until for b, until in self._used_until.items() if until > now}
        if not added:
            return
        script = redis.register_script(ADD)
        try:
            async with redis.pipeline(transaction=False) as pipeline:
                for bucket, seconds in added.items():
                    keys = [f"gateway:rate:{bucket}"]
                    await script(keys=keys, args=[seconds, now], client=pipeline)
                results: list[str] = await pipeline.execute()
        except (RedisError, OSError):
            for bucket, seconds in added.items():  # told later: the others shall know of it
                self._unshared[bucket] = self._unshared.get(bucket, 0.0) + seconds
            raise
        for bucket, used_until in zip(added, results, strict=True):
            own = self._unshared.get(bucket, 0.0)
            self._used_until[bucket] = float(used_until) + own
