"""A person's account."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_contracts.roles import Role
from lapa_contracts.user import UserStatus
from lapa_kit.problems import Conflict, Forbidden, NotFound, Unauthorized


class UserNotFound(NotFound):
    title = "No such user"


class EmailTaken(Conflict):
    title = "An account with this e-mail exists already"


class InvalidCredentials(Unauthorized):
    title = "E-mail or password is wrong"


class AccountSuspended(Forbidden):
    title = "This account is suspended"


class PasswordRequired(Forbidden):
    title = "The present password is needed for that"


class LastSignInMethod(Conflict):
    title = "That is the last way in to this account: add another one first"


class NoPhone(Conflict):
    title = "There is no phone in the profile"


class OwnRights(Conflict):
    title = "Nobody changes his own rights"


class User(Record):
    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email_is_lower_case"),
        CheckConstraint("cardinality(roles) > 0", name="has_a_role"),
        Index("ix_users_roles", "roles", postgresql_using="gin"),
        Index(
            "uq_users_phone_verified",
            "phone",
            unique=True,
            postgresql_where=text("phone_verified"),
        ),
        Index("ix_users_phone", "phone"),
    )

    email: Mapped[str] = mapped_column(unique=True)
    email_verified: Mapped[bool] = mapped_column(default=False)
    email_bounced: Mapped[bool] = mapped_column(default=False)
    phone: Mapped[str | None]
    phone_verified: Mapped[bool] = mapped_column(default=False)
    # nobody's who came by another door and never set one
    password_hash: Mapped[str | None]
    full_name: Mapped[str]
    locale: Mapped[str]
    timezone: Mapped[str]
    avatar_media_id: Mapped[UUID | None] = mapped_column(index=True)
    roles: Mapped[list[str]] = mapped_column(ARRAY(String))
    status: Mapped[UserStatus] = mapped_column(default=UserStatus.ACTIVE)
    # counts every change that others are told of; also the profile's ETag
    version: Mapped[int] = mapped_column(default=1)
    password_changed_at: Mapped[datetime | None]
    # of the terms of use, agreed to
    terms_version: Mapped[str | None]

    @property
    def display_name(self) -> str:
        """What strangers see: the first name and the initial of the last."""
        first, *others = self.full_name.split()
        return f"{first} {others[-1][0]}." if others else first

    @property
    def is_active(self) -> bool:
        return self.status is UserStatus.ACTIVE

    @property
    def is_walker(self) -> bool:
        return Role.WALKER in self.roles

    def require_active(self) -> None:
        if not self.is_active:
            raise AccountSuspended

    def change_email(self, email: str) -> None:
        self.email, self.email_verified, self.email_bounced = email, False, False

    def change_phone(self, phone: str | None) -> None:
        if phone != self.phone:
            self.phone, self.phone_verified = phone, False

    def add_role(self, role: Role) -> bool:
        """False when he has it already."""
        if role in self.roles:
            return False
        self.roles = [*self.roles, role.value]
        return True
