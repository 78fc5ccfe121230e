"""Pets over HTTP."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from app.models.pet import Pet, Sex, Species
from app.models.photo import Photo
from app.schemas.values import Schema, Utc
from app.services.pets import CareCard, View
from lapa_contracts.pet import QuotedPet
from lapa_contracts.values import PetSize
from lapa_kit import clock


def _not_in_the_future(value: date) -> date:
    if value > clock.now().date():
        raise ValueError("must not be in the future")
    return value


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]
Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
PastDate = Annotated[date, AfterValidator(_not_in_the_future)]
Weight = Annotated[float, Field(ge=0.01, le=150)]
Chip = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{9,15}$")]

PRIVATE = ("microchip_id", "vet", "emergency_contact", "tags")


class Vet(Schema):
    name: Word
    phone: str | None = Field(None, max_length=40)
    address: str | None = Field(None, max_length=300)


class PetFacts(Schema):
    """Without `size` it follows from the weight, else from the breed."""

    name: Name
    species: Species = Species.DOG
    breed: Name | None = None
    sex: Sex | None = None
    neutered: bool | None = None
    birth_date: PastDate | None = None
    weight_kg: Weight | None = None
    size: PetSize | None = None
    temperament: list[Word] = Field(default=[], max_length=20)
    special_needs: Text | None = None
    microchip_id: Chip | None = None
    vet: Vet | None = None
    feeding: Text | None = None
    emergency_contact: Annotated[str, StringConstraints(max_length=300)] | None = None
    tags: dict[Word, Word] = Field(default={}, max_length=20)

    def facts(self) -> dict[str, Any]:
        return self.model_dump()


class PetPatch(PetFacts):
    """Only what is named changes; null takes it away."""

    name: Name = ""

    def facts(self) -> dict[str, Any]:
        return self.model_dump(exclude_unset=True)


class PhotoRead(Schema):
    id: UUID
    media_id: UUID
    is_primary: bool
    thumbnail_url: str
    preview_url: str

    @classmethod
    def of(cls, photo: Photo) -> "PhotoRead":
        base = f"/api/v1/media/{photo.media_id}/variants"
        return cls(
            id=photo.id,
            media_id=photo.media_id,
            is_primary=photo.is_primary,
            thumbnail_url=f"{base}/thumbnail",
            preview_url=f"{base}/preview",
        )


class Photos(Schema):
    items: list[PhotoRead]


class PetRead(Schema):
    """With `view: walker` chip, vet, contacts and tags are kept back: the care card has what is needed."""

    id: UUID
    view: View
    owner_id: UUID
    co_owner_ids: list[UUID]
    name: str
    species: Species
    breed: str | None
    sex: Sex | None
    neutered: bool | None
    birth_date: date | None
    weight_kg: float | None
    size: PetSize
    temperament: list[str]
    special_needs: str | None
    microchip_id: str | None
    vet: Vet | None
    feeding: str | None
    emergency_contact: str | None
    tags: dict[str, str] | None
    photo: PhotoRead | None
    archived: bool
    created_at: Utc
    version: int

    @classmethod
    def of(cls, pet: Pet, view: View = View.FULL) -> "PetRead":
        columns = {name: getattr(pet, name) for name in cls.model_fields if hasattr(pet, name)}
        if view is not View.FULL:
            columns |= dict.fromkeys(PRIVATE) | {"co_owner_ids": []}
        photo = pet.primary_photo
        return cls.model_validate(
            columns
            | {
                "view": view,
                "archived": pet.archived_at is not None,
                "photo": PhotoRead.of(photo) if photo else None,
            }
        )


class CareRecord(Schema):
    type: str
    title: str
    dosage: str | None
    notes: str | None


class CareCardRead(Schema):
    pet_id: UUID
    name: str
    species: Species
    breed: str | None
    sex: Sex | None
    birth_date: date | None
    weight_kg: float | None
    size: PetSize
    temperament: list[str]
    special_needs: str | None
    feeding: str | None
    vet: Vet | None
    emergency_contact: str | None
    medication: list[CareRecord]
    allergies: list[CareRecord]
    photo: PhotoRead | None

    @classmethod
    def of(cls, card: CareCard) -> "CareCardRead":
        pet, photo = card.pet, card.pet.primary_photo
        columns = {name: getattr(pet, name) for name in cls.model_fields if hasattr(pet, name)}
        records = [(one.type.value, CareRecord.model_validate(one)) for one in card.records]
        return cls.model_validate(
            columns
            | {
                "pet_id": pet.id,
                "medication": [record for type, record in records if type == "medication"],
                "allergies": [record for type, record in records if type == "allergy"],
                "photo": PhotoRead.of(photo) if photo else None,
            }
        )


class BreedRead(Schema):
    name: str
    name_ru: str
    size: PetSize


class Breeds(Schema):
    items: list[BreedRead]


class QuoteRequest(Schema):
    owner_id: UUID
    pet_ids: list[UUID] = Field(min_length=1, max_length=20)


class QuotedPets(Schema):
    items: list[QuotedPet]
