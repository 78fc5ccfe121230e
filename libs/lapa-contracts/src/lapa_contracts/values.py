"""Values that several services' promises are made of."""

import math
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

METRES_PER_DEGREE = 111_320

Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class Value(BaseModel):
    """A part of a payload or of an answer; like events, it ignores fields it does not know yet."""

    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)


class Point(Value):
    """WGS 84, degrees."""

    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)

    def coarse(self, grid_m: int) -> "Point":
        """The middle of the grid cell that holds it: what strangers may know of somebody's door.

        Always the same for all that is in the cell: noise thrown anew for each answer could be averaged away.
        """
        step = grid_m / METRES_PER_DEGREE
        lat = _middle(self.lat, step)
        lon = _middle(self.lon, step / max(math.cos(math.radians(lat)), 0.01))
        return Point(lat=max(-90.0, min(90.0, lat)), lon=max(-180.0, min(180.0, lon)))


def _middle(degrees: float, step: float) -> float:
    return round((math.floor(degrees / step) + 0.5) * step, 5)


class PetSize(StrEnum):
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    GIANT = "giant"


class Species(StrEnum):
    DOG = "dog"
    CAT = "cat"
    OTHER = "other"


class Severity(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
