"""Trackpoints in SQL: set-based and past the ORM, for this is the busiest path of the platform."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.trackpoint import Reading, RejectedPoint, Trackpoint
from app.tracking.fixes import Fix, Rejection

# a point is numbered only when it is new: its track's row is locked, so nobody else numbers now
INSERT = """
WITH given AS (
    SELECT * FROM unnest(
        $1::uuid[], $2::text[], $3::bigint[], $4::timestamptz[], $5::float8[], $6::float8[],
        $7::real[], $8::real[], $9::real[], $10::real[], $11::uuid[], $12::bigint[]
    ) AS g (user_id, device_id, seq, at, lat, lon, accuracy_m, speed_mps, heading, battery,
            track_id, last_seq)
), fresh AS (
    SELECT * FROM given AS g WHERE NOT EXISTS (
        SELECT FROM trackpoints AS p
        WHERE p.user_id = g.user_id AND p.device_id = g.device_id AND p.seq = g.seq AND p.at = g.at
    )
)
INSERT INTO trackpoints (
    user_id, device_id, seq, at, lat, lon, accuracy_m, speed_mps, heading, battery,
    track_id, track_seq, received_at
)
SELECT user_id, device_id, seq, at, lat, lon, accuracy_m, speed_mps, heading, battery, track_id,
    CASE WHEN track_id IS NOT NULL THEN
        last_seq + row_number() OVER (PARTITION BY track_id ORDER BY at, device_id, seq)
    END,
    $13::timestamptz
FROM fresh
ON CONFLICT DO NOTHING
RETURNING track_id, track_seq, at
"""

# rows of one walker without a track, or with one that does not cover them, find the walk of their time
BIND = """
WITH loose AS (
    SELECT p.user_id, p.device_id, p.seq, p.at,
        row_number() OVER (ORDER BY p.at, p.device_id, p.seq) + $5::bigint AS track_seq
    FROM trackpoints AS p
    WHERE p.user_id = $1 AND p.at >= $3 AND p.at <= $4 AND p.track_id IS NULL
)
UPDATE trackpoints AS p SET track_id = $2, track_seq = loose.track_seq
FROM loose
WHERE p.user_id = loose.user_id AND p.device_id = loose.device_id
    AND p.seq = loose.seq AND p.at = loose.at
RETURNING p.track_seq
"""

LOOSEN = """
UPDATE trackpoints SET track_id = NULL, track_seq = NULL WHERE track_id = $1 AND (at < $2 OR at > $3)
"""


@dataclass(frozen=True, slots=True)
class Stored:
    """A point that was new; `track_seq` is its number on its track."""

    track_id: UUID | None
    track_seq: int | None
    at: datetime


async def insert_points(
    session: AsyncSession,
    readings: Sequence[tuple[Reading, UUID | None, int]],
    *,
    received_at: datetime,
) -> list[Stored]:
    """Write readings, each with its track and that track's last number; those that were new.

    Arrays over one statement reach nine tenths of a COPY through a staging table, without the table.
    """
    if not readings:
        return []
    columns: list[list[Any]] = [
        [getattr(reading, name) for reading, _, _ in readings]
        for name in (
            "user_id", "device_id", "seq", "at", "lat", "lon",
            "accuracy_m", "speed_mps", "heading", "battery",
        )
    ]  # fmt: skip
    columns += [[track for _, track, _ in readings], [last for _, _, last in readings]]
    rows = await run(session, INSERT, *columns, received_at)
    return [Stored(*row) for row in rows]


async def bind_points(
    session: AsyncSession,
    track_id: UUID,
    walker_id: UUID,
    *,
    start: datetime,
    end: datetime,
    last_seq: int,
) -> int:
    """Give the walker's loose points between two moments to the track; the track's last number then."""
    rows = await run(session, BIND, walker_id, track_id, start, end, last_seq)
    return max((row[0] for row in rows), default=last_seq)


async def loosen_points(
    session: AsyncSession, track_id: UUID, *, start: datetime, end: datetime
) -> None:
    """Take from the track what lies outside its walk after all."""
    await run(session, LOOSEN, track_id, start, end)


async def delete_loose_points(session: AsyncSession, *, before: datetime) -> None:
    """Points that no walk has claimed: outside a walk nobody is tracked."""
    await session.execute(
        delete(Trackpoint).where(Trackpoint.track_id.is_(None), Trackpoint.received_at < before)
    )


async def delete_loose_points_of(session: AsyncSession, walker_id: UUID) -> None:
    await session.execute(
        delete(Trackpoint).where(Trackpoint.track_id.is_(None), Trackpoint.user_id == walker_id)
    )


async def insert_rejected(
    session: AsyncSession, rejected: Iterable[tuple[Reading, Rejection]], *, received_at: datetime
) -> None:
    values = [
        {
            "user_id": reading.user_id,
            "device_id": reading.device_id,
            "seq": reading.seq,
            "at": reading.at,
            "lat": reading.lat,
            "lon": reading.lon,
            "reason": reason,
            "received_at": received_at,
        }
        for reading, reason in rejected
    ]
    if values:
        await session.execute(insert(RejectedPoint).on_conflict_do_nothing(), values)


async def delete_old_rejections(session: AsyncSession, *, before: datetime) -> None:
    await session.execute(delete(RejectedPoint).where(RejectedPoint.received_at < before))


async def list_track_fixes(session: AsyncSession, track_id: UUID) -> list[Fix]:
    """Everything that was heard of a walk."""
    statement = select(Trackpoint.at, Trackpoint.lat, Trackpoint.lon, Trackpoint.accuracy_m).where(
        Trackpoint.track_id == track_id
    )
    rows = await session.execute(statement)
    return [Fix(at.timestamp(), lat, lon, accuracy) for at, lat, lon, accuracy in rows]


async def list_points_after(
    session: AsyncSession, track_id: UUID, seq: int, *, limit: int
) -> list[Trackpoint]:
    """Points of a track with a higher number, in order."""
    statement = (
        select(Trackpoint)
        .where(Trackpoint.track_id == track_id, Trackpoint.track_seq > seq)
        .order_by(Trackpoint.track_seq)
        .limit(limit)
    )
    return list(await session.scalars(statement))


async def find_newest_at(session: AsyncSession, track_id: UUID) -> datetime | None:
    return await session.scalar(
        select(func.max(Trackpoint.at)).where(Trackpoint.track_id == track_id)
    )


async def find_newest_point(session: AsyncSession, track_id: UUID) -> Trackpoint | None:
    statement = select(Trackpoint).where(Trackpoint.track_id == track_id)
    return await session.scalar(statement.order_by(Trackpoint.at.desc()).limit(1))


async def run(session: AsyncSession, sql: str, *arguments: Any) -> Sequence[Any]:
    """A statement of the hot path as asyncpg takes it: arrays go over binary, in one round trip."""
    connection = await session.connection()
    result = await connection.exec_driver_sql(sql, arguments)
    return result.fetchall() if result.returns_rows else []
