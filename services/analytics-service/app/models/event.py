"""An event: something that happened, stored once, never changed."""

import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.problems import Forbidden

# writes what services say of themselves; a person's events carry his own id
PLATFORM = UUID(int=0)

# contact data, secrets and places that no figure needs
WITHHELD = frozenset(
    {
        "email",
        "phone",
        "display_name",
        "address_sealed",
        "code_sealed",
        "confirmation_url",
        "lat",
        "lon",
        "home",
        "area",
        "pickup",
        "polyline",
        "availability",
    }
)

# of erasures there is the receipt, which is user-service's
LEAVING = frozenset({"user.erasure_requested.v1", "privacy.erased.v1"})


class KindNotYours(Forbidden):
    title = "Events of this kind are not yours to write"


class NotYourEvent(Forbidden):
    title = "An event may only name yourself as its user"


class EventKind(StrEnum):
    USER = "user"
    SYSTEM = "system"
    BUSINESS = "business"
    ERROR = "error"


class Event(Base):
    """Keyed by who wrote it too: nobody can occupy the id of another's event."""

    __tablename__ = "events"
    __table_args__ = (
        CheckConstraint(
            f"(kind = 'business') = (writer = '{PLATFORM}')", name="services_alone_say_business"
        ),
        Index("ix_events_at", "at", "event_id"),
        Index("ix_events_name", "name", "at"),
        Index(
            "ix_events_order_id", "order_id", "name", postgresql_where=text("order_id IS NOT NULL")
        ),
        Index("ix_events_user_id", "user_id", "at", postgresql_where=text("user_id IS NOT NULL")),
    )

    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    writer: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[EventKind]
    key: Mapped[str]
    order_id: Mapped[UUID | None]
    user_id: Mapped[UUID | None]
    at: Mapped[datetime]
    received_at: Mapped[datetime]
    properties: Mapped[dict[str, Any]]


def name_of(event_type: str) -> str:
    """`order.settled.v1` is counted as `order.settled`, whatever its version."""
    return re.sub(r"\.v\d+$", "", event_type)


def id_in(payload: Mapping[str, Any], *fields: str) -> UUID | None:
    """The first of these fields that holds an id."""
    for field in fields:
        try:
            return UUID(str(payload[field]))
        except (KeyError, ValueError):
            continue
    return None


def without_withheld(payload: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in payload.items() if name not in WITHHELD}
    if isinstance(pets := kept.get("pets"), list):
        kept["pets"] = [
            {name: value for name, value in pet.items() if name != "name"} for pet in pets
        ]
    return kept


def names_who_left(event_type: str, payload: Mapping[str, Any]) -> bool:
    """Facts that come after his erasure, or are it: his id must not come in again with them."""
    return event_type in LEAVING or payload.get("status") == "erased"
