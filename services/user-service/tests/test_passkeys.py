"""Passkeys: what a device must have done before it opens an account. The browser's own are in tests/e2e."""

import asyncio
from typing import Any

import httpx
import pytest
from authenticator import PRESENT, VERIFIED, Authenticator
from factories import PASSWORD, Someone, refresh, register
from webauthn.helpers import bytes_to_base64url

from app.models import Passkey, User
from lapa_kit.ids import new_id


async def options_for(client: Any, someone: Someone, password: str = PASSWORD) -> httpx.Response:
    body = {"current_password": password}
    return await client.post("/api/v1/auth/passkeys/options", json=body, headers=someone.headers)


async def add(
    client: Any, someone: Someone, device: Authenticator, **change: Any
) -> httpx.Response:
    options = (await options_for(client, someone)).json()["options"]
    credential = device.create({**options, **change.pop("options", {})}, **change)
    return await keep(client, someone, credential)


async def keep(client: Any, someone: Someone, credential: dict[str, Any]) -> httpx.Response:
    body = {"name": "Aino's phone", "credential": credential}
    return await client.post("/api/v1/auth/passkeys", json=body, headers=someone.headers)


async def remove(client: Any, someone: Someone, path: str, password: str = PASSWORD) -> Any:
    body = {"current_password": password}
    return await client.request("DELETE", path, json=body, headers=someone.headers)


async def challenge(client: Any) -> dict[str, Any]:
    return (await client.post("/api/v1/auth/passkeys/login/options")).json()["options"]


async def enter(client: Any, credential: dict[str, Any]) -> httpx.Response:
    return await client.post("/api/v1/auth/passkeys/login", json={"credential": credential})


async def test_a_passkey_opens_the_account_of_who_registered_it(client: Any) -> None:
    someone, device = await register(client), Authenticator()

    added = await add(client, someone, device)
    entered = await enter(client, device.get(await challenge(client)))

    assert added.status_code == 201, added.text
    assert entered.status_code == 200, entered.text
    assert entered.json()["user"]["id"] == str(someone.id)
    listed = await client.get("/api/v1/auth/passkeys", headers=someone.headers)
    (item,) = listed.json()["items"]
    assert (item["name"], item["last_used_at"] is not None) == ("Aino's phone", True)


async def test_a_challenge_is_good_once_and_for_whom_it_was_made(client: Any) -> None:
    someone, stranger = await register(client), await register(client)
    device = Authenticator()
    options = (await options_for(client, someone)).json()["options"]
    created = device.create(options)

    assert (await keep(client, stranger, created)).json()["code"] == "passkey_not_accepted"
    assert (await keep(client, someone, created)).status_code == 422, "used up by the stranger"
    assert (await add(client, someone, device)).status_code == 201
    asked = await challenge(client)
    answer = device.get(asked)
    answers = [(await enter(client, answer)).status_code for _ in range(2)]
    made_up = device.get({"challenge": bytes_to_base64url(b"x" * 64)})
    for_registering = (await options_for(client, someone)).json()["options"]
    assert answers == [200, 401]
    for credential in (made_up, device.get(for_registering)):
        refused = await enter(client, credential)
        assert (refused.status_code, refused.json()["code"]) == (401, "invalid_passkey")


@pytest.mark.parametrize(
    ("origin", "domain", "flags"),
    [
        ("https://lapa.example.evil.example", "localhost", PRESENT | VERIFIED),
        ("http://localhost:8080", "evil.example", PRESENT | VERIFIED),
        ("http://localhost:8080", "localhost", PRESENT),
        ("http://localhost:8080", "localhost", VERIFIED),
    ],
)
async def test_another_page_or_an_unlocked_device_opens_nothing(
    client: Any, origin: str, domain: str, flags: int
) -> None:
    someone, honest = await register(client), Authenticator()
    await add(client, someone, honest)
    device = Authenticator(origin, domain)
    refused = await add(client, someone, device, flags=flags)
    device.key, device.id = honest.key, honest.id

    entered = await enter(client, device.get(await challenge(client), flags=flags))

    assert (refused.status_code, refused.json()["code"]) == (422, "passkey_not_accepted")
    assert (entered.status_code, entered.json()["code"]) == (401, "invalid_passkey")


