"""Last points in SQL: a newer device time wins, walkers nearby come nearest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from geoalchemy2 import WKTElement
from geoalchemy2.functions import ST_Distance, ST_DWithin
from sqlalchemy import delete, exists, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.block import Block
from app.models.trackpoint import Reading
from app.models.whereabouts import Whereabouts
from app.queries.points import run

MOVE = """
INSERT INTO whereabouts AS w (
    user_id, at, lat, lon, place, accuracy_m, speed_mps, heading, battery,
    version, online, is_suspended, is_available
)
SELECT user_id, at, lat, lon, st_setsrid(st_makepoint(lon, lat), 4326)::geography,
    accuracy_m, speed_mps, heading, battery, 0, false, false, false
FROM unnest(
    $1::uuid[], $2::timestamptz[], $3::float8[], $4::float8[], $5::real[], $6::real[],
    $7::real[], $8::real[]
) AS g (user_id, at, lat, lon, accuracy_m, speed_mps, heading, battery)
ORDER BY user_id
ON CONFLICT (user_id) DO UPDATE SET
    at = excluded.at, lat = excluded.lat, lon = excluded.lon, place = excluded.place,
    accuracy_m = excluded.accuracy_m, speed_mps = excluded.speed_mps,
    heading = excluded.heading, battery = excluded.battery
WHERE w.at IS NULL OR excluded.at > w.at
RETURNING w.user_id, w.is_available, w.said_at, st_distance(w.said_place, w.place)
"""


# a sphere and the ellipsoid differ by half a percent: so many more are asked for and put in true order
SPHERE_SLACK = 10


@dataclass(frozen=True, slots=True)
class Moved:
    """Whose last point is newer now, and how far it is from the one last told to others."""

    user_id: UUID
    is_available: bool
    said_at: datetime | None
    distance_m: float | None


async def move(session: AsyncSession, readings: Sequence[Reading]) -> list[Moved]:
    """Take the last points, at most one a person."""
    if not readings:
        return []
    names = ("user_id", "at", "lat", "lon", "accuracy_m", "speed_mps", "heading", "battery")
    columns: list[list[Any]] = [[getattr(r, name) for r in readings] for name in names]
    return [Moved(*row) for row in await run(session, MOVE, *columns)]


async def note_said(session: AsyncSession, user_ids: Sequence[UUID]) -> None:
    """The present points of these people have been told to the others."""
    await session.execute(
        update(Whereabouts)
        .where(Whereabouts.user_id.in_(user_ids))
        .values(said_at=Whereabouts.at, said_place=Whereabouts.place)
    )


async def find_whereabouts(session: AsyncSession, user_id: UUID) -> Whereabouts | None:
    return await session.get(Whereabouts, user_id)


async def put_walker(
    session: AsyncSession,
    walker_id: UUID,
    version: int,
    *,
    online: bool,
    verified_until: datetime | None,
    checked_until: datetime | None,
    is_approved: bool,
) -> None:
    """Upsert of the projection; an older snapshot changes nothing."""
    facts: dict[str, Any] = {
        "version": version,
        "online": online,
        "verified_until": verified_until,
        "checked_until": checked_until,
    }
    shown = online and is_approved
    statement = insert(Whereabouts).values(
        user_id=walker_id, is_suspended=False, is_available=shown, **facts
    )
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=[Whereabouts.user_id],
            set_={**facts, "is_available": ~Whereabouts.is_suspended if shown else False},
            where=Whereabouts.version < version,
        )
    )


async def suspend(session: AsyncSession, user_id: UUID) -> None:
    """End being online; only a newer profile makes him available again, and not while suspended."""
    await session.execute(
        insert(Whereabouts)
        .values(user_id=user_id, version=0, online=False, is_suspended=True, is_available=False)
        .on_conflict_do_update(
            index_elements=[Whereabouts.user_id],
            set_={"is_suspended": True, "is_available": False, "online": False},
        )
    )


async def reinstate(session: AsyncSession, user_id: UUID) -> None:
    await session.execute(
        update(Whereabouts).where(Whereabouts.user_id == user_id).values(is_suspended=False)
    )


async def list_nearby(
    session: AsyncSession,
    *,
    lat: float,
    lon: float,
    radius_m: int,
    seen_since: datetime,
    now: datetime,
    asked_by: UUID,
    limit: int,
    only_checked: bool,
) -> list[tuple[Whereabouts, float]]:
    """Available walkers with a fresh point, nearest first, and their distances in metres."""
    here = WKTElement(f"POINT({lon} {lat})", srid=4326)
    blocked = exists().where(
        or_(
            (Block.user_id == asked_by) & (Block.other_id == Whereabouts.user_id),
            (Block.user_id == Whereabouts.user_id) & (Block.other_id == asked_by),
        )
    )
    statement = (
        select(Whereabouts, ST_Distance(Whereabouts.place, here))
        .where(
            Whereabouts.is_available,
            Whereabouts.at >= seen_since,
            or_(Whereabouts.verified_until.is_(None), Whereabouts.verified_until > now),
            ST_DWithin(Whereabouts.place, here, radius_m),
            Whereabouts.user_id != asked_by,
            ~blocked,
        )
        # the operator, not the function: only it walks the index from near to far, though on a sphere
        .order_by(Whereabouts.place.op("<->")(here))
        .limit(limit + SPHERE_SLACK)
    )
    if only_checked:
        statement = statement.where(Whereabouts.checked_until > now)
    # a parallel plan of so small a query costs thirty times its work at the tail
    await session.execute(text("SET LOCAL max_parallel_workers_per_gather = 0"))
    found = [(row, distance) for row, distance in await session.execute(statement)]
    return sorted(found, key=lambda pair: pair[1])[:limit]


async def forget_last_points(session: AsyncSession, *, before: datetime) -> None:
    await session.execute(update(Whereabouts).where(Whereabouts.at < before).values(_GONE))


async def forget_last_point(session: AsyncSession, user_id: UUID) -> None:
    await session.execute(update(Whereabouts).where(Whereabouts.user_id == user_id).values(_GONE))


_GONE: dict[str, Any] = dict.fromkeys(("at", "lat", "lon", "place", "said_at", "said_place"))


async def add_block(session: AsyncSession, user_id: UUID, other_id: UUID) -> None:
    await session.execute(
        insert(Block).values(user_id=user_id, other_id=other_id).on_conflict_do_nothing()
    )


async def remove_block(session: AsyncSession, user_id: UUID, other_id: UUID) -> None:
    await session.execute(delete(Block).where(Block.user_id == user_id, Block.other_id == other_id))
