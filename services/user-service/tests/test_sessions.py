"""Staying signed in, and being signed out."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from factories import log_in, refresh, register

from lapa_kit.realtime import TICKET_PROTOCOL


async def test_a_refresh_gives_the_next_token(client: Any) -> None:
    someone = await register(client)

    first = await refresh(client, someone.refresh_token)
    second = await refresh(client, first.json()["refresh_token"])

    assert (first.status_code, second.status_code) == (200, 200)
    tokens = {someone.refresh_token, first.json()["refresh_token"], second.json()["refresh_token"]}
    assert len(tokens) == 3


async def test_a_used_token_again_ends_the_family_within_the_same_second(
    client: Any, published: Any
) -> None:
    someone = await register(client)
    newest = (await refresh(client, someone.refresh_token)).json()["refresh_token"]

    replayed = await refresh(client, someone.refresh_token)

    assert replayed.status_code == 401
    assert replayed.json()["code"] == "token_reused"
    assert (await refresh(client, newest)).status_code == 401
    assert "session.revoked.v1" in await published()


@pytest.mark.parametrize("token", ["", "nonsense", "é" * 100])
async def test_a_token_that_was_never_given_is_refused(client: Any, token: str) -> None:
    response = await refresh(client, token)
    assert response.status_code == 401
    assert response.json()["code"] == "invalid_refresh_token"


@pytest.mark.committed
async def test_ten_tabs_that_refresh_at_once_all_stay_signed_in(server: str) -> None:
    async with httpx.AsyncClient(base_url=server) as client:
        someone = await register(client)

        answers = await asyncio.gather(*(refresh(client, someone.refresh_token) for _ in range(10)))

        assert [answer.status_code for answer in answers] == [200] * 10
        tokens = {answer.json()["refresh_token"] for answer in answers}
        assert len(tokens) == 1, "all tabs go on with the same successor"
        assert (await refresh(client, tokens.pop())).status_code == 200
        assert (await refresh(client, someone.refresh_token)).json()["code"] == "token_reused"


async def code_in_a_while(client: httpx.AsyncClient, headers: dict[str, str]) -> str | None:
    """The code with which these headers are refused, within five seconds."""
    for _ in range(50):
        answer = await client.get("/api/v1/users/profile", headers=headers)
        if answer.status_code == 401:
            return answer.json()["code"]
        await asyncio.sleep(0.1)
    return None


@pytest.mark.committed
async def test_a_client_who_becomes_a_walker_refreshes_his_stale_token(server: str) -> None:
    async with httpx.AsyncClient(base_url=server) as client:
        someone = await register(client)

        became = await client.put("/api/v1/walkers/me", json={}, headers=someone.headers)

        assert became.status_code == 200
        assert await code_in_a_while(client, someone.headers) == "token_stale"
        newer = (await refresh(client, someone.refresh_token)).json()
        headers = {"Authorization": f"Bearer {newer['access_token']}"}
        profile = await client.get("/api/v1/users/profile", headers=headers)
        assert profile.json()["roles"] == ["client", "walker"]


@pytest.mark.committed
async def test_a_revoked_session_stops_working_within_seconds(server: str) -> None:
    async with httpx.AsyncClient(base_url=server) as client:
        someone = await register(client)
        other = (await log_in(client, someone.email)).json()
        headers = {"Authorization": f"Bearer {other['access_token']}"}
        sessions = await client.get("/api/v1/auth/sessions", headers=headers)
        theirs = next(one for one in sessions.json()["items"] if not one["is_current"])

        ended = await client.delete(f"/api/v1/auth/sessions/{theirs['id']}", headers=headers)

        assert ended.status_code == 204
        assert await code_in_a_while(client, someone.headers) == "token_revoked"
        assert (await client.get("/api/v1/users/profile", headers=headers)).status_code == 200
        assert (await refresh(client, someone.refresh_token)).status_code == 401


async def test_sessions_are_listed_and_another_ones_does_not_exist(client: Any) -> None:
    someone, stranger = await register(client), await register(client)
    await log_in(client, someone.email)

    listed = await client.get("/api/v1/auth/sessions", headers=someone.headers)
    items = listed.json()["items"]

    assert sorted(item["is_current"] for item in items) == [False, True]
    path = f"/api/v1/auth/sessions/{items[0]['id']}"
    assert (await client.delete(path, headers=stranger.headers)).status_code == 404


async def test_logout_ends_this_device_and_logout_all_every_one(client: Any) -> None:
    someone = await register(client)
    second = (await log_in(client, someone.email)).json()
    third = (await log_in(client, someone.email)).json()
    headers = {"Authorization": f"Bearer {second['access_token']}"}

    assert (await client.post("/api/v1/auth/logout", headers=headers)).status_code == 204
    assert (await refresh(client, second["refresh_token"])).status_code == 401
    kept = await refresh(client, third["refresh_token"])
    assert kept.status_code == 200

    out = await client.post("/api/v1/auth/logout-all", headers=someone.headers)
    assert out.status_code == 204
    assert (await refresh(client, kept.json()["refresh_token"])).status_code == 401
    assert (await refresh(client, someone.refresh_token)).status_code == 401


async def test_a_ticket_carries_who_asked_and_from_where(client: Any, app: Any) -> None:
    someone = await register(client)
    headers = {**someone.headers, "Origin": "https://lapa.example"}

    response = await client.post("/api/v1/auth/ws-ticket", headers=headers)

    assert response.status_code == 200, response.text
    assert response.json()["expires_in"] == 30
    stored = json.loads(await app.state.redis.get(f"lapa:ws-ticket:{response.json()['ticket']}"))
    assert stored["user_id"] == str(someone.id)
    assert stored["origin"] == "https://lapa.example"
    assert stored["roles"] == ["client"]
    assert TICKET_PROTOCOL == "lapa.ticket."
