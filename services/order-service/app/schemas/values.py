"""Values that several schemas are made of."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer

Lat = Annotated[float, Field(ge=-90, le=90)]
Lon = Annotated[float, Field(ge=-180, le=180)]
Moment = Annotated[
    AwareDatetime,
    AfterValidator(lambda moment: moment.astimezone(UTC)),
]
Utc = Annotated[
    datetime, PlainSerializer(lambda m: m.astimezone(UTC).isoformat().replace("+00:00", "Z"))
]


class Schema(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class Point(Schema):
    lat: Lat
    lon: Lon


class Pickup(Point):
    address: str = Field(default="", max_length=300)


class Position(Point):
    """Where the walker is; `accuracy_m` is the radius his phone gives."""

    accuracy_m: float | None = Field(default=None, ge=0, le=10_000)
