"""A pet's papers."""

from uuid import UUID

from fastapi import Response

from app.api.attaching import Media
from app.models.medical import MedicalRecordNotFound, MedicalType
from app.models.pet import PetNotFound
from app.schemas.medical import (
    ChangeRead,
    Changes,
    MedicalFacts,
    MedicalRead,
    MedicalRecords,
)
from app.services import medical, pets
from app.services.medical import ExpiresTooEarly
from lapa_contracts.media import ContextType
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.problems import PreconditionFailed, UpstreamFailed, problems

router = Router(prefix="/pets/{pet_id:uuid}/medical", tags=["medical"])
PET_PROBLEMS = (*IDENTITY_PROBLEMS, PetNotFound)
RECORD_PROBLEMS = (*PET_PROBLEMS, MedicalRecordNotFound)


async def _claim(
    session: Session, media: Media, body: MedicalFacts, pet_id: UUID, user_id: UUID
) -> None:
    if body.media_ids:
        await pets.check_family(session, pet_id, user_id)
        await media.claim(
            body.media_ids, owner_id=user_id, context_type=ContextType.PET, context_id=pet_id
        )


@router.post(
    "", status_code=201, responses=problems(*PET_PROBLEMS, ExpiresTooEarly, UpstreamFailed)
)
async def add_medical_record(
    pet_id: UUID, body: MedicalFacts, user: CurrentUser, media: Media, session: Session
) -> MedicalRead:
    """Put a record on file; the family is reminded 30, 7 and 1 days before a vaccination ends."""
    await _claim(session, media, body, pet_id, user.id)
    return MedicalRead.of(await medical.add_record(session, pet_id, body.facts(), user_id=user.id))


@router.get("", responses=problems(*PET_PROBLEMS))
async def list_medical_records(
    pet_id: UUID, user: CurrentUser, session: Session, type: MedicalType | None = None
) -> MedicalRecords:
    """All records of the pet, newest first."""
    records = await medical.list_records(session, pet_id, user, type=type)
    return MedicalRecords(items=[MedicalRead.of(record) for record in records])


@router.get("/{record_id}", responses=problems(*RECORD_PROBLEMS))
async def get_medical_record(
    pet_id: UUID, record_id: UUID, user: CurrentUser, session: Session, response: Response
) -> MedicalRead:
    """One record."""
    record = await medical.get_record(session, pet_id, record_id, user)
    set_etag(response, record.version)
    return MedicalRead.of(record)


@router.put(
    "/{record_id}",
    responses=problems(
        *RECORD_PROBLEMS, ExpiresTooEarly, PreconditionFailed, InvalidEtag, UpstreamFailed
    ),
)
async def change_medical_record(
    pet_id: UUID,
    record_id: UUID,
    body: MedicalFacts,
    user: CurrentUser,
    media: Media,
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> MedicalRead:
    """Say the record anew; what it said before stays in its history."""
    await _claim(session, media, body, pet_id, user.id)
    record = await medical.change_record(
        session, pet_id, record_id, body.facts(), user_id=user.id, version=if_match
    )
    set_etag(response, record.version)
    return MedicalRead.of(record)


@router.delete("/{record_id}", status_code=204, responses=problems(*RECORD_PROBLEMS))
async def delete_medical_record(
    pet_id: UUID, record_id: UUID, user: CurrentUser, session: Session
) -> None:
    """Take a record off; its history remains."""
    await medical.delete_record(session, pet_id, record_id, user_id=user.id)


@router.get("/{record_id}/history", responses=problems(*PET_PROBLEMS))
async def get_medical_history(
    pet_id: UUID, record_id: UUID, user: CurrentUser, session: Session
) -> Changes:
    """Who changed a record and when, and what it said before; newest first."""
    changes = await medical.list_changes(session, pet_id, record_id, user)
    return Changes(items=[ChangeRead.of(change) for change in changes])
