"""Tracks in SQL: whose they are is a WHERE, so that a stranger's track does not exist."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.track import Track, TrackNotFound, TrackState
from app.queries.points import run
from lapa_kit import clock
from lapa_kit.pagination import PageQuery, paginate

UNFINISHED = (TrackState.PLANNED, TrackState.LIVE)

SET_LAST_SEQS = """
UPDATE tracks AS t SET last_seq = g.last_seq, updated_at = $3
FROM unnest($1::uuid[], $2::bigint[]) AS g (id, last_seq) WHERE t.id = g.id
"""

Role = Literal["client", "walker"]


async def find_track(session: AsyncSession, track_id: UUID, *, lock: bool = False) -> Track | None:
    return await session.get(Track, track_id, with_for_update=lock or None)


async def get_track(session: AsyncSession, track_id: UUID, *, user_id: UUID | None) -> Track:
    """A track of this user on either side; of anybody for None (support)."""
    statement = select(Track).where(Track.id == track_id)
    if user_id is not None:
        statement = statement.where(_is_party(user_id))
    if track := await session.scalar(statement):
        return track
    raise TrackNotFound


async def list_tracks(
    session: AsyncSession, user_id: UUID, role: Role | None, page: PageQuery
) -> tuple[list[Track], str | None]:
    """Newest first; only walks that have begun."""
    sides = {"client": Track.client_id == user_id, "walker": Track.walker_id == user_id}
    mine = sides[role] if role else _is_party(user_id)
    statement = select(Track).where(mine, Track.started_at.is_not(None))
    return await paginate(session, statement, page, Track.id)


def _is_party(user_id: UUID) -> ColumnElement[bool]:
    return or_(Track.client_id == user_id, Track.walker_id == user_id)


@dataclass(frozen=True, slots=True)
class Window:
    """As much of a track as it takes to tell which points are its own."""

    id: UUID
    client_id: UUID
    walker_id: UUID
    state: TrackState
    planned_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    last_seq: int

    def covers(self, at: datetime) -> bool:
        if self.started_at is None or at < self.started_at:
            return False
        return self.finished_at is None or at <= self.finished_at


async def lock_windows(
    session: AsyncSession, walker_ids: Collection[UUID], *, since: datetime
) -> list[Window]:
    """The walks that points of these walkers may belong to, locked in one order so that writers never cross.

    The latest comes last. Walks that were over before `since` are left out.
    """
    columns = [getattr(Track, field.name) for field in fields(Window)]
    statement = (
        select(*columns)
        .where(
            Track.walker_id.in_(walker_ids),
            Track.state != TrackState.CANCELLED,
            or_(Track.finished_at.is_(None), Track.finished_at >= since),
        )
        .order_by(Track.id)
        .with_for_update()
    )
    return [Window(*row) for row in await session.execute(statement)]


async def set_last_seqs(session: AsyncSession, last_seqs: Mapping[UUID, int]) -> None:
    """The tracks are locked by the caller."""
    if last_seqs:
        ids, numbers = list(last_seqs), list(last_seqs.values())
        await run(session, SET_LAST_SEQS, ids, numbers, clock.now())


async def find_track_between(
    session: AsyncSession, client_id: UUID, walker_id: UUID
) -> Track | None:
    """The client's latest walk with this walker; a live one before all others."""
    statement = (
        select(Track)
        .where(Track.client_id == client_id, Track.walker_id == walker_id)
        .order_by((Track.state == TrackState.LIVE).desc(), Track.id.desc())
        .limit(1)
    )
    return await session.scalar(statement)


async def find_live_track_of(session: AsyncSession, walker_id: UUID) -> Track | None:
    statement = select(Track).where(Track.walker_id == walker_id, Track.state == TrackState.LIVE)
    return await session.scalar(statement.order_by(Track.started_at.desc()).limit(1))


async def walks_now(session: AsyncSession, walker_id: UUID) -> bool:
    """True when the walker has a walk under way or ahead."""
    statement = select(Track.id).where(Track.walker_id == walker_id, Track.state.in_(UNFINISHED))
    return await session.scalar(statement.limit(1)) is not None
