"""An authenticator app beside the password, and rights that are not had without."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from factories import PASSWORD, Someone, log_in, refresh, register
from process import service_process
from pyotp.totp import TOTP
from sqlalchemy import select

from app.config import settings
from app.models import User
from app.services.second_factors import STEP_S
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import as_service


@dataclass
class App:
    """The authenticator: its first code is used up by setting it up, and with its second there are two
    that a test can spend while the clock may tick once."""

    secret: str
    recovery_codes: list[str] = field(default_factory=list[str])
    step: int = field(default_factory=lambda: int(time.time()) // STEP_S)

    @property
    def first(self) -> str:
        return TOTP(self.secret).generate_otp(self.step)

    @property
    def second(self) -> str:
        return TOTP(self.secret).generate_otp(self.step + 1)


async def post(client: Any, path: str, headers: dict[str, str], **body: Any) -> httpx.Response:
    return await client.post(f"/api/v1/auth/{path}", json=body, headers=headers)


async def with_app(client: Any, someone: Someone) -> App:
    setup = await post(client, "totp/setup", someone.headers, current_password=PASSWORD)
    assert setup.status_code == 200, setup.text
    app = App(setup.json()["secret"])
    enabled = await post(client, "totp/enable", someone.headers, code=app.first)
    assert enabled.status_code == 200, enabled.text
    app.recovery_codes = enabled.json()["recovery_codes"]
    return app


async def sign_in(client: Any, someone: Someone, code: str | None = None) -> httpx.Response:
    body = {"email": someone.email, "password": PASSWORD, "totp_code": code}
    return await client.post("/api/v1/auth/login", json=body)


async def test_signing_in_takes_a_code_and_each_code_once(client: Any) -> None:
    someone = await register(client)
    app = await with_app(client, someone)

    without = await sign_in(client, someone)
    wrong_password = await log_in(client, someone.email, "not the password")
    right = await sign_in(client, someone, f"{app.second[:3]} {app.second[3:]}")
    again = await sign_in(client, someone, app.second)
    earlier = await sign_in(client, someone, app.first)
    form = {"username": someone.email, "password": PASSWORD, "totp_code": app.recovery_codes[0]}
    by_form = await client.post("/api/v1/auth/token", data=form)

    assert (without.status_code, without.json()["code"]) == (401, "totp_required")
    assert wrong_password.json()["code"] == "invalid_credentials"
    assert right.status_code == by_form.status_code == 200, right.text
    for refused in (again, earlier):
        assert (refused.status_code, refused.json()["code"]) == (401, "invalid_totp_code")


async def test_a_recovery_code_opens_once_and_new_ones_end_the_old(client: Any) -> None:
    someone = await register(client)
    app = await with_app(client, someone)
    codes = app.recovery_codes

    assert len(set(codes)) == 10
    assert (await sign_in(client, someone, codes[0].upper())).status_code == 200
    assert (await sign_in(client, someone, codes[0])).json()["code"] == "invalid_totp_code"
    stranger = await register(client)
    await with_app(client, stranger)
    assert (await sign_in(client, stranger, codes[1])).status_code == 401
    renewed = await post(client, "totp/recovery-codes", someone.headers, code=app.second)
    assert (await sign_in(client, someone, codes[1])).status_code == 401
    assert (await sign_in(client, someone, renewed.json()["recovery_codes"][1])).status_code == 200
    methods = await client.get("/api/v1/auth/methods", headers=someone.headers)
    assert methods.json()["recovery_codes_left"] == 9


async def test_guessing_codes_is_stopped_though_the_password_is_right(client: Any) -> None:
    someone = await register(client)
    app = await with_app(client, someone)
    for _ in range(settings.second_factor_failures_per_hour):
        await sign_in(client, someone)  # asked for the code: that is no guess
    for number in range(settings.second_factor_failures_per_hour):
        assert (await sign_in(client, someone, f"aaaaa-{number}")).status_code == 401

    stopped = await sign_in(client, someone, app.second)

    assert (stopped.status_code, stopped.json()["code"]) == (429, "too_many_attempts")
    assert (await refresh(client, someone.refresh_token)).status_code == 200


async def test_an_app_counts_from_its_first_code_on_and_goes_with_password_and_code(
    client: Any, outbox: Any
) -> None:
    someone = await register(client)
    assert (await post(client, "totp/enable", someone.headers, code="123456")).json()[
        "code"
    ] == "totp_not_set_up"
    setup = await post(client, "totp/setup", someone.headers, current_password=PASSWORD)
    answer = setup.json()
    wrong = await post(client, "totp/enable", someone.headers, code="000000x")
    assert wrong.json()["code"] == "invalid_totp_code"
    assert (await sign_in(client, someone)).status_code == 200, "not yet"
    assert answer["uri"].startswith("otpauth://totp/Lapa:")
    assert answer["qr"].startswith("data:image/svg+xml")

    app = await with_app(client, someone)
    twice = await post(client, "totp/setup", someone.headers, current_password=PASSWORD)
    by_a_thief = await post(
        client, "totp/disable", someone.headers, current_password="x", totp_code=app.second
    )
    without_code = await post(
        client, "totp/disable", someone.headers, current_password=PASSWORD, totp_code="nonsense"
    )
    gone = await post(
        client,
        "totp/disable",
        someone.headers,
        current_password=PASSWORD,
        totp_code=app.second,
    )

    assert twice.json()["code"] == "totp_enabled"
    assert (by_a_thief.status_code, without_code.status_code) == (403, 401)
    assert gone.status_code == 204
    assert (await sign_in(client, someone)).status_code == 200
    assert app.secret not in str([envelope.payload for envelope in await outbox()])


async def until_made(sessions: Any, email: str) -> None:
    """The first admin is made a moment after the start."""
    async with asyncio.timeout(30), sessions() as session:
        while not await session.scalar(select(User.id).where(User.email == email)):
            await asyncio.sleep(0.05)


async def key_token(client: httpx.AsyncClient, owner: Someone) -> dict[str, str]:
    """The headers that a developer's key of his becomes."""
    body = {
        "user_id": str(owner.id),
        "session_id": str(new_id()),
        "scopes": ["users:read", "users:read_any"],
        "life_s": 60,
    }
    headers = as_service("api-gateway")
    answer = await client.post("/internal/v1/key-tokens", json=body, headers=headers)
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


