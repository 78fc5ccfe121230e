"""How much one person may say: the same measure over HTTP and over sockets."""

from uuid import UUID

from fastapi import Depends, Response

from app.config import settings
from lapa_kit.auth import CurrentUser
from lapa_kit.ratelimit import Limiter, Rate, RateLimited, RateLimiter, Verdict

RATE = Rate(settings.message_limit, settings.message_limit_window_s)


async def pace(limiter: RateLimiter, user_id: UUID) -> Verdict:
    """Count one message; raises RateLimited."""
    verdict = await limiter.ask(f"messages:{user_id}", RATE)
    if not verdict.is_allowed:
        raise RateLimited(retry_after=max(1, round(verdict.retry_after_s)))
    return verdict


async def _paced(user: CurrentUser, limiter: Limiter, response: Response) -> None:
    response.headers.update((await pace(limiter, user.id)).headers(RATE))


paced = Depends(_paced)