async def test_a_copied_device_is_known_by_its_counter(client: Any) -> None:
    someone, device = await register(client), Authenticator()
    await add(client, someone, device)
    for _ in range(3):
        assert (await enter(client, device.get(await challenge(client)))).status_code == 200

    device.count = 1
    assert (await enter(client, device.get(await challenge(client)))).status_code == 401


async def test_another_key_or_a_changed_answer_opens_nothing(client: Any) -> None:
    someone, device, other = await register(client), Authenticator(), Authenticator()
    await add(client, someone, device)
    unknown = await enter(client, other.get(await challenge(client)))
    other.id = device.id
    forged = await enter(client, other.get(await challenge(client)))
    changed = device.get(await challenge(client))
    changed["response"]["userHandle"] = bytes_to_base64url(new_id().bytes)
    handle = await enter(client, changed)
    broken = device.get(await challenge(client))
    broken["response"]["authenticatorData"] = "AAAA"
    cut = await enter(client, broken)
    nonsense = {**broken, "response": {**broken["response"], "clientDataJSON": "e30"}}

    for answer in (unknown, forged, handle, cut, await enter(client, nonsense)):
        assert (answer.status_code, answer.json()["code"]) == (401, "invalid_passkey")
    assert (await enter(client, {**broken, "id": "ä"})).status_code == 422


async def test_passkeys_are_renamed_and_removed_by_their_owner_alone(client: Any) -> None:
    someone, stranger, device = await register(client), await register(client), Authenticator()
    added = (await add(client, someone, device)).json()
    path = f"/api/v1/auth/passkeys/{added['id']}"
    twice = await add(client, stranger, device)
    wrong = await options_for(client, someone, "not the password")

    renamed = await client.patch(path, json={"name": "Old phone"}, headers=someone.headers)
    by_another = await client.patch(path, json={"name": "Mine"}, headers=stranger.headers)
    kept = await remove(client, stranger, path)
    unproved = await remove(client, someone, path, "not the password")
    removed = await remove(client, someone, path)

    assert twice.json()["code"] == "passkey_not_accepted"
    assert (wrong.status_code, wrong.json()["code"]) == (403, "password_required")
    assert (unproved.status_code, unproved.json()["code"]) == (403, "password_required")
    assert renamed.json()["name"] == "Old phone"
    assert (by_another.status_code, kept.status_code, removed.status_code) == (404, 404, 204)
    assert (await enter(client, device.get(await challenge(client)))).status_code == 401


async def test_the_last_way_in_stays(client: Any, session: Any) -> None:
    someone, first, second = await register(client), Authenticator(), Authenticator()
    ids = [(await add(client, someone, device)).json()["id"] for device in (first, second)]
    user = await session.get(User, someone.id)
    user.password_hash = None  # as somebody who came by another door
    await session.commit()
    paths = [f"/api/v1/auth/passkeys/{one}" for one in ids]

    assert (await remove(client, someone, paths[0])).status_code == 204
    last = await remove(client, someone, paths[1])
    assert (last.status_code, last.json()["code"]) == (409, "last_sign_in_method")
    assert await session.get(Passkey, ids[1])


@pytest.mark.committed
async def test_the_same_answer_at_the_same_time_opens_once(server: str) -> None:
    async with httpx.AsyncClient(base_url=server) as client:
        someone, device = await register(client), Authenticator()
        await add(client, someone, device)
        answer = device.get(await challenge(client))
        entered = await asyncio.gather(*(enter(client, answer) for _ in range(5)))
        assert sorted(one.status_code for one in entered) == [200, 401, 401, 401, 401]
        assert (await refresh(client, someone.refresh_token)).status_code == 200
