"""The shape of an event and of the envelope that carries it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, PrivateAttr


@dataclass(frozen=True, slots=True)
class Envelope:
    """What travels: `occurred_at` is the platform's clock, `version` the aggregate's (0: has none)."""

    id: UUID
    type: str
    key: str
    version: int
    occurred_at: datetime
    payload: dict[str, Any]
    trace: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Envelope":
        """As it was before it was written down as JSON."""
        return cls(
            id=UUID(stored["id"]),
            type=stored["type"],
            key=stored["key"],
            version=stored["version"],
            occurred_at=datetime.fromisoformat(stored["occurred_at"]),
            payload=stored["payload"],
            trace=stored["trace"],
        )


class Event(BaseModel):
    """A happening. Subclasses are frozen facts in `lapa_contracts`; unknown fields are ignored, so adding is safe.

    `type` is past tense and versioned (`order.cancelled.v1`), `producer` the service that says it,
    `key_field` the field with the aggregate's id.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: ClassVar[str]
    producer: ClassVar[str]
    key_field: ClassVar[str]

    _envelope: Envelope | None = PrivateAttr(default=None)

    @classmethod
    def said_by(cls) -> tuple[str, ...]:
        """Whose streams carry it; more than one when every service says it of itself."""
        return (cls.producer,)

    @property
    def key(self) -> str:
        return str(getattr(self, self.key_field))

    @property
    def aggregate_version(self) -> int:
        return int(getattr(self, "version", 0))

    @property
    def envelope(self) -> Envelope:
        """How it arrived; only on an event that was delivered."""
        assert self._envelope is not None, "this event has not been delivered"
        return self._envelope

    @classmethod
    def opened(cls, envelope: Envelope) -> "Event":
        event = cls.model_validate(envelope.payload)
        event._envelope = envelope
        return event


class Snapshot(Event):
    """The whole fact (`*.changed.v1`): a projection is an upsert where `version` is newer."""

    version: int


def stream_of(producer: str) -> str:
    return f"events:{producer}"
