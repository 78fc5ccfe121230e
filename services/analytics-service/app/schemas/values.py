"""Values that several schemas are made of."""

import json
from datetime import UTC, datetime
from functools import cache
from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer

LONGEST_PROPERTIES = 16_384


def _in_our_times(moment: datetime) -> datetime:
    if not 2000 <= moment.year < 2200:
        raise ValueError("must be a moment between the years 2000 and 2200")
    return moment.astimezone(UTC)


def _storable(properties: dict[str, Any]) -> dict[str, Any]:
    """Refuses what JSON in the database cannot be: NaN, half a character, a novel."""
    text = json.dumps(properties, allow_nan=False, ensure_ascii=False)
    if len(text.encode()) > LONGEST_PROPERTIES:
        raise ValueError(f"must not be longer than {LONGEST_PROPERTIES} bytes of JSON")
    return properties


@cache
def _zones() -> frozenset[str]:
    return frozenset({"UTC"} | {zone for zone in available_timezones() if "/" in zone})


def _known_zone(zone: str) -> str:
    if zone not in _zones():
        raise ValueError("must be an IANA time zone such as Europe/Helsinki")
    return zone


Moment = Annotated[AwareDatetime, AfterValidator(_in_our_times)]
Utc = Annotated[
    datetime, PlainSerializer(lambda m: m.astimezone(UTC).isoformat().replace("+00:00", "Z"))
]
Zone = Annotated[str, AfterValidator(_known_zone)]
Properties = Annotated[dict[str, Any], AfterValidator(_storable)]
EventName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:\- ]{0,99}$")]
PropertyPath = Annotated[
    str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,49}(\.[A-Za-z0-9_]{1,50}){0,4}$")
]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,49}$")]


class Schema(BaseModel):
    model_config = ConfigDict(from_attributes=True)
