"""Values that several schemas are made of."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

Utc = Annotated[
    datetime, PlainSerializer(lambda m: m.astimezone(UTC).isoformat().replace("+00:00", "Z"))
]
# minor units; what one payment may be is a setting
Amount = Annotated[int, Field(strict=True, gt=0, le=10**15)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class Schema(BaseModel):
    model_config = ConfigDict(from_attributes=True)
