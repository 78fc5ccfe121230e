"""The public keys of access tokens, for every other service and whoever else verifies them (RFC 7517)."""

from typing import Literal

from fastapi import APIRouter, Response

from app.config import settings
from app.schemas.values import Schema
from lapa_kit.problems import NotFound, problems

FRESH_FOR_S = 300


class KeysAreSecret(NotFound):
    title = "Tokens are signed with a shared secret: there is no public key"


class PublicKey(Schema):
    """Of RSA (`n`, `e`) or Ed25519 (`crv`, `x`)."""

    kty: Literal["RSA", "OKP"]
    kid: str
    alg: str
    use: Literal["sig"]
    n: str | None = None
    e: str | None = None
    crv: str | None = None
    x: str | None = None


class PublicKeys(Schema):
    keys: list[PublicKey]


router = APIRouter(tags=["auth"])


@router.get("/jwks.json", responses=problems(KeysAreSecret), response_model_exclude_none=True)
async def list_public_keys(response: Response) -> PublicKeys:
    """The keys that access tokens may be signed with now, the one that signs first."""
    if settings.signing_keys is None:
        raise KeysAreSecret
    response.headers["Cache-Control"] = f"public, max-age={FRESH_FOR_S}"
    return PublicKeys.model_validate(settings.signing_keys.jwks)
