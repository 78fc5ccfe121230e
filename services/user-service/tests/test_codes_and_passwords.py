"""Proving an address, and passwords: forgotten, reset, changed."""

from datetime import timedelta
from typing import Any

import pytest
from factories import PASSWORD, log_in, refresh, register
from sqlalchemy import func, select

from app.config import settings
from app.models import Code
from lapa_contracts.user import UserCodeIssued
from lapa_kit import clock
from lapa_kit.seal import Sealer


async def last_code(outbox: Any) -> str:
    issued = [one for one in await outbox() if one.type == "user.code_issued.v1"][-1]
    event = UserCodeIssued.model_validate(issued.payload)
    context = UserCodeIssued.seal_context(event.code_id)
    return Sealer.of(settings).open_text(event.code_sealed, context=context)


def wrong(code: str) -> str:
    return str((int(code) + 1) % 10 ** len(code)).zfill(len(code))


async def test_the_code_proves_the_email(client: Any, outbox: Any) -> None:
    someone = await register(client)
    code = await last_code(outbox)

    response = await client.post(
        "/api/v1/auth/verify-email", json={"code": code}, headers=someone.headers
    )

    assert response.status_code == 200, response.text
    assert response.json()["email_verified"] is True
    changed = [one for one in await outbox() if one.type == "user.changed.v1"]
    assert [one.payload["email_verified"] for one in changed] == [False, True]
    assert [one.payload["version"] for one in changed] == [1, 2]


async def test_a_code_opens_only_its_own_account_and_not_for_ever(
    client: Any, outbox: Any, at: Any
) -> None:
    first, second = await register(client), await register(client)
    code = await last_code(outbox)

    stolen = await client.post(
        "/api/v1/auth/verify-email", json={"code": code}, headers=first.headers
    )
    at(clock.now() + settings.verify_code_life + timedelta(seconds=1))
    late = await client.post(
        "/api/v1/auth/verify-email", json={"code": code}, headers=second.headers
    )

    assert (stolen.status_code, late.status_code) == (422, 422)
    assert stolen.json()["code"] == late.json()["code"] == "invalid_code"


async def test_a_code_cannot_be_guessed(client: Any, outbox: Any) -> None:
    someone = await register(client)
    code = await last_code(outbox)
    for _ in range(settings.code_attempts):
        await client.post(
            "/api/v1/auth/verify-email", json={"code": wrong(code)}, headers=someone.headers
        )

    response = await client.post(
        "/api/v1/auth/verify-email", json={"code": code}, headers=someone.headers
    )

    assert response.json()["code"] == "invalid_code"


async def test_sending_codes_again_is_limited(client: Any, outbox: Any) -> None:
    someone = await register(client)
    path = "/api/v1/auth/verify-email/resend"

    answers = [
        (await client.post(path, headers=someone.headers)).status_code
        for _ in range(settings.codes_per_hour)
    ]

    assert answers == [202] * (settings.codes_per_hour - 1) + [429]
    newest = {"code": await last_code(outbox)}
    entered = await client.post("/api/v1/auth/verify-email", json=newest, headers=someone.headers)
    assert entered.status_code == 200


async def test_a_forgotten_password_is_reset_by_the_mailbox(
    client: Any, outbox: Any, run_jobs: Any
) -> None:
    someone = await register(client)
    asked = await client.post("/api/v1/auth/password/forgot", json={"email": someone.email})
    await run_jobs()
    body = {
        "email": someone.email,
        "code": await last_code(outbox),
        "new_password": "brand new one",
    }

    reset = await client.post("/api/v1/auth/password/reset", json=body)
    again = await client.post("/api/v1/auth/password/reset", json=body)

    assert (asked.status_code, reset.status_code, again.status_code) == (202, 204, 422)
    assert (await refresh(client, someone.refresh_token)).status_code == 401
    assert (await log_in(client, someone.email)).status_code == 401
    assert (await log_in(client, someone.email, "brand new one")).status_code == 200


async def test_forgetting_tells_nobody_who_has_an_account(
    client: Any, published: Any, run_jobs: Any
) -> None:
    someone = await register(client)
    before = await published()

    known = await client.post("/api/v1/auth/password/forgot", json={"email": someone.email})
    unknown = await client.post("/api/v1/auth/password/forgot", json={"email": "no@lapa.example"})

    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
    assert await published() == before, "the work is left to a job"
    await run_jobs()
    assert (await published()).count("user.code_issued.v1") == 2
    body = {"email": "no@lapa.example", "code": "12345678", "new_password": "brand new one"}
    refused = await client.post("/api/v1/auth/password/reset", json=body)
    assert refused.json()["code"] == "invalid_code"


async def test_changing_the_password_ends_all_other_sessions(client: Any) -> None:
    someone = await register(client)
    other = (await log_in(client, someone.email)).json()
    body = {"current_password": PASSWORD, "new_password": "brand new one"}

    changed = await client.post("/api/v1/auth/password/change", json=body, headers=someone.headers)

    assert changed.status_code == 204
    assert (await refresh(client, someone.refresh_token)).status_code == 200
    assert (await refresh(client, other["refresh_token"])).status_code == 401


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"current_password": "wrong", "new_password": "brand new one"}, 403, "password_required"),
        ({"current_password": PASSWORD, "new_password": "short"}, 422, "invalid_request"),
    ],
)
async def test_a_password_is_not_changed_by_just_anybody(
    client: Any, body: dict[str, str], status: int, code: str
) -> None:
    someone = await register(client)
    response = await client.post("/api/v1/auth/password/change", json=body, headers=someone.headers)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert (await log_in(client, someone.email)).status_code == 200


async def test_codes_that_have_long_been_over_are_forgotten(
    client: Any, session: Any, forget: Any, at: Any
) -> None:
    await register(client)
    now, codes = clock.now(), select(func.count()).select_from(Code)
    for days, left in ((29, 1), (40, 0)):
        at(now + timedelta(days=days))
        await forget()
        assert await session.scalar(codes) == left
