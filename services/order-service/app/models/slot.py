"""A walker's time: the database itself lets no two bookings of one walker overlap."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import TSTZRANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql import text

from app.models.base import Record
from lapa_kit.problems import Conflict


class SlotState(StrEnum):
    HELD = "held"
    CONFIRMED = "confirmed"
    FREED = "freed"


class SlotTaken(Conflict):
    title = "The walker has another booking at that time"


class Slot(Record):
    """`during` covers the walk and the way to the next one: [start, end + travel buffer)."""

    __tablename__ = "slots"
    __table_args__ = (
        ExcludeConstraint(
            ("walker_id", "="),
            ("during", "&&"),
            name="no_double_booking",
            using="gist",
            where=text("state IN ('held', 'confirmed')"),
        ),
    )

    walker_id: Mapped[UUID]
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), index=True)
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)
    state: Mapped[SlotState]


def window(starts_at: datetime, ends_at: datetime, buffer: Any) -> Range[datetime]:
    return Range(starts_at, ends_at + buffer, bounds="[)")
