"""What this service knows of people: names to show, may they write, whom do they not want to hear."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_contracts.user import UserStatus
from lapa_kit.problems import Forbidden, InvalidRequest


class AccountSuspended(Forbidden):
    title = "This account is suspended: it can read, but not write"


class UnknownParticipant(InvalidRequest):
    title = "One of these people cannot be written to"


class Person(Base):
    """Projection of `user.changed`."""

    __tablename__ = "people"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    display_name: Mapped[str]
    avatar_media_id: Mapped[UUID | None]
    status: Mapped[UserStatus]
    version: Mapped[int]


class Block(Base):
    """`user_id` does not want to hear from `other_id`."""

    __tablename__ = "blocks"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    other_id: Mapped[UUID] = mapped_column(primary_key=True, index=True)
