"""Values that several schemas are made of."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer

Moment = Annotated[
    AwareDatetime,
    AfterValidator(lambda moment: moment.astimezone(UTC)),
]
Utc = Annotated[
    datetime, PlainSerializer(lambda m: m.astimezone(UTC).isoformat().replace("+00:00", "Z"))
]
Locale = Annotated[str, Field(pattern=r"^[a-z]{2}([-_][A-Za-z]{2})?$")]


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
