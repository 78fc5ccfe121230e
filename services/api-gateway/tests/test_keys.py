"""Developer keys: exchanged for short tokens, held to their scopes, gone within seconds when revoked."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from example_services import token_service
from platforms import Platform, Start

from lapa_contracts.user import UserClient
from lapa_kit.ids import new_id
from lapa_kit.jobs import Runner, Worker
from lapa_kit.testing import bearer

pytestmark = pytest.mark.committed
SCOPES = ["orders:read", "payments:read"]


@pytest_asyncio.fixture
async def platform(start: Start, upstream: str, sessions: Any) -> Platform:
    """A gateway on the test's own database, with an order-service behind it and somebody who mints tokens."""
    platform = await start(order_service_url=upstream)
    platform.app.state.clients.use(UserClient, httpx.ASGITransport(token_service()))
    return platform


async def make(platform: Platform, owner: UUID, **fields: Any) -> Any:
    body = {"name": "Reports", "scopes": SCOPES, **fields}
    return await platform.client.post("/api/v1/developer/keys", json=body, headers=bearer(owner))


async def call(platform: Platform, secret: str, method: str = "GET") -> httpx.Response:
    headers = {"Authorization": f"Bearer {secret}"}
    return await platform.client.request(method, "/api/v1/orders", headers=headers)


async def spread(platform: Platform) -> None:
    """What the background does within a second: jobs, and the set of what was revoked."""
    state = platform.app.state
    runner = Runner(state.jobs, Worker(state.sessions, state.clients, state.settings))
    while await runner.run_due():
        pass
    await state.authenticator.revocations.refresh(state.redis)


async def test_a_service_sees_a_short_token_of_the_owner_and_never_the_key(
    platform: Platform,
) -> None:
    owner = new_id()
    made = (await make(platform, owner)).json()
    assert made["secret"].startswith(made["prefix"])

    answers = [await call(platform, made["secret"]) for _ in range(3)]

    told = {
        value
        for answer in answers
        for name, value in answer.json()["headers"]
        if name == "authorization"
    }
    assert len(told) == 1, "the second call needs no second exchange"
    assert made["secret"] not in str(answers[0].json())
    [token] = told
    claims = platform.app.state.authenticator.verifier.verify(token.removeprefix("Bearer "))
    assert (claims.user_id, claims.scopes) == (owner, frozenset(SCOPES))
    assert claims.expires_at - claims.issued_at <= timedelta(minutes=5).total_seconds()
    listed = await platform.client.get("/api/v1/developer/keys", headers=bearer(owner))
    [row] = listed.json()["items"]
    assert row["last_used_at"] is not None
    assert "secret" not in row


async def test_a_revoked_key_is_refused_and_so_is_what_was_never_one(platform: Platform) -> None:
    owner = new_id()
    made = (await make(platform, owner)).json()
    url = f"/api/v1/developer/keys/{made['id']}"
    assert (await call(platform, made["secret"])).status_code == 200

    assert (await platform.client.delete(url, headers=bearer(new_id()))).status_code == 404
    assert (await platform.client.delete(url, headers=bearer(owner))).status_code == 204
    await spread(platform)

    for secret in (made["secret"], "lapa_never-made"):
        refused = await call(platform, secret)
        assert (refused.status_code, refused.json()["code"]) == (401, "invalid_key")
    assert (await platform.client.delete(url, headers=bearer(owner))).status_code == 404


async def test_a_rotated_key_goes_on_for_the_overlap_and_not_without_one(
    platform: Platform,
) -> None:
    owner = new_id()
    first = (await make(platform, owner)).json()
    url = f"/api/v1/developer/keys/{first['id']}/rotate"

    second = (await platform.client.post(url, json={}, headers=bearer(owner))).json()
    assert (await call(platform, first["secret"])).status_code == 200
    assert (await call(platform, second["secret"])).status_code == 200
    third = await platform.client.post(url, json={"overlap_hours": 0}, headers=bearer(owner))
    await spread(platform)

    assert (await call(platform, first["secret"])).status_code == 401
    assert (await call(platform, second["secret"])).status_code == 401
    assert (await call(platform, third.json()["secret"])).status_code == 200


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"scopes": ["orders:fly"]}, 422, "unknown_scope"),
        ({"scopes": ["auth:write"]}, 422, "unknown_scope"),
        ({"scopes": ["orders:read_any"]}, 403, "scope_not_yours"),
        ({"scopes": []}, 422, "invalid_request"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, 422, "expiry_passed"),
        ({"name": " "}, 422, "invalid_request"),
    ],
)
async def test_a_key_cannot_be_made_for_what_is_not_there_or_not_the_owners(
    platform: Platform, fields: dict[str, Any], status: int, code: str
) -> None:
    refused = await make(platform, new_id(), **fields)
    assert (refused.status_code, refused.json()["code"]) == (status, code)


async def test_a_key_makes_no_keys_and_guessing_is_limited(
    start: Start, upstream: str, sessions: Any
) -> None:
    platform = await start(order_service_url=upstream, rate_limit_address_per_minute=5)
    platform.app.state.clients.use(UserClient, httpx.ASGITransport(token_service()))
    made = (await make(platform, new_id())).json()
    headers = {"Authorization": f"Bearer {made['secret']}"}

    refused = await platform.client.get("/api/v1/developer/keys", headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "insufficient_scope")
    guesses = [await call(platform, f"lapa_guess-{number}") for number in range(6)]

    assert guesses[-1].status_code == 429
    assert (await call(platform, made["secret"])).status_code == 200
