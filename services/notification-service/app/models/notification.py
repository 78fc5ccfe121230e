"""What a person was told; the inbox is made of these."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from app.models.base import Record
from lapa_kit.problems import NotFound


class NotificationNotFound(NotFound):
    title = "There is no such notification"


class Notification(Record):
    """One thing told to one person: `source` names what happened, and happens once for him."""

    __tablename__ = "notifications"
    __table_args__ = (
        UniqueConstraint("source", "user_id"),
        Index("ix_notifications_inbox", "user_id", "id"),
        Index(
            "ix_notifications_unread",
            "user_id",
            postgresql_where=text("read_at IS NULL AND is_in_inbox"),
        ),
    )

    source: Mapped[str]
    user_id: Mapped[UUID]
    key: Mapped[str]
    category: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]
    # the variables as they came, for other channels to render
    params: Mapped[dict[str, Any]]
    # ids of what it is about, for the app to open
    data: Mapped[dict[str, Any]]
    is_in_inbox: Mapped[bool]
    read_at: Mapped[datetime | None]
