"""People, their contacts and preferences in SQL."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.person import Consent, Contact, Person, Preference


async def find_person(session: AsyncSession, user_id: UUID) -> Person | None:
    return await session.get(Person, user_id)


async def find_contact(session: AsyncSession, user_id: UUID) -> Contact | None:
    return await session.get(Contact, user_id)


async def find_preference(session: AsyncSession, user_id: UUID) -> Preference | None:
    return await session.get(Preference, user_id)


async def list_with_role(session: AsyncSession, *roles: str) -> list[UUID]:
    """Active people who hold one of the roles."""
    statement = select(Person.user_id).where(
        Person.status == "active", Person.roles.op("?|")(list(roles))
    )
    return list(await session.scalars(statement))


async def put_person(session: AsyncSession, user_id: UUID, version: int, **facts: Any) -> None:
    """Upsert of the projection; an older snapshot changes nothing."""
    values = {**facts, "version": version}
    await session.execute(
        insert(Person)
        .values(user_id=user_id, **values)
        .on_conflict_do_update(
            index_elements=[Person.user_id], set_=values, where=Person.version < version
        )
    )


async def put_contact(session: AsyncSession, user_id: UUID, version: int, **facts: Any) -> None:
    values = {**facts, "version": version}
    await session.execute(
        insert(Contact)
        .values(user_id=user_id, **values)
        .on_conflict_do_update(
            index_elements=[Contact.user_id], set_=values, where=Contact.version < version
        )
    )


async def find_consent(session: AsyncSession, user_id: UUID, purpose: str) -> Consent | None:
    return await session.get(Consent, (user_id, purpose))


async def put_consent(
    session: AsyncSession, user_id: UUID, purpose: str, version: int, *, granted: bool
) -> None:
    values = {"granted": granted, "version": version}
    await session.execute(
        insert(Consent)
        .values(user_id=user_id, purpose=purpose, **values)
        .on_conflict_do_update(
            index_elements=[Consent.user_id, Consent.purpose],
            set_=values,
            where=Consent.version < version,
        )
    )


async def put_preference(session: AsyncSession, user_id: UUID, **values: Any) -> None:
    await session.execute(
        insert(Preference)
        .values(user_id=user_id, **values)
        .on_conflict_do_update(index_elements=[Preference.user_id], set_=values)
    )
