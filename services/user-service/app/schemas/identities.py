"""Accounts elsewhere over HTTP."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.models.identity import Identity
from app.oidc import OidcProvider
from app.schemas.second_factors import Confirmation
from app.schemas.values import Schema, Timezone, TypedCode, Utc
from lapa_contracts.roles import Role

Ticket = Annotated[str, Field(max_length=100)]


class ProviderRead(Schema):
    """`name` stands in the address to begin at, `title` on the button."""

    name: str
    title: str


class Providers(Schema):
    items: list[ProviderRead]

    @classmethod
    def of(cls, providers: list[OidcProvider]) -> "Providers":
        return cls(items=[ProviderRead(name=one.name, title=one.title) for one in providers])


class OauthSignIn(Schema):
    """`role` and `timezone` are for who has no account yet, `totp_code` for whose account wants one."""

    ticket: Ticket
    totp_code: TypedCode | None = None
    role: Literal[Role.CLIENT, Role.WALKER] = Role.CLIENT
    timezone: Timezone | None = None


class NewIdentity(Confirmation):
    ticket: Ticket


class IdentityRead(Schema):
    """`email` is that of the account elsewhere, as it was when it was linked."""

    id: UUID
    issuer: str
    email: str
    created_at: Utc
    last_used_at: Utc | None

    @classmethod
    def of(cls, identity: Identity) -> "IdentityRead":
        return cls.model_validate(identity)


class Identities(Schema):
    items: list[IdentityRead]
