"""Dogs that come home before the others: who is still out, and since when who is not."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from lapa_kit.problems import Conflict

Pets = Sequence[Mapping[str, Any]]
# [{pet_id, at, proof}], as they were brought home
DropOffs = Sequence[Mapping[str, Any]]


class PetDroppedOff(Conflict):
    """Says in `pet_ids` which."""

    title = "That dog is home already"


class LastPet(Conflict):
    title = "With the last dog the walk is finished"


def home_since(drop_offs: DropOffs) -> dict[UUID, datetime]:
    return {UUID(one["pet_id"]): datetime.fromisoformat(one["at"]) for one in drop_offs}


def out_at(pets: Pets, drop_offs: DropOffs, at: datetime) -> list[UUID]:
    """Which of the dogs were still on the walk then."""
    home = home_since(drop_offs)
    ids = [UUID(pet["pet_id"]) for pet in pets]
    return [pet_id for pet_id in ids if pet_id not in home or at < home[pet_id]]


def require_out(
    pets: Pets, drop_offs: DropOffs, pet_ids: Iterable[UUID], at: datetime
) -> list[UUID]:
    """Those who were out then; raises PetDroppedOff when one of `pet_ids` was not."""
    out = out_at(pets, drop_offs, at)
    if home := [str(pet_id) for pet_id in pet_ids if pet_id not in out]:
        raise PetDroppedOff(f"Already home: {', '.join(home)}.", pet_ids=home)
    return out
