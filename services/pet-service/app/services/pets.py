"""Pets: added, changed, shared, archived, shown as far as the viewer may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.medical import MedicalRecord, MedicalType, vaccinated_until
from app.models.pet import PersonNotFound, Pet, PetNotFound, PetNotUsable
from app.queries import medical as medical_queries
from app.queries import pets as pet_queries
from app.services import medical
from app.services.telling import tell_changed
from lapa_contracts.order import OrderCompleted, OrderEvent
from lapa_contracts.pet import QuotedPet
from lapa_kit import clock
from lapa_kit.auth import Principal
from lapa_kit.etags import check_version
from lapa_kit.ids import new_id


class View(StrEnum):
    """How much of a pet its viewer sees."""

    FULL = "full"
    WALKER = "walker"


@dataclass(frozen=True)
class CareCard:
    """What whoever has the leash must know; only records that matter on a walk."""

    pet: Pet
    records: list[MedicalRecord]


async def add_pet(session: AsyncSession, facts: dict[str, Any], *, owner_id: UUID) -> Pet:
    pet = Pet(id=new_id(), owner_id=owner_id, co_owners=[], photos=[])
    pet.version = 0
    pet.change(facts)
    session.add(pet)
    await session.flush()
    tell_changed(session, pet)
    return pet


async def see_pet(session: AsyncSession, pet_id: UUID, user: Principal) -> tuple[Pet, View]:
    """All of it for its family and support; without chip, vet and contacts for its walker of now."""
    pet = await pet_queries.find_pet(session, pet_id)
    if pet and (pet.belongs_to(user.id) or user.may("pets:read_any")):
        return pet, View.FULL
    if pet and await pet_queries.is_granted(session, pet_id, user.id, clock.now()):
        return pet, View.WALKER
    raise PetNotFound


async def check_family(session: AsyncSession, pet_id: UUID, user_id: UUID) -> None:
    """Before files are claimed for the pet; raises PetNotFound."""
    await pet_queries.get_own_pet(session, pet_id, user_id)


async def change_pet(
    session: AsyncSession,
    pet_id: UUID,
    facts: dict[str, Any],
    *,
    user_id: UUID,
    version: int | None,
) -> Pet:
    pet = await pet_queries.lock_pet(session, pet_id, family_member_id=user_id)
    check_version(pet.version, version)
    pet.change(facts)
    await session.flush()
    tell_changed(session, pet)
    return pet


async def remove_pet(
    session: AsyncSession, pet_id: UUID, *, owner_id: UUID, version: int | None
) -> None:
    """Archived when it was ever walked, else deleted; either way nobody is reminded of it."""
    pet = await pet_queries.lock_pet(session, pet_id, owner_id=owner_id)
    check_version(pet.version, version)
    await medical.forget_reminders(session, pet_id)
    pet.archive(clock.now())
    tell_changed(session, pet)
    await session.flush()
    if not await pet_queries.has_history(session, pet_id):
        await pet_queries.delete_pet(session, pet)


async def share_pet(session: AsyncSession, pet_id: UUID, user_id: UUID, *, owner_id: UUID) -> Pet:
    pet = await pet_queries.lock_pet(session, pet_id, owner_id=owner_id)
    if not await pet_queries.is_person(session, user_id):
        raise PersonNotFound
    if pet.share_with(user_id):
        await session.flush()
        tell_changed(session, pet)
    return pet


async def end_sharing(session: AsyncSession, pet_id: UUID, user_id: UUID, *, by: UUID) -> None:
    """By the owner, or by the co-owner who leaves."""
    owner_id = None if by == user_id else by
    pet = await pet_queries.lock_pet(session, pet_id, family_member_id=by, owner_id=owner_id)
    if pet.end_sharing(user_id):
        await session.flush()
        tell_changed(session, pet)


async def open_care_card(session: AsyncSession, pet_id: UUID, user: Principal) -> CareCard:
    pet, _ = await see_pet(session, pet_id, user)
    records = await medical_queries.list_records(
        session, [pet_id], MedicalType.MEDICATION, MedicalType.ALLERGY
    )
    today = clock.now().date()
    return CareCard(pet, [one for one in records if not one.expires_at or one.expires_at >= today])


async def quote_pets(
    session: AsyncSession, pet_ids: Sequence[UUID], *, owner_id: UUID
) -> list[QuotedPet]:
    """In the order asked for; raises PetNotUsable when one is not his, archived or named twice."""
    usable = {pet.id: pet for pet in await pet_queries.list_usable_pets(session, pet_ids, owner_id)}
    if len(usable) != len(pet_ids):
        bad = {pet_id for pet_id in pet_ids if pet_id not in usable}
        raise PetNotUsable(pet_ids=sorted(str(pet_id) for pet_id in bad))
    shots = await medical_queries.list_records(session, pet_ids, MedicalType.VACCINATION)
    return [
        QuotedPet(
            pet_id=pet_id,
            name=usable[pet_id].name,
            species=usable[pet_id].species,
            size=usable[pet_id].size,
            birth_date=usable[pet_id].birth_date,
            temperament=usable[pet_id].temperament,
            vaccinated_until=vaccinated_until([one for one in shots if one.pet_id == pet_id]),
        )
        for pet_id in pet_ids
    ]


async def grant(session: AsyncSession, event: OrderEvent) -> None:
    """The card's walker reads the care cards of its pets, for a day longer than the walk."""
    is_over = isinstance(event, OrderCompleted)
    until = event.finished_at + settings.care_card_after_walk if is_over else None
    for pet in event.pets:
        await pet_queries.put_grant(
            session,
            event.order_id,
            pet.pet_id,
            event.version,
            walker_id=event.walker_id,
            until=until,
        )


async def end_grant(session: AsyncSession, event: OrderEvent) -> None:
    for pet in event.pets:
        await pet_queries.put_grant(
            session, event.order_id, pet.pet_id, event.version, walker_id=None, until=None
        )
