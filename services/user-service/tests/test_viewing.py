"""Support looks with a person's eyes: for a reason, for minutes, and only looks."""

from typing import Any

from factories import Someone, admin, register

from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer

URL = "/api/v1/auth/view-as"
REASON = "cannot find the invoice"
SUPPORTER = new_id()


async def view(client: Any, someone: Someone, **changes: Any) -> Any:
    body = {"user_id": str(someone.id), "reason": REASON, **changes}
    return await client.post(URL, json=body, headers=bearer(SUPPORTER, "support"))


async def test_support_sees_what_the_person_sees_and_changes_nothing(
    client: Any, app: Any, run_jobs: Any, audited: Any
) -> None:
    someone = await register(client)
    opened = (await view(client, someone)).json()
    eyes = {"Authorization": f"Bearer {opened['access_token']}"}

    profile = await client.get("/api/v1/users/profile", headers=eyes)
    assert profile.json()["email"] == someone.email
    told = profile.json()["view_as"]
    assert (told["viewer_id"], told["view_id"]) == (str(SUPPORTER), opened["view_id"])
    assert told["reason"] == REASON
    own = await client.get("/api/v1/users/profile", headers=someone.headers)
    assert own.json()["view_as"] is None
    for method, path in (
        ("PATCH", "users/profile"),
        ("POST", "auth/logout-all"),
        ("POST", "auth/ws-ticket"),
    ):
        refused = await client.request(method, f"/api/v1/{path}", json={}, headers=eyes)
        assert (refused.status_code, refused.json()["code"]) == (403, "view_only")
    looks = [one.payload for one in await audited()]
    assert [(one["outcome"], one["action"]) for one in looks][:2] == [
        ("done", "view_started"),
        ("viewed", "GET /api/v1/users/profile"),
    ]
    assert {(one["actor_id"], one["subject_id"]) for one in looks} == {
        (str(SUPPORTER), str(someone.id))
    }

    url = f"{URL}/{opened['view_id']}"
    another = await client.delete(url, headers=bearer(new_id(), "support"))
    assert (another.status_code, another.json()["code"]) == (404, "view_not_found")
    assert (await client.delete(url, headers=bearer(SUPPORTER, "support"))).status_code == 204
    await run_jobs()
    await app.state.authenticator.revocations.refresh(app.state.redis)
    ended = await client.get("/api/v1/users/profile", headers=eyes)
    assert (ended.status_code, ended.json()["code"]) == (401, "token_revoked")
    assert (await client.delete(url, headers=bearer(SUPPORTER, "support"))).status_code == 404


async def test_nobody_looks_with_the_eyes_of_the_privileged_nor_without_a_reason(
    client: Any,
) -> None:
    someone = await register(client)
    assert (await view(client, someone, reason="?")).status_code == 422
    assert (await view(client, someone, user_id=str(new_id()))).status_code == 404
    body = {"user_id": str(someone.id), "reason": REASON}
    refused = await client.post(URL, json=body, headers=someone.headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_denied")

    roles = {"roles": ["client", "finance"]}
    await client.patch(f"/api/v1/users/{someone.id}", json=roles, headers=admin())
    privileged = await view(client, someone)
    assert (privileged.status_code, privileged.json()["code"]) == (403, "privileged_account")
