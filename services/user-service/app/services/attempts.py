"""Guessing passwords: failures are counted for each account and for each address."""

from hashlib import sha256

from app.config import settings
from lapa_kit.problems import TooManyRequests
from lapa_kit.ratelimit import Rate, RateLimiter


class TooManyAttempts(TooManyRequests):
    title = "Too many attempts to sign in: wait a little"


def _buckets(email: str, address: str) -> list[tuple[str, Rate]]:
    who = sha256(email.encode()).hexdigest()[:32]
    return [
        (f"login:account:{who}", settings.account_rate),
        (f"login:address:{address}", settings.address_rate),
    ]


async def count_attempt(limiter: RateLimiter, email: str, address: str) -> None:
    """Taken before the password is looked at, so that guesses at the same time are all counted."""
    for bucket, rate in _buckets(email, address):
        verdict = await limiter.ask(bucket, rate)
        if not verdict.is_allowed:
            raise TooManyAttempts(retry_after=max(1, round(verdict.retry_after_s)))


async def forgive_attempt(limiter: RateLimiter, email: str, address: str) -> None:
    """It was no guess: only this one is given back, what others have tried stays counted."""
    for bucket, rate in _buckets(email, address):
        await limiter.give_back(bucket, rate)
