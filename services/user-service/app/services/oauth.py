"""The way to an identity provider and back: bound to the browser that set out, each step good once.

What comes of it is a ticket for that browser: whoever else has the address of the last page has nothing.
"""

import hmac
import json
import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from email_validator import EmailNotValidError, validate_email
from redis.asyncio import Redis
from redis.exceptions import RedisError

from app.config import settings
from app.models.identity import (
    InvalidIdToken,
    InvalidOauthState,
    InvalidTicket,
    IssuerFailed,
    ProviderDeclined,
)
from app.oidc import OidcProvider
from app.services.issuers import issuer_of
from lapa_kit.problems import Problem, ServiceUnavailable

JOURNEY_S = 600
TICKET_S = 300
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Departure:
    """Where to send the browser, and what it must bring back with it."""

    url: str
    browser: str


@dataclass(frozen=True, slots=True)
class Asserted:
    """Who somebody is, as an issuer that the operator trusts has said."""

    issuer: str
    subject: str
    email: str | None
    email_verified: bool
    name: str | None
    locale: str | None


async def set_out(redis: Redis, provider: OidcProvider) -> Departure:
    """Raises IssuerFailed, ServiceUnavailable."""
    state, nonce, browser = (secrets.token_urlsafe(32) for _ in range(3))
    verifier = secrets.token_urlsafe(48)
    url = await issuer_of(provider).authorization_url(
        state=state, nonce=nonce, verifier=verifier, redirect_uri=callback_url(provider)
    )
    journey = {
        "provider": provider.name,
        "nonce": nonce,
        "verifier": verifier,
        "browser": _digest(browser),
    }
    await _put(redis, _journey_key(state), journey, JOURNEY_S)
    return Departure(url, browser)


async def come_back(
    redis: Redis,
    provider: OidcProvider,
    *,
    browser: str,
    state: str,
    code: str | None,
    error: str | None,
    issuer: str | None,
) -> str:
    """A ticket for who has come back. Raises InvalidOauthState, ProviderDeclined, InvalidIdToken, IssuerFailed."""
    journey = await _take(redis, _journey_key(state))
    if (
        journey is None
        or journey["provider"] != provider.name
        or not hmac.compare_digest(journey["browser"], _digest(browser))
    ):
        raise InvalidOauthState
    client = issuer_of(provider)
    await client.check_sender(issuer)
    if error:
        raise ProviderDeclined if error == "access_denied" else IssuerFailed
    if not code:
        raise InvalidIdToken
    claims = await client.redeem(
        code,
        verifier=journey["verifier"],
        nonce=journey["nonce"],
        redirect_uri=callback_url(provider),
    )
    ticket = secrets.token_urlsafe(32)
    asserted = asdict(_read(provider, claims))
    await _put(
        redis, _ticket_key(ticket), {"browser": journey["browser"], "who": asserted}, TICKET_S
    )
    return ticket


@asynccontextmanager
async def admitted(redis: Redis, ticket: str, browser: str) -> AsyncGenerator[Asserted, None]:
    """The ticket, used up when the block ends well: a refusal (a missing second step) leaves it good.

    Raises InvalidTicket.
    """
    held = await _take(redis, _ticket_key(ticket))
    if held is None or not hmac.compare_digest(held["browser"], _digest(browser)):
        raise InvalidTicket
    try:
        yield Asserted(**held["who"])
    except Problem:
        await _put(redis, _ticket_key(ticket), held, TICKET_S)
        raise


def callback_url(provider: OidcProvider) -> str:
    return f"{settings.public_url.rstrip('/')}/api/v1/auth/oauth/{provider.name}/callback"


def _read(provider: OidcProvider, claims: dict[str, Any]) -> Asserted:
    email = _email(claims.get("email"))
    name = claims.get("name")
    return Asserted(
        issuer=provider.issuer,
        subject=claims["sub"],
        email=email,
        # some issuers write it as text
        email_verified=email is not None and claims.get("email_verified") in (True, "true"),
        name=name[:LONGEST_NAME] if isinstance(name, str) else None,
        locale=str(claims.get("locale") or "") or None,
    )


def _email(claim: object) -> str | None:
    try:
        checked = validate_email(str(claim or ""), check_deliverability=False)
    except EmailNotValidError:
        return None
    return checked.normalized.lower()


async def _put(redis: Redis, key: str, value: dict[str, Any], life_s: int) -> None:
    try:
        await redis.set(key, json.dumps(value), ex=life_s)
    except (RedisError, OSError) as error:
        raise ServiceUnavailable from error


async def _take(redis: Redis, key: str) -> dict[str, Any] | None:
    """Used up by being looked at, so that of two who come with it one has it."""
    try:
        kept = await redis.getdel(key)
    except (RedisError, OSError) as error:
        raise ServiceUnavailable from error
    return json.loads(kept) if kept else None


def _journey_key(state: str) -> str:
    return f"lapa:oauth-journey:{_digest(state)}"


def _ticket_key(ticket: str) -> str:
    return f"lapa:oauth-ticket:{_digest(ticket)}"


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
