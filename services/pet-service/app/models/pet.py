"""A pet: whose it is, how large, what whoever walks it must know."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Numeric
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Record
from app.models.breeds import size_of_breed
from app.models.photo import Photo
from lapa_contracts.values import PetSize
from lapa_kit.problems import Conflict, InvalidRequest, NotFound

# kilograms from which a dog counts as the next size
MEDIUM_FROM, LARGE_FROM, GIANT_FROM = 10, 25, 45


class PetNotFound(NotFound):
    title = "There is no such pet, or it is not yours"


class PetNotUsable(InvalidRequest):
    title = "A pet is not yours or is archived"


class PetArchived(Conflict):
    title = "The pet is archived"


class PersonNotFound(NotFound):
    title = "There is no such person"


class AlreadyOwner(Conflict):
    title = "The owner needs no second share"


class Species(StrEnum):
    DOG = "dog"
    CAT = "cat"
    OTHER = "other"


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


class CoOwner(Base):
    __tablename__ = "co_owners"

    pet_id: Mapped[UUID] = mapped_column(
        ForeignKey("pets.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[UUID] = mapped_column(primary_key=True, index=True)


class Pet(Record):
    """`size_is_chosen`: the owner said it against the scales; `version` counts every change."""

    __tablename__ = "pets"
    __table_args__ = (CheckConstraint("weight_kg > 0", name="has_weight"),)

    owner_id: Mapped[UUID] = mapped_column(index=True)
    name: Mapped[str]
    species: Mapped[Species]
    breed: Mapped[str | None]
    sex: Mapped[Sex | None]
    neutered: Mapped[bool | None]
    birth_date: Mapped[date | None]
    weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    size: Mapped[PetSize]
    size_is_chosen: Mapped[bool]
    temperament: Mapped[list[Any]]
    special_needs: Mapped[str | None]
    microchip_id: Mapped[str | None]
    vet: Mapped[dict[str, Any] | None]
    feeding: Mapped[str | None]
    emergency_contact: Mapped[str | None]
    tags: Mapped[dict[str, Any]]
    archived_at: Mapped[datetime | None]
    version: Mapped[int]

    co_owners: Mapped[list[CoOwner]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", passive_deletes=True
    )
    photos: Mapped[list[Photo]] = relationship(
        lazy="selectin",
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by=Photo.id,
    )

    @property
    def co_owner_ids(self) -> list[UUID]:
        return sorted(one.user_id for one in self.co_owners)

    @property
    def primary_photo(self) -> Photo | None:
        return next((photo for photo in self.photos if photo.is_primary), None)

    def belongs_to(self, user_id: UUID) -> bool:
        """To its owner and his co-owners alike."""
        return user_id == self.owner_id or user_id in self.co_owner_ids

    def change(self, facts: dict[str, Any]) -> None:
        """A `size` of None: it follows from the rest again. Raises PetArchived."""
        if self.archived_at:
            raise PetArchived
        if "size" in facts:
            self.size_is_chosen = facts["size"] is not None
        for name, value in facts.items():
            setattr(self, name, value)
        if not self.size_is_chosen:
            self.size = derived_size(self.species, self.weight_kg, self.breed)
        self.version += 1

    def archive(self, now: datetime) -> None:
        """It is walked no more and nobody is reminded of it."""
        if self.archived_at is None:
            self.archived_at = now
            self.version += 1

    def share_with(self, user_id: UUID) -> bool:
        """False when he is a co-owner already; raises AlreadyOwner."""
        if user_id == self.owner_id:
            raise AlreadyOwner
        if user_id in self.co_owner_ids:
            return False
        self.co_owners.append(CoOwner(user_id=user_id))
        self.version += 1
        return True

    def end_sharing(self, user_id: UUID) -> bool:
        staying = [one for one in self.co_owners if one.user_id != user_id]
        if len(staying) == len(self.co_owners):
            return False
        self.co_owners = staying
        self.version += 1
        return True

    def add_photo(self, photo_id: UUID, media_id: UUID) -> Photo:
        """The first one becomes the primary; the same file again changes nothing."""
        for photo in self.photos:
            if photo.media_id == media_id:
                return photo
        photo = Photo(id=photo_id, media_id=media_id, is_primary=not self.photos)
        self.photos.append(photo)
        return photo

    def remove_photo(self, photo: Photo) -> None:
        """The oldest of the others steps in for a primary."""
        self.photos.remove(photo)
        if photo.is_primary and self.photos:
            self.photos[0].is_primary = True

    def set_primary(self, chosen: Photo) -> None:
        for photo in self.photos:
            photo.is_primary = photo is chosen


def derived_size(species: Species, weight_kg: Decimal | None, breed: str | None) -> PetSize:
    """By weight, else by what the breed usually weighs; a dog of which nothing is known is medium."""
    if species is not Species.DOG:
        return PetSize.SMALL
    if weight_kg is None:
        return size_of_breed(breed) or PetSize.MEDIUM
    if weight_kg < MEDIUM_FROM:
        return PetSize.SMALL
    if weight_kg < LARGE_FROM:
        return PetSize.MEDIUM
    return PetSize.LARGE if weight_kg < GIANT_FROM else PetSize.GIANT
