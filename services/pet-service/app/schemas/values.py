"""Values that several schemas are made of."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer

Utc = Annotated[
    datetime, PlainSerializer(lambda m: m.astimezone(UTC).isoformat().replace("+00:00", "Z"))
]


class Schema(BaseModel):
    model_config = ConfigDict(from_attributes=True)
