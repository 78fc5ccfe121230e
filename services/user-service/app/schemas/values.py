"""Values that several schemas are made of."""

import re
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    EmailStr,
    Field,
    PlainSerializer,
    StringConstraints,
)

Lat = Annotated[float, Field(ge=-90, le=90)]
Lon = Annotated[float, Field(ge=-180, le=180)]
Moment = Annotated[
    AwareDatetime,
    AfterValidator(lambda moment: moment.astimezone(UTC)),
]
Utc = Annotated[
    datetime, PlainSerializer(lambda m: m.astimezone(UTC).isoformat().replace("+00:00", "Z"))
]

# PostgreSQL keeps no NUL, and nothing good comes of the other control characters
PRINTABLE = r"^[^\x00-\x1f\x7f]*$"
PRINTABLE_LINES = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("not an IANA time zone") from None
    return name


def _tidy_phone(value: object) -> object:
    """Spaces and the like go; an empty one is none."""
    return re.sub(r"[\s().-]", "", value) or None if isinstance(value, str) else value


def _has_a_letter(name: str) -> str:
    if not any(character.isalpha() for character in name):
        raise ValueError("a name has a letter in it")
    return name


Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300, pattern=PRINTABLE)]
FullName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=PRINTABLE),
    AfterValidator(_has_a_letter),
]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=4000, pattern=PRINTABLE_LINES)
]
Email = Annotated[EmailStr, Field(max_length=254), AfterValidator(str.lower)]
# what somebody types to sign in is looked up, not judged
LoginName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_lower=True, max_length=320, pattern=PRINTABLE),
]
Password = Annotated[str, Field(max_length=256)]
NewPassword = Annotated[str, Field(min_length=8, max_length=128)]
TypedCode = Annotated[str, Field(max_length=40)]
_E164 = Annotated[str, StringConstraints(pattern=r"^\+[1-9][0-9]{6,14}$")]
PhoneNumber = Annotated[_E164, BeforeValidator(_tidy_phone)]
Phone = Annotated[_E164 | None, BeforeValidator(_tidy_phone)]
Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
Timezone = Annotated[str, Field(max_length=64), AfterValidator(_known_zone)]


class Schema(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class Point(Schema):
    lat: Lat
    lon: Lon
