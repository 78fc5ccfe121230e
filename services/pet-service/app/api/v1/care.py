"""What a walker must know, and whether the shots are in order."""

from uuid import UUID

from fastapi import APIRouter

from app.models.pet import PetNotFound
from app.schemas.medical import VaccinationStatusRead
from app.schemas.pets import CareCardRead
from app.services import medical, pets
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.problems import problems

router = APIRouter(prefix="/pets/{pet_id:uuid}", tags=["care"])


@router.get("/care-card", responses=problems(*IDENTITY_PROBLEMS, PetNotFound))
async def get_care_card(pet_id: UUID, user: CurrentUser, session: Session) -> CareCardRead:
    """For the family, and for a walker from his assignment until a day after the walk."""
    return CareCardRead.of(await pets.open_care_card(session, pet_id, user))


@router.get("/vaccination-status", responses=problems(*IDENTITY_PROBLEMS, PetNotFound))
async def get_vaccination_status(
    pet_id: UUID, user: CurrentUser, session: Session
) -> VaccinationStatusRead:
    """Whether the pet counts as vaccinated, and until when."""
    return VaccinationStatusRead.of(await medical.vaccination_status(session, pet_id, user))
