"""Moving the platform's clock, in test mode."""

from datetime import datetime

from redis.asyncio import Redis

from lapa_kit import clock
from lapa_kit.problems import ServiceUnavailable


class ClockNotFollowed(ServiceUnavailable):
    title = "Some process did not follow the clock in time"


async def move_clock(redis: Redis, moment: datetime | None) -> datetime:
    """Every process goes by it afterwards; None is real time."""
    try:
        return await clock.set_everywhere(redis, moment)
    except TimeoutError:
        raise ClockNotFollowed from None
