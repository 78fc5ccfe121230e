"""How many walk in which square of the city: counted in SQL, so that no place of anybody's leaves the database."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.points import run

METRES_PER_DEGREE = 111_195.0

# rows of squares from the equator; their columns are as wide as they are high at the row's latitude
COUNT = """
WITH seen AS (
    SELECT t.walker_id, t.client_id, p.lon, floor(p.lat / $1::float8) AS row
    FROM tracks AS t JOIN trackpoints AS p ON p.track_id = t.id
    WHERE t.started_at BETWEEN $2::timestamptz - interval '1 day' AND $3::timestamptz
        AND t.state <> 'cancelled'
        AND p.at >= greatest($2::timestamptz, t.started_at + $4::interval)
        AND p.at < least($3::timestamptz, t.finished_at - $4::interval)
        AND coalesce(p.accuracy_m, 0) <= 100
        AND p.lat BETWEEN $5::float8 AND $6::float8 AND p.lon BETWEEN $7::float8 AND $8::float8
), placed AS (
    SELECT walker_id, client_id, row,
        floor(lon * cos(radians((row + 0.5) * $1::float8)) / $1::float8) AS col
    FROM seen
)
SELECT row::int, col::int, count(DISTINCT walker_id) AS walks
FROM placed GROUP BY row, col
HAVING least(count(DISTINCT walker_id), count(DISTINCT client_id)) >= $9::int
ORDER BY walks DESC, row, col
LIMIT $10::int
"""


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
    edges = frame.south, frame.north, frame.west, frame.east
    rows = await run(session, COUNT, step, since, until, edge, *edges, at_least, most)
    return [Square(*row) for row in rows]
