"""The care plan: what the client wants to be done on the walk, for each dog."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from uuid import UUID

from app.models.walk import WalkEvent
from lapa_kit.problems import Conflict


class CareItem(StrEnum):
    """Each is a kind of walk event."""

    PEE = "pee"
    POO = "poo"
    WATER = "water"
    FOOD = "food"
    PLAY = "play"
    PHOTO = "photo"


class CarePlanIncomplete(Conflict):
    """Says in `missing` what, and of which dog."""

    title = "Something that the client asked for has not been done"


def missing_care(
    plan: Sequence[str], pet_ids: Iterable[UUID], events: Iterable[WalkEvent]
) -> list[str]:
    """`item:pet_id` for each that no event tells of."""
    done = {f"{event.kind.value}:{pet_id}" for event in events for pet_id in event.pet_ids}
    wanted = [f"{item}:{pet_id}" for pet_id in pet_ids for item in plan]
    return [one for one in wanted if one not in done]
