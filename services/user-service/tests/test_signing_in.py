"""Making an account and signing in to it."""

import json
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

import pytest
from factories import PASSWORD, log_in, register
from sqlalchemy import func, select

from app.config import settings
from app.models.user import InvalidCredentials
from app.services import accounts, attempts
from app.services.passwords import verify_password
from lapa_contracts.user import UserCodeIssued
from lapa_kit.seal import Sealer
from lapa_kit.tables import IdempotencyRow
from lapa_kit.tokens import TokenVerifier

JSON = {"Content-Type": "application/json"}


async def test_registering_signs_in_and_is_told(client: Any, outbox: Any) -> None:
    response = await client.post(
        "/api/v1/auth/register",
        json={
            "email": "Aino@Lapa.example",
            "password": PASSWORD,
            "full_name": "Aino Virtanen",
            "role": "client",
            "phone": "+358 40 123-4567",
            "locale": "fi",
            "timezone": "Europe/Helsinki",
            "referred_by": (friend := str(uuid4())),
        },
    )

    assert response.status_code == 201, response.text
    answer = response.json()
    assert answer["user"]["email"] == "aino@lapa.example"
    assert answer["user"]["phone"] == "+358401234567"
    assert answer["user"]["roles"] == ["client"]
    assert answer["token_type"] == "bearer"
    claims = TokenVerifier(settings).verify(answer["access_token"])
    assert claims.user_id == UUID(answer["user"]["id"])
    said = await outbox()
    assert [envelope.type for envelope in said] == [
        "user.registered.v1",
        "user.changed.v1",
        "user.contact_changed.v1",
        "user.code_issued.v1",
    ]
    assert said[0].payload["referred_by"] == friend
    assert said[1].payload["display_name"] == "Aino V."
    assert "email" not in said[1].payload


async def test_the_code_crosses_the_bus_only_sealed(client: Any, outbox: Any) -> None:
    someone = await register(client)
    issued = UserCodeIssued.model_validate((await outbox())[-1].payload)
    context = UserCodeIssued.seal_context(issued.code_id)
    sealer = Sealer.of(settings)
    assert sealer.open_text(issued.address_sealed, context=context) == someone.email
    assert len(sealer.open_text(issued.code_sealed, context=context)) == 6


async def test_a_walker_is_one_from_his_first_token_on(client: Any, published: Any) -> None:
    someone = await register(client, "walker")

    changed = await client.put("/api/v1/walkers/me", json={}, headers=someone.headers)

    assert changed.status_code == 200, changed.text
    assert "session.revoked.v1" not in await published()


async def test_an_email_is_taken_once(client: Any) -> None:
    someone = await register(client)
    body = {"email": someone.email.upper(), "password": PASSWORD, "full_name": "Eve"}

    response = await client.post("/api/v1/auth/register", json=body)

    assert response.status_code == 409
    assert response.json()["code"] == "email_taken"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "nobody"),
        ("email", "a@b"),
        ("password", "short"),
        ("password", "x" * 129),
        ("password", "x@lapa.example"),
        ("full_name", "   "),
        ("full_name", "A\x00B"),
        ("full_name", "\ud800"),
        ("full_name", "..."),
        ("role", "admin"),
        ("phone", "call me"),
        ("locale", "Finnish"),
        ("timezone", "Europe/Atlantis"),
        ("timezone", "../../etc/passwd"),
    ],
)
async def test_nonsense_is_refused_field_by_field(client: Any, field: str, value: str) -> None:
    body = {"email": "x@lapa.example", "password": PASSWORD, "full_name": "X", field: value}

    response = await client.post("/api/v1/auth/register", content=json.dumps(body), headers=JSON)

    assert response.status_code == 422, response.text
    assert response.json()["errors"][0]["field"].startswith("body")


async def test_login_gives_new_tokens(client: Any) -> None:
    someone = await register(client)

    response = await log_in(client, f" {someone.email.upper()} ")

    assert response.status_code == 200, response.text
    assert response.json()["user"]["id"] == str(someone.id)
    assert response.json()["refresh_token"] != someone.refresh_token


async def test_the_form_for_swagger_does_the_same(client: Any) -> None:
    someone = await register(client)
    form = {"username": someone.email, "password": PASSWORD, "grant_type": "password"}

    response = await client.post("/api/v1/auth/token", data=form)
    wrong = await client.post("/api/v1/auth/token", data={**form, "password": "wrong"})
    empty = await client.post("/api/v1/auth/token", data={})

    assert response.status_code == 200, response.text
    assert response.json()["token_type"] == "bearer"
    assert (wrong.status_code, empty.status_code) == (401, 422)


async def test_a_wrong_password_and_no_account_answer_alike(client: Any) -> None:
    someone = await register(client)

    wrong = await log_in(client, someone.email, "not the password")
    nobody = await log_in(client, "nobody@lapa.example")

    assert (wrong.status_code, nobody.status_code) == (401, 401)
    assert wrong.json()["code"] == nobody.json()["code"] == "invalid_credentials"
    assert wrong.json()["detail"] == nobody.json()["detail"]


async def test_no_account_takes_as_much_work_as_a_wrong_password(
    client: Any, monkeypatch: Any
) -> None:
    checked: list[str | None] = []

    async def verify(password: str, known_hash: str | None) -> tuple[bool, str | None]:
        checked.append(known_hash)
        return await verify_password(password, known_hash)

    monkeypatch.setattr(accounts, "verify_password", verify)
    await log_in(client, "nobody@lapa.example")
    assert checked == [None], "a hash is checked, and verify_password puts nobody's in"


async def test_guessing_is_stopped_for_the_account_and_a_success_is_no_guess(
    client: Any,
) -> None:
    someone = await register(client)
    for _ in range(settings.login_failures_per_account + 2):
        assert (await log_in(client, someone.email)).status_code == 200
    for _ in range(settings.login_failures_per_account):
        assert (await log_in(client, someone.email, "guess")).status_code == 401

    stopped = await log_in(client, someone.email)
    other = await register(client)

    assert stopped.status_code == 429
    assert stopped.json()["code"] == "too_many_attempts"
    assert int(stopped.headers["Retry-After"]) > 0
    assert (await log_in(client, other.email)).status_code == 200


async def test_guessing_many_accounts_is_stopped_for_the_address(client: Any, app: Any) -> None:
    limiter = app.state.rate_limiter
    for number in range(settings.login_failures_per_address):
        with suppress(InvalidCredentials):
            async with attempts.signing_in(limiter, f"{number}@lapa.example", "127.0.0.1"):
                raise InvalidCredentials

    assert (await log_in(client, "another@lapa.example")).status_code == 429


async def test_no_answer_with_tokens_is_kept_for_an_idempotency_key(
    client: Any, session: Any
) -> None:
    someone = await register(client)
    body = {"email": someone.email, "password": PASSWORD}
    await client.post("/api/v1/auth/login", json=body, headers={"Idempotency-Key": "one"})
    assert await session.scalar(select(func.count()).select_from(IdempotencyRow)) == 0
