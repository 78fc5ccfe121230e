"""Developer keys in SQL; another's key does not exist."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.key import DeveloperKey, KeyNotFound
from lapa_kit.pagination import PageQuery, paginate


async def list_keys(
    session: AsyncSession, page: PageQuery, *, owner_id: UUID
) -> tuple[list[DeveloperKey], str | None]:
    """Also those that have ended, the newest first."""
    statement = select(DeveloperKey).where(DeveloperKey.owner_id == owner_id)
    return await paginate(session, statement, page, DeveloperKey.id)


async def get_key(session: AsyncSession, key_id: UUID, *, owner_id: UUID) -> DeveloperKey:
    statement = select(DeveloperKey).where(
        DeveloperKey.id == key_id, DeveloperKey.owner_id == owner_id
    )
    if key := await session.scalar(statement):
        return key
    raise KeyNotFound


async def lock_live_key(
    session: AsyncSession, key_id: UUID, *, owner_id: UUID, now: datetime
) -> DeveloperKey:
    statement = select(DeveloperKey).where(
        DeveloperKey.id == key_id, DeveloperKey.owner_id == owner_id
    )
    key = await session.scalar(statement.with_for_update())
    if key is None or not key.is_live(now):
        raise KeyNotFound
    return key


async def count_live_keys(session: AsyncSession, owner_id: UUID, now: datetime) -> int:
    statement = select(func.count()).where(
        DeveloperKey.owner_id == owner_id,
        DeveloperKey.revoked_at.is_(None),
        or_(DeveloperKey.expires_at.is_(None), DeveloperKey.expires_at > now),
    )
    return await session.scalar(statement) or 0


async def find_key_by_hash(session: AsyncSession, digest: bytes) -> DeveloperKey | None:
    statement = select(DeveloperKey).where(
        or_(DeveloperKey.hash == digest, DeveloperKey.old_hash == digest)
    )
    return await session.scalar(statement)
