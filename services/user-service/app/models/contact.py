"""Whom to call when something happens and the owner does not answer; who may see that, and who has."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Record
from lapa_kit.problems import Conflict, Forbidden, NotFound


class ContactNotFound(NotFound):
    title = "No such contact"


class ContactKnown(Conflict):
    title = "This number is among the contacts already"


class TooManyContacts(Conflict):
    title = "So many contacts are enough"


class ContactsClosed(Forbidden):
    """`opens_at` tells the walker when they open; they close with the walk."""

    title = "The owner's contacts open shortly before the walk and close with it"


class ContactKind(StrEnum):
    # the owner himself by another way, or who stands in for him
    SECONDARY = "secondary"
    # who decides when the owner cannot be reached
    EMERGENCY = "emergency"


class Contact(Record):
    __tablename__ = "contacts"
    __table_args__ = (UniqueConstraint("user_id", "phone"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    kind: Mapped[ContactKind]
    name: Mapped[str]
    phone: Mapped[str]
    relation: Mapped[str | None]


class ContactWindow(Base):
    """Projection of an order's events: when its walker may see the contacts. `walker_id` None: nobody now."""

    __tablename__ = "contact_windows"

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    client_id: Mapped[UUID] = mapped_column(index=True)
    walker_id: Mapped[UUID | None] = mapped_column(index=True)
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime] = mapped_column(index=True)
    version: Mapped[int]

    def check_open(self, now: datetime) -> None:
        """Raises ContactsClosed."""
        if not self.opens_at <= now < self.closes_at:
            raise ContactsClosed(opens_at=self.opens_at.isoformat())


class ContactView(Base):
    """One look at an owner's contacts; kept for him."""

    __tablename__ = "contact_views"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID] = mapped_column(index=True)
    viewer_id: Mapped[UUID] = mapped_column(index=True)
    order_id: Mapped[UUID]
    at: Mapped[datetime] = mapped_column(index=True)
