"""Dogs in SQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.pet import Pet


async def put_pet(
    session: AsyncSession,
    pet_id: UUID,
    version: int,
    *,
    owner_id: UUID,
    co_owner_ids: Sequence[UUID],
    is_archived: bool,
) -> None:
    """Upsert of the projection; an older snapshot changes nothing."""
    values = {
        "owner_id": owner_id,
        "co_owner_ids": list(co_owner_ids),
        "is_archived": is_archived,
        "version": version,
    }
    await session.execute(
        insert(Pet)
        .values(pet_id=pet_id, **values)
        .on_conflict_do_update(
            index_elements=[Pet.pet_id], set_=values, where=Pet.version < version
        )
    )