@pytest.mark.committed
async def test_an_admin_has_no_rights_until_he_has_a_second_factor(sessions: Any) -> None:
    boss = {"ADMIN_EMAIL": "boss@lapa.example", "ADMIN_PASSWORD": PASSWORD}
    async with (
        service_process(REQUIRE_SECOND_FACTOR="true", **boss) as url,
        httpx.AsyncClient(base_url=url) as client,
    ):
        await until_made(sessions, boss["ADMIN_EMAIL"])
        token = (await log_in(client, boss["ADMIN_EMAIL"])).json()
        admin = Someone(token["user"]["id"], boss["ADMIN_EMAIL"], token["access_token"], "")
        paths = ("users", "auth/sessions", "walkers/me", "users/favorites")
        refused = [await client.get(f"/api/v1/{path}", headers=admin.headers) for path in paths]
        ticket = await post(client, "ws-ticket", admin.headers)
        client_of = await register(client)
        ordinary = await client.get("/api/v1/auth/sessions", headers=client_of.headers)

        app = await with_app(client, admin)
        still = await client.get("/api/v1/users", headers=admin.headers)
        newer = (await refresh(client, token["refresh_token"])).json()["access_token"]
        headers = {"Authorization": f"Bearer {newer}"}
        allowed = await client.get("/api/v1/users", headers=headers)
        again = (await sign_in(client, admin, app.second)).json()["access_token"]
        by_key = await client.get("/api/v1/users", headers=await key_token(client, admin))
        with_code = await client.get("/api/v1/users", headers={"Authorization": f"Bearer {again}"})

        await post(
            client,
            "totp/disable",
            headers,
            current_password=PASSWORD,
            totp_code=app.recovery_codes[0],
        )
        last = await refresh(client, (await log_in(client, admin.email)).json()["refresh_token"])
        key_without = await client.get("/api/v1/users", headers=await key_token(client, admin))
        without = await client.get(
            "/api/v1/users", headers={"Authorization": f"Bearer {last.json()['access_token']}"}
        )

    for answer in (*refused, ticket, still, without, key_without):
        assert (answer.status_code, answer.json()["code"]) == (403, "second_factor_required")
    assert ordinary.status_code == 200
    assert (allowed.status_code, with_code.status_code, by_key.status_code) == (200, 200, 200)
