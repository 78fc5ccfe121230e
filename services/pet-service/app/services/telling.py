"""Saying whose a pet is and how it is."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.pet import Pet
from lapa_contracts.pet import PetChanged
from lapa_kit.events import publish


def pet_changed(pet: Pet) -> PetChanged:
    return PetChanged(
        pet_id=pet.id,
        owner_id=pet.owner_id,
        co_owner_ids=pet.co_owner_ids,
        size=pet.size,
        archived=pet.archived_at is not None,
        version=pet.version,
    )


def tell_changed(session: AsyncSession, pet: Pet) -> None:
    publish(session, pet_changed(pet))
