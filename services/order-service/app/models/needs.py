"""What some animals ask of whoever walks them, beside their size."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

# an animal younger than that is a puppy
PUPPY_MONTHS = 12
REACTIVE = "reactive"


@dataclass(frozen=True, slots=True)
class Needs:
    species: frozenset[str] = frozenset()
    has_puppy: bool = False
    has_reactive: bool = False


def needs_of(pets: Iterable[Mapping[str, Any]], at: datetime) -> Needs:
    """Of the animals as they were quoted, on the day of the walk; what is not known asks for nothing."""
    known = list(pets)
    return Needs(
        species=frozenset(pet["species"] for pet in known if pet.get("species")),
        has_puppy=any(is_puppy(_born(pet), at.date()) for pet in known),
        has_reactive=any(REACTIVE in pet.get("temperament", ()) for pet in known),
    )


def _born(pet: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(pet["birth_date"]) if pet.get("birth_date") else None


def is_puppy(born: date | None, on: date) -> bool:
    if born is None:
        return False
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    return months < PUPPY_MONTHS
