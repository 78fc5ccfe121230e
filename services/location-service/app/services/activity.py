"""Where the city walks its dogs, for everybody: late, in squares, and only where several do."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries.activity import METRES_PER_DEGREE, Frame, Square, count_walks
from lapa_kit import clock

MOST = 500


@dataclass(frozen=True, slots=True)
class Busy:
    """The middle of a square, and how many walked there."""

    lat: float
    lon: float
    walks: int


@dataclass(frozen=True, slots=True)
class Activity:
    since: datetime
    until: datetime
    squares: list[Busy]


async def look_at_city(session: AsyncSession, *, lat: float, lon: float, radius_m: int) -> Activity:
    """The same for everybody for some minutes: who asks often learns no more than who asks once.

    What is shown is as old as the part left out at a walk's end, so that a walk that is still on
    never shows where it is going to end.
    """
    until = _floor(clock.now() - settings.activity_edge, settings.activity_every)
    since = until - settings.activity_span
    step = settings.activity_square_m / METRES_PER_DEGREE
    squares = await count_walks(
        session,
        _around(lat, lon, radius_m),
        step=step,
        since=since,
        until=until,
        edge=settings.activity_edge,
        at_least=settings.activity_at_least,
        most=MOST,
    )
    return Activity(since, until, [_middle_of(square, step) for square in squares])


def _floor(moment: datetime, to: timedelta) -> datetime:
    return datetime.fromtimestamp(
        moment.timestamp() // to.total_seconds() * to.total_seconds(), UTC
    )


def _around(lat: float, lon: float, radius_m: int) -> Frame:
    north = radius_m / METRES_PER_DEGREE
    east = north / max(0.01, math.cos(math.radians(lat)))
    return Frame(lat - north, lon - east, lat + north, lon + east)


def _middle_of(square: Square, step: float) -> Busy:
    lat = (square.row + 0.5) * step
    lon = (square.col + 0.5) * step / math.cos(math.radians(lat))
    return Busy(round(lat, 5), round(lon, 5), square.walks)
