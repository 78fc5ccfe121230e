"""Photos of a pet."""

from uuid import UUID

from app.api.attaching import PHOTO, Media, SentMediaId
from app.models.pet import PetNotFound
from app.models.photo import PhotoNotFound
from app.schemas.pets import PhotoRead, Photos
from app.services import pets, photos
from lapa_contracts.media import ContextType
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import (
    Conflict,
    InvalidRequest,
    Problem,
    UpstreamFailed,
    problems,
)

router = Router(prefix="/pets/{pet_id:uuid}/photos", tags=["photos"])
PHOTO_PROBLEMS = (*IDENTITY_PROBLEMS, PetNotFound)


class PayloadTooLarge(Problem):
    status, title = 413, "The file is too large"


class UnsupportedMediaType(Problem):
    status, title = 415, "The file is of a type that is not taken"


class MediaNotUsable(InvalidRequest):
    title = "The file is not yours, not usable or attached to something else"


@router.post(
    "",
    status_code=201,
    responses=problems(
        *PHOTO_PROBLEMS,
        PayloadTooLarge,
        UnsupportedMediaType,
        MediaNotUsable,
        Conflict,
        UpstreamFailed,
    ),
    openapi_extra=PHOTO,
)
async def add_photo(
    pet_id: UUID, user: CurrentUser, media_id: SentMediaId, media: Media, session: Session
) -> PhotoRead:
    """Add a photo: `{media_id}` of a file the caller has uploaded, or the file itself as multipart."""
    await pets.check_family(session, pet_id, user.id)
    await media.claim([media_id], owner_id=user.id, context_type=ContextType.PET, context_id=pet_id)
    photo = await photos.add_photo(session, pet_id, media_id, user_id=user.id)
    return PhotoRead.of(photo)


@router.get("", responses=problems(*PHOTO_PROBLEMS))
async def list_photos(pet_id: UUID, user: CurrentUser, session: Session) -> Photos:
    """The pet's photos, oldest first."""
    pet, _ = await pets.see_pet(session, pet_id, user)
    return Photos(items=[PhotoRead.of(photo) for photo in pet.photos])


@router.put("/{photo_id}/primary", responses=problems(*PHOTO_PROBLEMS, PhotoNotFound))
async def set_primary_photo(
    pet_id: UUID, photo_id: UUID, user: CurrentUser, session: Session
) -> PhotoRead:
    """The photo by which the pet is known in lists."""
    return PhotoRead.of(await photos.set_primary(session, pet_id, photo_id, user_id=user.id))


@router.delete("/{photo_id}", status_code=204, responses=problems(*PHOTO_PROBLEMS, PhotoNotFound))
async def remove_photo(pet_id: UUID, photo_id: UUID, user: CurrentUser, session: Session) -> None:
    """Show it no longer; the file is deleted at media-service."""
    await photos.remove_photo(session, pet_id, photo_id, user_id=user.id)
