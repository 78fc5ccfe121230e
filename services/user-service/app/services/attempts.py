"""Guessing: failures are counted for each account and for each address, and nothing opens another's lock."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from hashlib import sha256

from app.config import settings
from app.models.second_factor import TotpRequired
from lapa_kit.problems import Problem, TooManyRequests
from lapa_kit.ratelimit import Rate, RateLimiter


class TooManyAttempts(TooManyRequests):
    title = "Too many attempts to sign in: wait a little"


@asynccontextmanager
async def attempts_at(limiter: RateLimiter, bucket: str, rate: Rate) -> AsyncGenerator[None, None]:
    """Counted before it is tried, so that guesses at the same time are all counted, and given back when
    it was none: the block ended well, asked for the second step, or failed by no fault of the caller's.

    Raises TooManyAttempts.
    """
    verdict = await limiter.ask(bucket, rate)
    if not verdict.is_allowed:
        raise TooManyAttempts(retry_after=max(1, round(verdict.retry_after_s)))
    try:
        yield
    except Exception as error:
        if not _is_wrong_guess(error):
            await limiter.give_back(bucket, rate)
        raise
    await limiter.give_back(bucket, rate)


def _is_wrong_guess(error: Exception) -> bool:
    is_refusal = isinstance(error, Problem) and error.status in (401, 403, 422)
    return is_refusal and not isinstance(error, TotpRequired)


@asynccontextmanager
async def signing_in(
    limiter: RateLimiter, name: str, address: str, *, code: str | None = None
) -> AsyncGenerator[None, None]:
    """An attempt at the account of that e-mail or phone, from that address; `code` is tried more slowly."""
    who = sha256(name.encode()).hexdigest()[:32]
    async with (
        attempts_at(limiter, f"login:account:{who}", settings.account_rate),
        attempts_at(limiter, f"login:address:{address}", settings.address_rate),
    ):
        if not code:
            yield
            return
        async with attempts_at(limiter, f"totp:account:{who}", settings.second_factor_rate):
            yield
