"""Registration, sign-in, sessions and codes over HTTP."""

from typing import Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.models.session import UserSession
from app.schemas.users import UserRead
from app.schemas.values import (
    Email,
    FullName,
    Locale,
    LoginName,
    NewPassword,
    Password,
    Phone,
    PhoneNumber,
    Schema,
    Timezone,
    TypedCode,
    Utc,
)
from app.services.sessions import SignedIn
from lapa_contracts.roles import Role


class Registration(Schema):
    email: Email
    password: NewPassword
    full_name: FullName
    phone: Phone = None
    role: Literal[Role.CLIENT, Role.WALKER] = Role.CLIENT
    locale: Locale | None = None
    timezone: Timezone | None = None
    referred_by: UUID | None = Field(default=None, description="the id of who brought this person")

    @model_validator(mode="after")
    def _password_is_not_the_email(self) -> Self:
        if self.password.lower() == self.email:
            raise ValueError("the password must not be the e-mail")
        return self


class Login(Schema):
    """`totp_code`: of the authenticator app, or one of the recovery codes."""

    email: LoginName
    password: Password
    totp_code: TypedCode | None = None


class TokenRead(Schema):
    """`expires_in` in seconds, of the access token."""

    access_token: str
    refresh_token: str
    token_type: Literal["bearer"] = "bearer"
    expires_in: int

    @classmethod
    def of(cls, signed_in: SignedIn) -> "TokenRead":
        return cls.model_validate(signed_in)


class SignedInRead(TokenRead):
    user: UserRead

    @classmethod
    def of(cls, signed_in: SignedIn) -> "SignedInRead":
        tokens = TokenRead.of(signed_in).model_dump()
        return cls(user=UserRead.of(signed_in.user), **tokens)


class Refresh(Schema):
    refresh_token: str = Field(max_length=200)


class SessionRead(Schema):
    """`is_current`: the one this request was made with. `browser` and `system` are names such as Firefox and
    Windows; `country` (ISO 3166-1) and `city` are where the address was, if the operator keeps a database of places.
    """

    id: UUID
    created_at: Utc
    last_used_at: Utc
    user_agent: str | None
    browser: str | None
    system: str | None
    address: str | None
    country: str | None
    city: str | None
    is_current: bool

    @classmethod
    def of(cls, session: UserSession, current: UUID) -> "SessionRead":
        return cls(
            id=session.id,
            created_at=session.created_at,
            last_used_at=session.last_used_at,
            user_agent=session.user_agent,
            browser=session.browser,
            system=session.system,
            address=session.address,
            country=session.country,
            city=session.city,
            is_current=session.id == current,
        )


class Sessions(Schema):
    items: list[SessionRead]


class PhoneCodeRequest(Schema):
    phone: PhoneNumber


class PhoneLogin(Schema):
    phone: PhoneNumber
    code: str = Field(max_length=20)
    totp_code: TypedCode | None = None


class CodeEntry(Schema):
    code: str = Field(max_length=20)


class Forgotten(Schema):
    email: LoginName


class PasswordReset(Schema):
    email: LoginName
    code: str = Field(max_length=20)
    new_password: NewPassword


class PasswordChange(Schema):
    current_password: Password | None = None
    new_password: NewPassword


class TicketRead(Schema):
    """Good once, for `expires_in` seconds, from the same origin."""

    ticket: str
    expires_in: int
