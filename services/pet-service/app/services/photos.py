"""Photos of a pet, and what becomes of references to deleted files."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.pet import Pet
from app.models.photo import Photo, PhotoNotFound
from app.queries import medical as medical_queries
from app.queries import pets as pet_queries
from lapa_kit.ids import new_id


async def add_photo(session: AsyncSession, pet_id: UUID, media_id: UUID, *, user_id: UUID) -> Photo:
    pet = await pet_queries.lock_pet(session, pet_id, family_member_id=user_id)
    photo = pet.add_photo(new_id(), media_id)
    await session.flush()
    return photo


async def set_primary(
    session: AsyncSession, pet_id: UUID, photo_id: UUID, *, user_id: UUID
) -> Photo:
    pet, photo = await _lock_photo(session, pet_id, photo_id, user_id)
    pet.set_primary(photo)
    return photo


async def remove_photo(
    session: AsyncSession, pet_id: UUID, photo_id: UUID, *, user_id: UUID
) -> None:
    """The file itself stays with media-service, where its owner deletes it."""
    pet, photo = await _lock_photo(session, pet_id, photo_id, user_id)
    pet.remove_photo(photo)


async def _lock_photo(
    session: AsyncSession, pet_id: UUID, photo_id: UUID, user_id: UUID
) -> tuple[Pet, Photo]:
    pet = await pet_queries.lock_pet(session, pet_id, family_member_id=user_id)
    for photo in pet.photos:
        if photo.id == photo_id:
            return pet, photo
    raise PhotoNotFound


async def forget_media(session: AsyncSession, media_id: UUID) -> None:
    """The file is gone: no photo and no record refers to it any more."""
    if pet := await pet_queries.lock_pet_of_photo(session, media_id):
        pet.remove_photo(next(photo for photo in pet.photos if photo.media_id == media_id))
    for record in await medical_queries.list_records_with(session, media_id):
        record.media_ids = [one for one in record.media_ids if one != str(media_id)]
