"""Reviews, double-blind: neither side reads the other's before both wrote or the window closed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import Conflict, NotFound


class AlreadyReviewed(Conflict):
    title = "You have reviewed this walk already"


class ReviewWindowClosed(Conflict):
    title = "The time for reviews is over"


class ReviewNotFound(NotFound):
    title = "No such review"


class AlreadyReplied(Conflict):
    title = "You have replied already"


class ReviewRemoved(Conflict):
    title = "The review has been removed"


class Review(Record):
    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("order_id", "author_id"),
        CheckConstraint("rating BETWEEN 1 AND 5", name="rating_in_range"),
        Index(
            "ix_reviews_revealed",
            "subject_id",
            "id",
            postgresql_where=sql("revealed_at IS NOT NULL"),
        ),
    )

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    author_id: Mapped[UUID]
    subject_id: Mapped[UUID]
    rating: Mapped[int]
    comment: Mapped[str | None]
    tags: Mapped[list[Any]]
    revealed_at: Mapped[datetime | None]
    reply: Mapped[str | None]
    replied_at: Mapped[datetime | None]
    # a moderator took it down; the reason is public, the words and the stars no longer count
    removed_reason: Mapped[str | None]
    removed_at: Mapped[datetime | None]

    def answer(self, now: datetime, text: str) -> None:
        """By the one it is about, once."""
        if self.removed_at:
            raise ReviewRemoved
        if self.replied_at:
            raise AlreadyReplied
        self.reply, self.replied_at = text, now

    def remove(self, now: datetime, reason: str) -> None:
        if self.removed_at:
            raise ReviewRemoved
        self.removed_reason, self.removed_at = reason, now
