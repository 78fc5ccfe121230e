"""Medical records in SQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.medical import MedicalChange, MedicalRecord, MedicalRecordNotFound, MedicalType


async def get_record(session: AsyncSession, pet_id: UUID, record_id: UUID) -> MedicalRecord:
    statement = select(MedicalRecord).where(
        MedicalRecord.id == record_id, MedicalRecord.pet_id == pet_id
    )
    if record := await session.scalar(statement):
        return record
    raise MedicalRecordNotFound


async def find_record(session: AsyncSession, record_id: UUID) -> MedicalRecord | None:
    return await session.get(MedicalRecord, record_id)


async def list_records(
    session: AsyncSession, pet_ids: Sequence[UUID], *types: MedicalType
) -> list[MedicalRecord]:
    """Of these pets, newest first; of all types when none is named."""
    statement = select(MedicalRecord).where(MedicalRecord.pet_id.in_(pet_ids))
    if types:
        statement = statement.where(MedicalRecord.type.in_(types))
    ordered = statement.order_by(MedicalRecord.date.desc(), MedicalRecord.id.desc())
    return list(await session.scalars(ordered))


async def list_records_with(session: AsyncSession, media_id: UUID) -> list[MedicalRecord]:
    statement = select(MedicalRecord).where(MedicalRecord.media_ids.contains([str(media_id)]))
    return list(await session.scalars(statement.with_for_update()))


async def list_changes(session: AsyncSession, record_id: UUID) -> list[MedicalChange]:
    statement = select(MedicalChange).where(MedicalChange.record_id == record_id)
    return list(await session.scalars(statement.order_by(MedicalChange.id.desc())))
