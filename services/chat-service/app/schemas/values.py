"""Values that several schemas are made of."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer

Lat = Annotated[float, Field(ge=-90, le=90)]
Lon = Annotated[float, Field(ge=-180, le=180)]
Utc = Annotated[
    datetime, PlainSerializer(lambda m: m.astimezone(UTC).isoformat().replace("+00:00", "Z"))
]
Seq = Annotated[int, Field(ge=0, le=2**31 - 1)]


def _written(text: str) -> str:
    """PostgreSQL keeps no NUL, and nobody means one."""
    if "\x00" in text:
        raise ValueError("must not contain a NUL character")
    if not text.strip():
        raise ValueError("must not be blank")
    return text


Words = Annotated[str, AfterValidator(_written)]


class Schema(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class Point(Schema):
    lat: Lat
    lon: Lon
