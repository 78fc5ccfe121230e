"""Reviews, double-blind: neither side reads the other's before both wrote or the window closed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import Conflict


class AlreadyReviewed(Conflict):
    title = "You have reviewed this walk already"


class ReviewWindowClosed(Conflict):
    title = "The time for reviews is over"


class Review(Record):
    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("order_id", "author_id"),
        CheckConstraint("rating BETWEEN 1 AND 5", name="rating_in_range"),
        Index(
            "ix_reviews_revealed",
            "subject_id",
            "id",
            postgresql_where=text("revealed_at IS NOT NULL"),
        ),
    )

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    author_id: Mapped[UUID]
    subject_id: Mapped[UUID]
    rating: Mapped[int]
    comment: Mapped[str | None]
    tags: Mapped[list[Any]]
    revealed_at: Mapped[datetime | None]
