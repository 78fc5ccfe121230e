"""Referrals and households in SQL."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.pet import Pet
from app.models.referral import Referral


async def put_referral(session: AsyncSession, user_id: UUID, referred_by: UUID) -> None:
    """The first one counts."""
    statement = insert(Referral).values(user_id=user_id, referred_by=referred_by)
    await session.execute(statement.on_conflict_do_nothing())


async def lock_open_referral(session: AsyncSession, user_id: UUID) -> Referral | None:
    statement = select(Referral).where(
        Referral.user_id == user_id,
        Referral.credited_at.is_(None),
        Referral.refused_at.is_(None),
    )
    return await session.scalar(statement.with_for_update())


async def share_a_dog(session: AsyncSession, one: UUID, other: UUID) -> bool:
    """Whether the two keep a dog together: the only household this service knows of."""
    rows = await session.execute(
        select(Pet.owner_id, Pet.co_owner_ids).where(
            (Pet.owner_id.in_([one, other])) | Pet.co_owner_ids.overlap([one, other])
        )
    )
    return any({one, other} <= {owner_id, *co_owner_ids} for owner_id, co_owner_ids in rows)
