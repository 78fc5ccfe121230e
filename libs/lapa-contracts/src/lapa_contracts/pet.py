"""What pet-service says of pets, and what it answers."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar
from uuid import UUID

from pydantic import TypeAdapter

from lapa_contracts.values import PetSize, Value
from lapa_kit.clients import ServiceClient
from lapa_kit.events.contract import Event, Snapshot


class PetChanged(Snapshot):
    """Whose pet it is; an archived one is not walked any more."""

    type = "pet.changed.v1"
    producer = "pet-service"
    key_field = "pet_id"

    pet_id: UUID
    owner_id: UUID
    co_owner_ids: list[UUID]
    size: PetSize
    archived: bool


class PetVaccinationDue(Event):
    """A vaccination ends in 30, 7 or 1 days; said once for each."""

    type = "pet.vaccination_due.v1"
    producer = "pet-service"
    key_field = "pet_id"

    pet_id: UUID
    pet_name: str
    reader_ids: list[UUID]
    record_id: UUID
    expires_at: date
    days_left: int


class QuotedPet(Value):
    """A pet as it is frozen into a quote."""

    pet_id: UUID
    name: str
    species: str
    size: PetSize
    birth_date: date | None = None
    temperament: list[str] = []
    vaccinated_until: date | None = None


_QUOTED = TypeAdapter(list[QuotedPet])


class PetClient(ServiceClient):
    service: ClassVar[str] = "pet-service"

    async def quote_pets(self, owner_id: UUID, pet_ids: Sequence[UUID]) -> list[QuotedPet]:
        """The pets in the order asked for; refused with `pet_not_usable` when one is not his or archived."""
        body = {"owner_id": str(owner_id), "pet_ids": [str(pet_id) for pet_id in pet_ids]}
        response = await self.call("POST", "/pets/quote", json=body)
        return _QUOTED.validate_python(response.json()["items"])
