"""Tokens for tests, signed like the real ones."""

import os
from collections.abc import Iterable
from uuid import UUID

from lapa_kit.ids import new_id
from lapa_kit.settings import ServiceSettings
from lapa_kit.tokens import mint_access_token, mint_service_token


class _Tests(ServiceSettings):
    service_name = "tests"
    schema_name = "tests"


def bearer(
    user_id: UUID,
    *roles: str,
    session_id: UUID | None = None,
    actor_id: UUID | None = None,
    must_enrol: bool = False,
    scopes: Iterable[str] | None = None,
) -> dict[str, str]:
    """The headers of a signed-in user; a client when no role is named; `actor_id` looks with his eyes;
    `must_enrol`: his rights want a second factor and he has none; `scopes`: what a key of his becomes."""
    token, _ = mint_access_token(
        _Tests(),
        user_id=user_id,
        session_id=session_id or new_id(),
        roles=roles or ("client",),
        actor_id=actor_id,
        must_enrol=must_enrol,
        scopes=scopes,
    )
    return {"Authorization": f"Bearer {token}"}


def as_service(name: str = "tests") -> dict[str, str]:
    """The headers of another service calling `/internal/v1`."""

    class Caller(ServiceSettings):
        service_name = name
        schema_name = "tests"

    return {"Authorization": f"Bearer {mint_service_token(Caller())}"}


def set_test_environment() -> None:
    """Before any settings are read: nothing of the developer's own environment leaks into tests."""
    os.environ.setdefault("JWT_SECRET_KEY", "a secret for tests only, long enough for HS256")
    os.environ["ENVIRONMENT"] = "development"
    os.environ["TEST_MODE"] = "false"
    os.environ["DEBUG"] = "false"
    os.environ["LOG_LEVEL"] = "WARNING"
