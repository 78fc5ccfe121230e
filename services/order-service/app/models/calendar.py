"""A person's calendar feed: an address with a secret, which he may withdraw."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.problems import NotFound


class CalendarNotFound(NotFound):
    title = "There is no such calendar, or its address was withdrawn"


class CalendarFeed(Base):
    """Only a hash of the secret is kept."""

    __tablename__ = "calendar_feeds"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    created_at: Mapped[datetime]
