"""Who opened, or tried to open, the sealed access notes."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import Forbidden


class AccessSealed(Forbidden):
    """Not the walker, not the time or not the place: which of them is not told."""

    title = "The access notes stay sealed"
    keeps = True


class AccessReveal(Record):
    __tablename__ = "access_reveals"

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), index=True)
    user_id: Mapped[UUID]
    outcome: Mapped[str]
    at: Mapped[datetime]
    distance_m: Mapped[int]
