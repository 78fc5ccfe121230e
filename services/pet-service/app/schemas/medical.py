"""Medical records over HTTP."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from app.models.medical import Day, MedicalChange, MedicalRecord, MedicalType
from app.schemas.values import Schema, Utc
from app.services.medical import VaccinationStatus
from lapa_kit import clock

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]


class MedicalFacts(Schema):
    """Files of `media_ids` must be the caller's own and attached nowhere else."""

    type: MedicalType
    title: Title
    date: Day
    expires_at: Day | None = None
    dosage: Line | None = None
    vet: Line | None = None
    media_ids: list[UUID] = Field(default=[], max_length=10)
    notes: Text | None = None

    def facts(self) -> dict[str, Any]:
        return {**self.model_dump(), "media_ids": [str(one) for one in self.media_ids]}


class MedicalRead(Schema):
    id: UUID
    pet_id: UUID
    type: MedicalType
    title: str
    date: Day
    expires_at: Day | None
    dosage: str | None
    vet: str | None
    media_ids: list[UUID]
    notes: str | None
    author_id: UUID
    created_at: Utc
    updated_at: Utc
    version: int

    @classmethod
    def of(cls, record: MedicalRecord) -> "MedicalRead":
        return cls.model_validate(record)


class MedicalRecords(Schema):
    items: list[MedicalRead]


class ChangeRead(Schema):
    """What the record said until then."""

    changed_by: UUID
    at: Utc
    before: dict[str, Any]

    @classmethod
    def of(cls, change: MedicalChange) -> "ChangeRead":
        return cls.model_validate(change)


class Changes(Schema):
    items: list[ChangeRead]


class VaccinationRead(Schema):
    record_id: UUID
    title: str
    date: Day
    expires_at: Day | None
    days_left: int | None


class VaccinationStatusRead(Schema):
    """`expiring`: within 30 days. `valid_until` is that of rabies where it is on file."""

    status: Literal["none", "valid", "expiring", "expired"]
    valid_until: Day | None
    vaccinations: list[VaccinationRead]

    @classmethod
    def of(cls, status: VaccinationStatus) -> "VaccinationStatusRead":
        today = clock.now().date()
        return cls(
            status=status.status,
            valid_until=status.valid_until,
            vaccinations=[
                VaccinationRead(
                    record_id=one.id,
                    title=one.title,
                    date=one.date,
                    expires_at=one.expires_at,
                    days_left=(one.expires_at - today).days if one.expires_at else None,
                )
                for one in status.records
            ],
        )
