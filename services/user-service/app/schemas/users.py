"""Profiles, public cards and what operators see over HTTP."""

from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from app.models.user import User
from app.schemas.values import (
    Email,
    FullName,
    Line,
    Locale,
    Password,
    Phone,
    Schema,
    Timezone,
    Utc,
)
from lapa_contracts.roles import Role
from lapa_contracts.user import UserStatus


class UserRead(Schema):
    """All of one's own profile; also what operators see."""

    id: UUID
    email: str
    email_verified: bool
    email_bounced: bool
    phone: str | None
    phone_verified: bool
    full_name: str
    display_name: str
    locale: str
    timezone: str
    avatar_media_id: UUID | None
    roles: list[str]
    status: UserStatus
    created_at: Utc
    version: int

    @classmethod
    def of(cls, user: User) -> "UserRead":
        return cls.model_validate(user)


class _ProfileBase(Schema):
    """A new e-mail needs the present password."""

    email: Email | None = None
    current_password: Password | None = None
    phone: Phone = None
    avatar_media_id: UUID | None = None


class ProfileReplace(_ProfileBase):
    """What is absent is emptied; e-mail, locale and time zone stay as they are."""

    full_name: FullName
    locale: Locale | None = None
    timezone: Timezone | None = None

    def facts(self) -> dict[str, Any]:
        facts = self.model_dump(exclude={"current_password"})
        kept = {name for name in ("email", "locale", "timezone") if facts[name] is None}
        return {name: value for name, value in facts.items() if name not in kept}


class ProfilePatch(_ProfileBase):
    """What is absent stays as it is."""

    # never written when absent; null is refused
    full_name: FullName = ""
    locale: Locale = ""
    timezone: Timezone = ""

    def facts(self) -> dict[str, Any]:
        return self.model_dump(exclude={"current_password"}, exclude_unset=True)


class UserCard(Schema):
    """What anybody signed in may see of a person."""

    id: UUID
    display_name: str
    avatar_media_id: UUID | None
    is_walker: bool
    member_since: Utc

    @classmethod
    def of(cls, user: User) -> "UserCard":
        return cls(
            id=user.id,
            display_name=user.display_name,
            avatar_media_id=user.avatar_media_id,
            is_walker=user.is_walker,
            member_since=user.created_at,
        )


class UserPatch(Schema):
    """`reason_code` goes to other services, `reason` only to the audit log."""

    status: Literal[UserStatus.ACTIVE, UserStatus.SUSPENDED] | None = None
    roles: list[Role] | None = Field(None, min_length=1, max_length=6)
    reason_code: Literal["safety", "fraud", "complaints", "request", "other"] = "other"
    reason: Line | None = None
