"""Medical records: kept, changed on record, and their ends announced in time."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.medical import (
    EXPIRING_WITHIN,
    THRESHOLDS_DAYS,
    MedicalChange,
    MedicalRecord,
    MedicalType,
    vaccinated_until,
)
from app.queries import medical as medical_queries
from app.queries import pets as pet_queries
from lapa_contracts.pet import PetVaccinationDue
from lapa_kit import clock, jobs
from lapa_kit.auth import Principal
from lapa_kit.etags import check_version
from lapa_kit.events import publish
from lapa_kit.ids import new_id
from lapa_kit.problems import InvalidRequest

FACTS = ("type", "title", "date", "expires_at", "dosage", "vet", "media_ids", "notes")


class ExpiresTooEarly(InvalidRequest):
    title = "A record cannot expire before its date"


@dataclass(frozen=True)
class VaccinationStatus:
    status: Literal["none", "valid", "expiring", "expired"]
    valid_until: date | None
    records: list[MedicalRecord]


async def add_record(
    session: AsyncSession, pet_id: UUID, facts: dict[str, Any], *, user_id: UUID
) -> MedicalRecord:
    pet = await pet_queries.lock_pet(session, pet_id, family_member_id=user_id)
    record = MedicalRecord(id=new_id(), pet_id=pet.id, author_id=user_id, version=1)
    _set(record, facts)
    session.add(record)
    await session.flush()
    await _plan_reminders(session, record)
    return record


async def change_record(
    session: AsyncSession,
    pet_id: UUID,
    record_id: UUID,
    facts: dict[str, Any],
    *,
    user_id: UUID,
    version: int | None,
) -> MedicalRecord:
    """What it said before stays on file, with who changed it."""
    record = await _lock_record(session, pet_id, record_id, user_id)
    check_version(record.version, version)
    _note_change(session, record, user_id)
    _set(record, facts)
    record.version += 1
    await session.flush()
    await _forget_reminders_of(session, record)
    await _plan_reminders(session, record)
    return record


async def delete_record(
    session: AsyncSession, pet_id: UUID, record_id: UUID, *, user_id: UUID
) -> None:
    record = await _lock_record(session, pet_id, record_id, user_id)
    _note_change(session, record, user_id)
    await _forget_reminders_of(session, record)
    await session.delete(record)


async def _lock_record(
    session: AsyncSession, pet_id: UUID, record_id: UUID, user_id: UUID
) -> MedicalRecord:
    await pet_queries.lock_pet(session, pet_id, family_member_id=user_id)
    return await medical_queries.get_record(session, pet_id, record_id)


def _set(record: MedicalRecord, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(record, name, value)
    if record.expires_at and record.expires_at < record.date:
        raise ExpiresTooEarly


def _note_change(session: AsyncSession, record: MedicalRecord, user_id: UUID) -> None:
    def plain(value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value

    session.add(
        MedicalChange(
            id=new_id(),
            pet_id=record.pet_id,
            record_id=record.id,
            changed_by=user_id,
            at=clock.now(),
            before={name: plain(getattr(record, name)) for name in FACTS},
        )
    )


async def check_reader(session: AsyncSession, pet_id: UUID, user: Principal) -> None:
    """Papers are for the family and support; a walker gets the care card. Raises PetNotFound."""
    if not user.may("pets:read_any") or not await pet_queries.find_pet(session, pet_id):
        await pet_queries.get_own_pet(session, pet_id, user.id)


async def list_records(
    session: AsyncSession, pet_id: UUID, user: Principal, *, type: MedicalType | None
) -> list[MedicalRecord]:
    await check_reader(session, pet_id, user)
    return await medical_queries.list_records(session, [pet_id], *([type] if type else ()))


async def get_record(
    session: AsyncSession, pet_id: UUID, record_id: UUID, user: Principal
) -> MedicalRecord:
    await check_reader(session, pet_id, user)
    return await medical_queries.get_record(session, pet_id, record_id)


async def list_changes(
    session: AsyncSession, pet_id: UUID, record_id: UUID, user: Principal
) -> list[MedicalChange]:
    """Newest first; also of a record that was deleted."""
    await check_reader(session, pet_id, user)
    changes = await medical_queries.list_changes(session, record_id)
    return [change for change in changes if change.pet_id == pet_id]


async def vaccination_status(
    session: AsyncSession, pet_id: UUID, user: Principal
) -> VaccinationStatus:
    records = await list_records(session, pet_id, user, type=MedicalType.VACCINATION)
    until, today = vaccinated_until(records), clock.now().date()
    if until is None:
        return VaccinationStatus("none", None, records)
    if until < today:
        return VaccinationStatus("expired", until, records)
    is_soon = until <= today + EXPIRING_WITHIN
    return VaccinationStatus("expiring" if is_soon else "valid", until, records)


async def _plan_reminders(session: AsyncSession, record: MedicalRecord) -> None:
    """Those that are still to come: a threshold that was passed has been said, or is said no more."""
    for days, at in record.reminders():
        if at > clock.now():
            payload = {"record_id": str(record.id), "days": days}
            await jobs.enqueue(
                session, "remind_of_vaccination", payload, at=at, key=_key(record.id, days)
            )


async def _forget_reminders_of(session: AsyncSession, record: MedicalRecord) -> None:
    for days in THRESHOLDS_DAYS:
        await jobs.cancel(session, _key(record.id, days))


async def forget_reminders(session: AsyncSession, pet_id: UUID) -> None:
    for record in await medical_queries.list_records(session, [pet_id], MedicalType.VACCINATION):
        await _forget_reminders_of(session, record)


def _key(record_id: UUID, days: int) -> str:
    return f"vaccination:{record_id}:{days}"


async def remind_of_vaccination(session: AsyncSession, record_id: UUID, *, days: int) -> None:
    record = await medical_queries.find_record(session, record_id)
    pet = await pet_queries.find_pet(session, record.pet_id) if record else None
    if record is None or pet is None or pet.archived_at or record.expires_at is None:
        return
    publish(
        session,
        PetVaccinationDue(
            pet_id=pet.id,
            pet_name=pet.name,
            reader_ids=[pet.owner_id, *pet.co_owner_ids],
            record_id=record.id,
            expires_at=record.expires_at,
            days_left=days,
        ),
    )
