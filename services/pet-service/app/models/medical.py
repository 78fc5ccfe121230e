"""A pet's papers: vaccinations, medication, allergies, and who changed them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Record
from lapa_kit.problems import NotFound

# a record has a field called date
Day = date

THRESHOLDS_DAYS = (30, 7, 1)
EXPIRING_WITHIN = timedelta(days=30)
# the one vaccination that laws ask for, in the languages we speak
RABIES = ("rabies", "бешенств")


class MedicalRecordNotFound(NotFound):
    title = "The pet has no such record"


class MedicalType(StrEnum):
    VACCINATION = "vaccination"
    MEDICATION = "medication"
    ALLERGY = "allergy"
    SURGERY = "surgery"
    VISIT = "visit"
    TEST = "test"
    NOTE = "note"


class MedicalRecord(Record):
    __tablename__ = "medical_records"
    __table_args__ = (CheckConstraint("expires_at >= date", name="expires_after_it_began"),)

    pet_id: Mapped[UUID] = mapped_column(ForeignKey("pets.id", ondelete="CASCADE"), index=True)
    type: Mapped[MedicalType]
    title: Mapped[str]
    date: Mapped[Day]
    expires_at: Mapped[Day | None]
    dosage: Mapped[str | None]
    vet: Mapped[str | None]
    media_ids: Mapped[list[Any]]
    notes: Mapped[str | None]
    author_id: Mapped[UUID]
    version: Mapped[int]

    def reminders(self) -> list[tuple[int, datetime]]:
        """Days before the end and the moment of each; none of what is no vaccination."""
        if self.expires_at is None or self.type is not MedicalType.VACCINATION:
            return []
        end = datetime.combine(self.expires_at, time(), UTC)
        return [(days, end - timedelta(days=days)) for days in THRESHOLDS_DAYS]


class MedicalChange(Base):
    """What a record said before somebody changed or deleted it."""

    __tablename__ = "medical_changes"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    pet_id: Mapped[UUID] = mapped_column(ForeignKey("pets.id", ondelete="CASCADE"), index=True)
    record_id: Mapped[UUID] = mapped_column(index=True)
    changed_by: Mapped[UUID]
    at: Mapped[datetime]
    before: Mapped[dict[str, Any]]


def vaccinated_until(records: Sequence[MedicalRecord]) -> date | None:
    """Until when the pet counts as vaccinated: rabies where it is on file, else the first to lapse.

    A later shot of the same title takes the place of an earlier one.
    """
    ends: dict[str, date] = {}
    for record in records:
        if record.type is MedicalType.VACCINATION and record.expires_at:
            title = record.title.strip().lower()
            ends[title] = max(record.expires_at, ends.get(title, record.expires_at))
    rabies = [end for title, end in ends.items() if any(word in title for word in RABIES)]
    if rabies:
        return max(rabies)
    return min(ends.values(), default=None)
