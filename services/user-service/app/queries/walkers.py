"""Walkers and their reputations in SQL."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.walker import Reputation, Walker, WalkerNotFound


async def find_walker(session: AsyncSession, walker_id: UUID) -> Walker | None:
    return await session.get(Walker, walker_id)


async def get_walker(session: AsyncSession, walker_id: UUID) -> Walker:
    if walker := await find_walker(session, walker_id):
        return walker
    raise WalkerNotFound


async def find_locked_walker(session: AsyncSession, walker_id: UUID) -> Walker | None:
    """Locked for update, if he is one."""
    statement = select(Walker).where(Walker.id == walker_id).with_for_update()
    return await session.scalar(statement.execution_options(populate_existing=True))


async def list_walkers_by_id(
    session: AsyncSession, walker_ids: Sequence[UUID]
) -> dict[UUID, Walker]:
    found = await session.scalars(select(Walker).where(Walker.id.in_(walker_ids)))
    return {walker.id: walker for walker in found}


async def list_reputations(
    session: AsyncSession, walker_ids: Sequence[UUID]
) -> dict[UUID, Reputation]:
    found = await session.scalars(select(Reputation).where(Reputation.walker_id.in_(walker_ids)))
    return {reputation.walker_id: reputation for reputation in found}


async def put_reputation(
    session: AsyncSession, walker_id: UUID, version: int, **values: Any
) -> None:
    """Upsert of the projection; an older snapshot changes nothing."""
    values = {**values, "version": version}
    await session.execute(
        insert(Reputation)
        .values(walker_id=walker_id, **values)
        .on_conflict_do_update(
            index_elements=[Reputation.walker_id],
            set_=values,
            where=Reputation.version < version,
        )
    )
