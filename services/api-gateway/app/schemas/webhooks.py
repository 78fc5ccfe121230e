"""Webhooks and their deliveries on the wire."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

Url = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2048)]
EventType = Annotated[str, StringConstraints(min_length=1, max_length=64)]
EventTypes = Annotated[list[EventType], Field(min_length=1, max_length=50)]


class WebhookCreate(BaseModel):
    """`event_types` may hold `*`; `audience: all` is for those whose role may see everybody's."""

    url: Url
    event_types: EventTypes
    audience: Literal["own", "all"] = "own"


class WebhookPatch(BaseModel):
    url: Url | None = None
    event_types: EventTypes | None = None
    enabled: bool | None = None


class SecretRotate(BaseModel):
    """For how long bodies are signed with both secrets."""

    overlap_hours: int = Field(default=24, ge=0, le=168)


class _Read(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class WebhookRead(_Read):
    """`failing_since`: nothing but failures since then; after three days of them it is disabled."""

    id: UUID
    url: str
    event_types: list[str]
    audience: Literal["own", "all"]
    created_at: datetime
    failing_since: datetime | None
    disabled_at: datetime | None
    disabled_reason: Literal["by_owner", "failed_too_long", "owner_inactive"] | None
    old_ends_at: datetime | None


class WebhookMade(WebhookRead):
    """The only answer that holds the secret."""

    secret: str


class DeliveryRead(_Read):
    """What was sent last (`data` in the envelope of `id`, `type`, `timestamp`) and what was answered."""

    id: UUID
    event_id: UUID
    event_type: str
    occurred_at: datetime
    data: dict[str, Any]
    state: Literal["pending", "delivered", "failed"]
    attempts: int
    next_attempt_at: datetime | None
    delivered_at: datetime | None
    answer_status: int | None
    answer_excerpt: str | None
    error: str | None
    duration_ms: int | None


class ReplayRequest(BaseModel):
    """One delivery, or all whose event happened between two moments."""

    delivery_id: UUID | None = None
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None

    @model_validator(mode="after")
    def _one_or_a_time(self) -> Self:
        is_time = self.since is not None and self.until is not None
        if (self.delivery_id is not None) == is_time:
            raise ValueError("name either delivery_id, or both since and until")
        return self


class Replayed(BaseModel):
    deliveries: int


class EventTypeRead(BaseModel):
    type: str
    what: str


class EventTypesRead(BaseModel):
    items: list[EventTypeRead]
    next_cursor: None = None
