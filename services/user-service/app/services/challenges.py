"""Challenges for passkeys: made here, bound to whom they are for, good once and for five minutes."""

from typing import Any, Literal
from uuid import UUID

from redis.asyncio import Redis
from redis.exceptions import RedisError
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    generate_challenge,
    parse_client_data_json,
)
from webauthn.helpers.exceptions import WebAuthnException

from lapa_kit.problems import ServiceUnavailable

CHALLENGE_LIFE_S = 300
Purpose = Literal["register", "sign_in"]


async def make_challenge(redis: Redis, purpose: Purpose, user_id: UUID | None = None) -> bytes:
    """Raises ServiceUnavailable while Redis is away."""
    challenge = generate_challenge()
    try:
        await redis.set(_key(challenge), f"{purpose}:{user_id}", ex=CHALLENGE_LIFE_S)
    except (RedisError, OSError) as error:
        raise ServiceUnavailable from error
    return challenge


async def take_challenge(
    redis: Redis, purpose: Purpose, credential: dict[str, Any], user_id: UUID | None = None
) -> bytes | None:
    """The challenge that this credential answers, used up by that; None when it is none of ours."""
    challenge = _answered(credential)
    if challenge is None:
        return None
    try:
        was_for = await redis.getdel(_key(challenge))
    except (RedisError, OSError) as error:
        raise ServiceUnavailable from error
    return challenge if was_for == f"{purpose}:{user_id}" else None


def _answered(credential: dict[str, Any]) -> bytes | None:
    try:
        client_data = base64url_to_bytes(credential["response"]["clientDataJSON"])
        return parse_client_data_json(client_data).challenge
    except (WebAuthnException, KeyError, TypeError, ValueError):
        return None


def _key(challenge: bytes) -> str:
    return f"lapa:passkey-challenge:{bytes_to_base64url(challenge)}"
