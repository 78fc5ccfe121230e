"""How many walk in which square of the city: counted in SQL, so that no place of anybody's leaves the database."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

METRES_PER_DEGREE = 111_195.0
LONGEST_WALK = timedelta(hours=24)

# rows of squares from the equator; their columns are as wide as they are high at the row's latitude
COUNT = text("""
WITH seen AS (
    SELECT t.walker_id, t.client_id, p.lon, floor(p.lat / :step) AS row
    FROM tracks AS t JOIN trackpoints AS p ON p.track_id = t.id
    WHERE t.started_at BETWEEN :earliest AND :until AND t.state <> 'cancelled'
        AND p.at >= greatest(:since, t.started_at + :edge)
        AND p.at < least(:until, t.finished_at - :edge)
        AND coalesce(p.accuracy_m, 0) <= 100
        AND p.lat BETWEEN :south AND :north AND p.lon BETWEEN :west AND :east
), placed AS (
    SELECT walker_id, client_id, row, floor(lon * cos(radians((row + 0.5) * :step)) / :step) AS col
    FROM seen
)
SELECT row, col, count(DISTINCT walker_id) AS walks
FROM placed GROUP BY row, col
HAVING least(count(DISTINCT walker_id), count(DISTINCT client_id)) >= :at_least
ORDER BY walks DESC, row, col
LIMIT :most
""")


@dataclass(frozen=True, slots=True)
class Frame:
    """Degrees; what is asked about."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class Square:
    """`row` and `col` name it; the squares of one size never overlap."""

    row: int
    col: int
    walks: int


async def count_walks(
    session: AsyncSession,
    frame: Frame,
    *,
    step: float,
    since: datetime,
    until: datetime,
    edge: timedelta,
    at_least: int,
    most: int,
) -> list[Square]:
    """Squares of `step` degrees of latitude where so many different people walked; both ends of each walk left out."""
    values = {
        "step": step,
        "since": since,
        "until": until,
        "earliest": since - LONGEST_WALK,
        "edge": edge,
        "at_least": at_least,
        "most": most,
        "south": frame.south,
        "north": frame.north,
        "west": frame.west,
        "east": frame.east,
    }
    rows = await session.execute(COUNT, values)
    return [Square(int(row), int(col), walks) for row, col, walks in rows]
