"""Who exists: a co-owner must be somebody."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Person(Base):
    """Projection of `user.changed`."""

    __tablename__ = "people"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    status: Mapped[str]
    version: Mapped[int]
