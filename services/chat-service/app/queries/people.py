"""People and blocks in SQL."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, delete, exists, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.person import Block, Person
from lapa_contracts.user import UserStatus


async def list_people(session: AsyncSession, user_ids: Collection[UUID]) -> dict[UUID, Person]:
    rows = await session.scalars(select(Person).where(Person.user_id.in_(user_ids)))
    return {person.user_id: person for person in rows}


async def is_suspended(session: AsyncSession, user_id: UUID) -> bool:
    status = await session.scalar(select(Person.status).where(Person.user_id == user_id))
    return status is not None and status is not UserStatus.ACTIVE


async def put_person(
    session: AsyncSession,
    user_id: UUID,
    version: int,
    *,
    display_name: str,
    avatar_media_id: UUID | None,
    status: UserStatus,
) -> None:
    """Upsert of the projection; an older snapshot changes nothing."""
    values = {
        "display_name": display_name,
        "avatar_media_id": avatar_media_id,
        "status": status,
        "version": version,
    }
    await session.execute(
        insert(Person)
        .values(user_id=user_id, **values)
        .on_conflict_do_update(
            index_elements=[Person.user_id], set_=values, where=Person.version < version
        )
    )


async def are_apart(session: AsyncSession, user_id: UUID, others: Collection[UUID]) -> bool:
    """True when he blocked one of them, or one of them him."""
    blocked = or_(
        and_(Block.user_id == user_id, Block.other_id.in_(others)),
        and_(Block.other_id == user_id, Block.user_id.in_(others)),
    )
    return bool(await session.scalar(select(exists().where(blocked))))


async def put_block(session: AsyncSession, user_id: UUID, other_id: UUID) -> None:
    statement = insert(Block).values(user_id=user_id, other_id=other_id)
    await session.execute(statement.on_conflict_do_nothing())


async def delete_block(session: AsyncSession, user_id: UUID, other_id: UUID) -> None:
    await session.execute(delete(Block).where(Block.user_id == user_id, Block.other_id == other_id))
