"""People and pairings in SQL."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.person import Pairing, Person


async def find_person(session: AsyncSession, user_id: UUID) -> Person | None:
    return await session.get(Person, user_id)


async def put_person(
    session: AsyncSession,
    user_id: UUID,
    version: int,
    *,
    display_name: str,
    status: str,
    email_verified: bool,
    terms_version: str | None,
) -> None:
    """Upsert of the projection; an older snapshot changes nothing."""
    values = {
        "display_name": display_name,
        "status": status,
        "email_verified": email_verified,
        "terms_version": terms_version,
        "version": version,
    }
    await session.execute(
        insert(Person)
        .values(user_id=user_id, **values)
        .on_conflict_do_update(
            index_elements=[Person.user_id], set_=values, where=Person.version < version
        )
    )


async def put_pairing(session: AsyncSession, user_id: UUID, other_id: UUID, kind: str) -> None:
    statement = insert(Pairing).values(user_id=user_id, other_id=other_id, kind=kind)
    await session.execute(statement.on_conflict_do_nothing())


async def delete_pairing(session: AsyncSession, user_id: UUID, other_id: UUID, kind: str) -> None:
    await session.execute(
        delete(Pairing).where(
            Pairing.user_id == user_id, Pairing.other_id == other_id, Pairing.kind == kind
        )
    )
