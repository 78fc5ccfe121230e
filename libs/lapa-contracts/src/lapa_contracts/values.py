"""Values that several services' promises are made of."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class Value(BaseModel):
    """A part of a payload or of an answer; like events, it ignores fields it does not know yet."""

    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)


class Point(Value):
    """WGS 84, degrees."""

    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)


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
