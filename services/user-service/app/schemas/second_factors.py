"""Authenticator apps, recovery codes and passkeys over HTTP."""

from typing import Annotated, Any, Literal
from uuid import UUID

import segno
from pydantic import Field, StringConstraints

from app.schemas.values import PRINTABLE, Password, Schema, TypedCode, Utc
from app.services.second_factors import TotpSetup

PasskeyName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60, pattern=PRINTABLE),
]
Base64Url = Annotated[str, StringConstraints(max_length=16_384, pattern=r"^[A-Za-z0-9_-]*=*$")]


class Confirmation(Schema):
    """Who has no password must have signed in a moment ago instead."""

    current_password: Password | None = None


class TotpSetupRead(Schema):
    """For the app by hand (`secret`), as a link (`uri`) or to be scanned (`qr`, an SVG as a data URI)."""

    secret: str
    uri: str
    qr: str

    @classmethod
    def of(cls, setup: TotpSetup) -> "TotpSetupRead":
        image = segno.make(setup.uri, error="m").svg_data_uri(scale=4, border=2)
        return cls(secret=setup.secret, uri=setup.uri, qr=image)


class TotpCode(Schema):
    code: TypedCode


class TotpRemoval(Confirmation):
    totp_code: TypedCode


class RecoveryCodes(Schema):
    """Each opens once in place of the app's code; they are never shown again."""

    recovery_codes: list[str]


class SignInMethodsRead(Schema):
    has_password: bool
    phone_verified: bool
    passkeys: int
    identities: int
    totp: bool
    recovery_codes_left: int


class PasskeyOptions(Schema):
    """For `navigator.credentials`, as `PublicKeyCredential.parse…OptionsFromJSON` takes them."""

    options: dict[str, Any]


class _Credential(Schema):
    """As `PublicKeyCredential.toJSON()` makes it; its names are the standard's."""

    id: Base64Url
    rawId: Base64Url
    type: Literal["public-key"]


class Attestation(Schema):
    clientDataJSON: Base64Url
    attestationObject: Base64Url
    transports: list[Annotated[str, Field(max_length=32)]] | None = Field(None, max_length=8)


class NewCredential(_Credential):
    response: Attestation


class Assertion(Schema):
    clientDataJSON: Base64Url
    authenticatorData: Base64Url
    signature: Base64Url
    userHandle: Base64Url | None = None


class UsedCredential(_Credential):
    response: Assertion


class NewPasskey(Schema):
    name: PasskeyName
    credential: NewCredential


class PasskeyLogin(Schema):
    credential: UsedCredential


class PasskeyChange(Schema):
    name: PasskeyName


class PasskeyRead(Schema):
    """`is_backed_up`: kept by an account of the device's maker, so that it outlives the device."""

    id: UUID
    name: str
    is_backed_up: bool
    created_at: Utc
    last_used_at: Utc | None


class Passkeys(Schema):
    items: list[PasskeyRead]
