"""Who is told: his language and zone, where he can be reached, what he wants to hear."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.problems import InvalidRequest


class UnknownTimezone(InvalidRequest):
    title = "There is no such time zone"


class CategoryCannotBeMuted(InvalidRequest):
    title = "Messages about safety and the account itself always come"


class Person(Base):
    """Projection of `user.changed`."""

    __tablename__ = "people"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    display_name: Mapped[str]
    roles: Mapped[list[Any]]
    status: Mapped[str]
    locale: Mapped[str]
    timezone: Mapped[str]
    version: Mapped[int]


class Contact(Base):
    """Projection of `user.contact_changed`: the one place outside of user-service with contact data."""

    __tablename__ = "contacts"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str | None]
    phone: Mapped[str | None]
    email_verified: Mapped[bool]
    phone_verified: Mapped[bool]
    version: Mapped[int]


class Consent(Base):
    """Projection of `consent.changed`: what a person last said about a purpose."""

    __tablename__ = "consents"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    purpose: Mapped[str] = mapped_column(primary_key=True)
    granted: Mapped[bool]
    version: Mapped[int]


class Preference(Base):
    """What a person has changed from the defaults; `muted` lists `category:channel`."""

    __tablename__ = "preferences"
    __table_args__ = (
        CheckConstraint("(quiet_from IS NULL) = (quiet_to IS NULL)", name="quiet_has_both_ends"),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    muted: Mapped[list[Any]]
    quiet_from: Mapped[time | None]
    quiet_to: Mapped[time | None]
    timezone: Mapped[str | None]
    locale: Mapped[str | None]


def end_of_quiet(
    now: datetime, *, quiet_from: time | None, quiet_to: time | None, timezone: str
) -> datetime:
    """The first moment from `now` on that is not quiet, by the person's own clock."""
    if quiet_from is None or quiet_to is None or quiet_from == quiet_to:
        return now
    here = now.astimezone(ZoneInfo(timezone))
    starts = here.replace(hour=quiet_from.hour, minute=quiet_from.minute, second=0, microsecond=0)
    if starts > here:
        starts -= timedelta(days=1)
    ends = starts.replace(hour=quiet_to.hour, minute=quiet_to.minute)
    if ends <= starts:
        ends += timedelta(days=1)
    return ends.astimezone(now.tzinfo) if starts <= here < ends else now
