"""Pets in SQL. Ownership is a WHERE: a stranger's id does not exist for him."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, delete, exists, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.grant import Grant
from app.models.person import Person
from app.models.pet import CoOwner, Pet, PetNotFound
from app.models.photo import Photo
from lapa_kit.pagination import PageQuery, paginate


def _belongs_to(user_id: UUID) -> ColumnElement[bool]:
    shared = exists().where(CoOwner.pet_id == Pet.id, CoOwner.user_id == user_id)
    return or_(Pet.owner_id == user_id, shared)


async def find_pet(session: AsyncSession, pet_id: UUID) -> Pet | None:
    return await session.get(Pet, pet_id)


async def get_own_pet(session: AsyncSession, pet_id: UUID, user_id: UUID) -> Pet:
    """For its owner and co-owners."""
    statement = select(Pet).where(Pet.id == pet_id, _belongs_to(user_id))
    if pet := await session.scalar(statement):
        return pet
    raise PetNotFound


async def lock_pet(
    session: AsyncSession,
    pet_id: UUID,
    *,
    family_member_id: UUID | None = None,
    owner_id: UUID | None = None,
) -> Pet:
    """The pet, locked until commit; for those it does not belong to it does not exist."""
    statement = select(Pet).where(Pet.id == pet_id).with_for_update()
    if family_member_id is not None:
        statement = statement.where(_belongs_to(family_member_id))
    if owner_id is not None:
        statement = statement.where(Pet.owner_id == owner_id)
    statement = statement.execution_options(populate_existing=True)
    if pet := await session.scalar(statement):
        return pet
    raise PetNotFound


async def list_pets(
    session: AsyncSession, user_id: UUID, page: PageQuery, *, archived: bool
) -> tuple[list[Pet], str | None]:
    """His own and those shared with him, newest first."""
    state = Pet.archived_at.is_not(None) if archived else Pet.archived_at.is_(None)
    return await paginate(session, select(Pet).where(_belongs_to(user_id), state), page, Pet.id)


async def list_usable_pets(
    session: AsyncSession, pet_ids: Sequence[UUID], user_id: UUID
) -> list[Pet]:
    """Those of them that belong to him and are not archived."""
    statement = select(Pet).where(
        Pet.id.in_(pet_ids), _belongs_to(user_id), Pet.archived_at.is_(None)
    )
    return list(await session.scalars(statement))


async def has_history(session: AsyncSession, pet_id: UUID) -> bool:
    return bool(await session.scalar(select(exists().where(Grant.pet_id == pet_id))))


async def delete_pet(session: AsyncSession, pet: Pet) -> None:
    await session.execute(delete(Pet).where(Pet.id == pet.id))


async def lock_pet_of_photo(session: AsyncSession, media_id: UUID) -> Pet | None:
    photo = select(Photo.pet_id).where(Photo.media_id == media_id)
    return await session.scalar(select(Pet).where(Pet.id.in_(photo)).with_for_update())


async def is_granted(session: AsyncSession, pet_id: UUID, walker_id: UUID, now: datetime) -> bool:
    statement = exists().where(
        Grant.pet_id == pet_id,
        Grant.walker_id == walker_id,
        or_(Grant.until.is_(None), Grant.until > now),
    )
    return bool(await session.scalar(select(statement)))


async def put_grant(
    session: AsyncSession,
    order_id: UUID,
    pet_id: UUID,
    version: int,
    *,
    walker_id: UUID | None,
    until: datetime | None,
) -> None:
    """Upsert of the projection; what an older version of the order says changes nothing."""
    values = {"walker_id": walker_id, "until": until, "version": version}
    await session.execute(
        insert(Grant)
        .values(order_id=order_id, pet_id=pet_id, **values)
        .on_conflict_do_update(
            index_elements=[Grant.order_id, Grant.pet_id],
            set_=values,
            where=Grant.version <= version,
        )
    )


async def is_person(session: AsyncSession, user_id: UUID) -> bool:
    statement = exists().where(Person.user_id == user_id, Person.status == "active")
    return bool(await session.scalar(select(statement)))


async def put_person(session: AsyncSession, user_id: UUID, version: int, *, status: str) -> None:
    values = {"status": status, "version": version}
    await session.execute(
        insert(Person)
        .values(user_id=user_id, **values)
        .on_conflict_do_update(
            index_elements=[Person.user_id], set_=values, where=Person.version < version
        )
    )
