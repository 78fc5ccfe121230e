"""Rate limits by GCRA in Redis, correct over several processes; a local limit when Redis is away."""

import time
from dataclasses import dataclass, field
from typing import Annotated, Any, NamedTuple

from fastapi import Depends, Request, Response
from redis.asyncio import Redis
from redis.exceptions import RedisError

from lapa_kit.auth import authenticate
from lapa_kit.presence import Presence
from lapa_kit.problems import TooManyRequests

# KEYS[1] the bucket; ARGV: seconds between two requests, burst, now. Answers {allowed, remaining, wait in ms}.
GCRA = """
local interval, burst, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local tat = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local wait = tat + interval - burst * interval - now
if wait > 0.000001 then return {0, 0, math.ceil(wait * 1000)} end
tat = tat + interval
redis.call('SET', KEYS[1], string.format('%.6f', tat), 'PX', math.ceil((tat - now) * 1000) + 1000)
return {1, math.floor(burst - (tat - now) / interval + 0.000001), 0}
"""

GIVE_BACK = """
local tat = redis.call('GET', KEYS[1])
if tat then redis.call('SET', KEYS[1], string.format('%.6f', tonumber(tat) - ARGV[1]), 'KEEPTTL') end
"""


class RateLimited(TooManyRequests):
    title = "Too many requests: slow down"
    code = "rate_limited"


@dataclass(frozen=True, slots=True)
class Rate:
    """`requests` in any `per_s` seconds; all of them at once is allowed."""

    requests: int
    per_s: float
    interval_s: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "interval_s", self.per_s / self.requests)


class Verdict(NamedTuple):
    is_allowed: bool
    limit: int
    remaining: int
    retry_after_s: float

    def reset_s(self, rate: Rate) -> int:
        """Whole seconds until the bucket is full again."""
        used = (rate.requests - self.remaining) * rate.interval_s
        return max(1, round(max(used, self.retry_after_s)))

    def headers(self, rate: Rate) -> dict[str, str]:
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(self.remaining),
            "RateLimit-Reset": str(self.reset_s(rate)),
        }


class RateLimiter:
    """One a process, on `app.state.rate_limiter`."""

    def __init__(self, redis: Redis) -> None:
        self._script = redis.register_script(GCRA)
        self._give_back_script = redis.register_script(GIVE_BACK)
        self._local: dict[str, float] = {}
        self._shared = Presence("rate_limits")

    async def ask(self, bucket: str, rate: Rate) -> Verdict:
        """Count one request against the bucket. Real time: a moved test clock must not open it."""
        args = [rate.interval_s, rate.requests, time.time()]
        try:
            ok, remaining, wait_ms = await self._script(keys=[f"rate:{bucket}"], args=args)
            self._shared.found()
        except (RedisError, OSError) as error:
            self._shared.lost(error)
            ok, remaining, wait_ms = self._ask_locally(bucket, rate, time.time())
        return Verdict(bool(ok), rate.requests, int(remaining), int(wait_ms) / 1000)

    async def give_back(self, bucket: str, rate: Rate) -> None:
        """Take back one counted request: it turned out not to be of the kind that is limited."""
        self._local[bucket] = self._local.get(bucket, 0.0) - rate.interval_s
        try:
            await self._give_back_script(keys=[f"rate:{bucket}"], args=[rate.interval_s])
        except (RedisError, OSError) as error:
            self._shared.lost(error)

    def _ask_locally(self, bucket: str, rate: Rate, now: float) -> tuple[int, int, int]:
        if len(self._local) > 100_000:
            self._local = {key: tat for key, tat in self._local.items() if tat > now}
        tat = max(self._local.get(bucket, now), now)
        wait = tat + rate.interval_s - rate.requests * rate.interval_s - now
        if wait > 1e-6:
            return 0, 0, round(wait * 1000)
        self._local[bucket] = tat + rate.interval_s
        left = rate.requests - (tat + rate.interval_s - now) / rate.interval_s
        return 1, int(left + 1e-6), 0


def rate_limit(name: str, rate: Rate) -> Any:
    """`dependencies=[rate_limit("login", Rate(10, 60))]`: by user when signed in, else by address."""

    async def check(request: Request, response: Response) -> None:
        limiter: RateLimiter = request.app.state.rate_limiter
        user = authenticate(request)
        who = user.id if user else client_address(request)
        verdict = await limiter.ask(f"{name}:{who}", rate)
        response.headers.update(verdict.headers(rate))
        if not verdict.is_allowed:
            raise RateLimited(retry_after=max(1, round(verdict.retry_after_s)))

    return Depends(check)


def client_address(request: Request) -> str:
    """The caller's address; uvicorn has already put in the one the gateway forwarded."""
    return request.client.host if request.client else "unknown"


def _limiter(request: Request) -> RateLimiter:
    return request.app.state.rate_limiter


Limiter = Annotated[RateLimiter, Depends(_limiter)]
