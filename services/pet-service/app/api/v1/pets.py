"""Pets and those they belong to."""

from uuid import UUID

from fastapi import Response

from app.models.pet import AlreadyOwner, PersonNotFound, PetArchived, PetNotFound
from app.queries.pets import list_pets as list_own_pets
from app.schemas.pets import PetFacts, PetPatch, PetRead
from app.services import pets
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import PreconditionFailed, problems

router = Router(prefix="/pets", tags=["pets"])
CHANGE_PROBLEMS = (*IDENTITY_PROBLEMS, PetNotFound, PetArchived, PreconditionFailed, InvalidEtag)


@router.post("", status_code=201, responses=problems(*IDENTITY_PROBLEMS))
async def add_pet(
    body: PetFacts, user: CurrentUser, session: Session, response: Response
) -> PetRead:
    """Add a pet."""
    pet = await pets.add_pet(session, body.facts(), owner_id=user.id)
    set_etag(response, pet.version)
    return PetRead.of(pet)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_pets(
    user: CurrentUser, session: Session, page: Paging, archived: bool = False
) -> Page[PetRead]:
    """The caller's pets and those shared with him, newest first."""
    return page_of(await list_own_pets(session, user.id, page, archived=archived), PetRead.of)


@router.get("/{pet_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, PetNotFound))
async def get_pet(pet_id: UUID, user: CurrentUser, session: Session, response: Response) -> PetRead:
    """The pet, as far as the caller may see it: his own, or one he walks."""
    pet, view = await pets.see_pet(session, pet_id, user)
    set_etag(response, pet.version)
    return PetRead.of(pet, view)


@router.put("/{pet_id:uuid}", responses=problems(*CHANGE_PROBLEMS))
async def replace_pet(
    pet_id: UUID,
    body: PetFacts,
    user: CurrentUser,
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> PetRead:
    """Say everything about the pet anew."""
    pet = await pets.change_pet(session, pet_id, body.facts(), user_id=user.id, version=if_match)
    set_etag(response, pet.version)
    return PetRead.of(pet)


@router.patch("/{pet_id:uuid}", responses=problems(*CHANGE_PROBLEMS))
async def change_pet(
    pet_id: UUID,
    body: PetPatch,
    user: CurrentUser,
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> PetRead:
    """Change what is named."""
    pet = await pets.change_pet(session, pet_id, body.facts(), user_id=user.id, version=if_match)
    set_etag(response, pet.version)
    return PetRead.of(pet)


@router.delete("/{pet_id:uuid}", status_code=204, responses=problems(*CHANGE_PROBLEMS))
async def remove_pet(pet_id: UUID, user: CurrentUser, session: Session, if_match: IfMatch) -> None:
    """Remove a pet; one that was ever walked is archived instead."""
    await pets.remove_pet(session, pet_id, owner_id=user.id, version=if_match)


@router.put(
    "/{pet_id:uuid}/co-owners/{user_id}",
    responses=problems(*IDENTITY_PROBLEMS, PetNotFound, PersonNotFound, AlreadyOwner),
)
async def share_pet(pet_id: UUID, user_id: UUID, user: CurrentUser, session: Session) -> PetRead:
    """Share the pet with somebody, who may then do all but remove and share it."""
    return PetRead.of(await pets.share_pet(session, pet_id, user_id, owner_id=user.id))


@router.delete(
    "/{pet_id:uuid}/co-owners/{user_id}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, PetNotFound),
)
async def end_sharing(pet_id: UUID, user_id: UUID, user: CurrentUser, session: Session) -> None:
    """Share it no longer; a co-owner may leave by himself."""
    await pets.end_sharing(session, pet_id, user_id, by=user.id)
