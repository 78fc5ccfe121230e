"""A suspension may be contested; granting the appeal lifts it."""

from typing import Any

import pytest
from factories import PASSWORD, Someone, admin, log_in, put_media, register

PATH = "/api/v1/users/appeals"
STATEMENT = "It was another account with a name like mine."


async def suspend(client: Any, someone: Someone) -> None:
    path = f"/api/v1/users/{someone.id}"
    response = await client.patch(path, json={"status": "suspended"}, headers=admin())
    assert response.status_code == 200, response.text


async def appeal(client: Any, someone: Someone, password: str = PASSWORD) -> Any:
    body = {"email": someone.email, "password": password, "statement": STATEMENT}
    return await client.post(f"{PATH}/account", json=body)


async def answer(client: Any, appeal_id: str, what: str, headers: dict[str, str]) -> Any:
    path = f"{PATH}/{appeal_id}/{what}"
    return await client.post(path, json={"answer": "We have looked at it."}, headers=headers)


async def test_a_granted_appeal_opens_the_account_again(
    client: Any, published: Any, as_user: Any, audited: Any
) -> None:
    someone = await register(client)
    early = await appeal(client, someone)
    await suspend(client, someone)
    assert (await log_in(client, someone.email)).json()["code"] == "account_suspended"

    made = await appeal(client, someone)
    twice = await appeal(client, someone)

    assert (early.status_code, early.json()["code"]) == (409, "nothing_to_appeal")
    assert (made.status_code, made.json()["status"]) == (201, "open")
    assert (twice.status_code, twice.json()["code"]) == (409, "appeal_is_open")
    queue = await client.get(f"{PATH}/queue?status=open", headers=admin())
    assert [(one["id"], one["statement"]) for one in queue.json()["items"]] == [
        (made.json()["id"], STATEMENT)
    ]
    for headers in (someone.headers, as_user(someone.id, "admin"), as_user(someone.id, "support")):
        refused = await answer(client, made.json()["id"], "grant", headers)
        assert refused.status_code in (401, 403, 409), refused.text
    granted = await answer(client, made.json()["id"], "grant", admin())

    assert (granted.status_code, granted.json()["status"]) == (200, "granted")
    assert (await log_in(client, someone.email)).status_code == 200
    again = await answer(client, made.json()["id"], "refuse", admin())
    assert (again.status_code, again.json()["code"]) == (409, "appeal_answered")
    said = [one for one in await published() if one.startswith(("appeal", "user.rein"))]
    assert said == ["appeal.opened.v1", "user.reinstated.v1", "appeal.answered.v1"]
    done = [one.payload["action"] for one in await audited() if one.payload["before"]]
    assert done == ["rights_changed", "rights_changed", "appeal_granted"]


async def test_a_refused_appeal_says_why_to_who_cannot_sign_in(client: Any) -> None:
    someone = await register(client)
    await suspend(client, someone)
    made = await appeal(client, someone)
    await answer(client, made.json()["id"], "refuse", admin())

    body = {"email": someone.email, "password": PASSWORD}
    seen = (await client.post(f"{PATH}/account/status", json=body)).json()["items"]

    assert [(one["status"], one["answer"]) for one in seen] == [
        ("refused", "We have looked at it.")
    ]
    assert (await log_in(client, someone.email)).status_code == 403


async def test_whose_verification_is_suspended_may_appeal_signed_in(
    client: Any, stand_in: Any, as_user: Any
) -> None:
    put_media(stand_in)
    someone = await register(client, "walker")
    body: dict[str, Any] = {"document_type": "passport", "media_ids": [str(someone.id)]}
    handed_in = await client.post(
        "/api/v1/users/verify-documents", json=body, headers=someone.headers
    )
    case = f"/api/v1/users/verifications/{handed_in.json()['id']}"
    await client.post(f"{case}/approve", headers=admin())
    statement = {"statement": STATEMENT}
    path = f"{PATH}/verification"
    early = await client.post(path, json=statement, headers=someone.headers)
    await client.post(f"{case}/suspend", json={"reason": "A complaint."}, headers=admin())

    made = await client.post(path, json=statement, headers=someone.headers)
    granted = await answer(
        client, made.json()["id"], "grant", as_user(made.json()["id"], "support")
    )

    assert (early.status_code, early.json()["code"]) == (409, "nothing_to_appeal")
    assert (made.status_code, made.json()["against"]) == (201, "verification")
    assert granted.status_code == 200, granted.text
    standing = await client.get("/api/v1/users/verification", headers=someone.headers)
    assert standing.json()["status"] == "approved"
    own = await client.get(PATH, headers=someone.headers)
    assert [one["status"] for one in own.json()["items"]] == ["granted"]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"password": "wrong horse battery"}, 401, "invalid_credentials"),
        ({"email": "nobody@lapa.example"}, 401, "invalid_credentials"),
        ({"statement": "No."}, 422, "invalid_request"),
        ({"statement": "a\x00b" * 10}, 422, "invalid_request"),
    ],
)
async def test_an_appeal_needs_words_and_the_right_person(
    client: Any, changes: dict[str, Any], status: int, code: str
) -> None:
    someone = await register(client)
    await suspend(client, someone)
    body = {"email": someone.email, "password": PASSWORD, "statement": STATEMENT}
    response = await client.post(f"{PATH}/account", json=body | changes)
    assert (response.status_code, response.json()["code"]) == (status, code)
