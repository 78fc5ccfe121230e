"""What this service knows of people: may they book, whom do they favour or block."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.problems import Forbidden


class AccountSuspended(Forbidden):
    title = "This account is suspended"


class TermsNotAccepted(Forbidden):
    title = "The present terms of use have to be agreed to first"


class Person(Base):
    """Projection of `user.changed`."""

    __tablename__ = "people"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    display_name: Mapped[str]
    status: Mapped[str]
    email_verified: Mapped[bool] = mapped_column(default=False)
    # of the terms of use, agreed to
    terms_version: Mapped[str | None]
    version: Mapped[int]


class Pairing(Base):
    """`favorite` or `block`, one row each way it was said."""

    __tablename__ = "pairings"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    other_id: Mapped[UUID] = mapped_column(primary_key=True, index=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
