"""From documents handed in to a walker who is found."""

from datetime import timedelta
from typing import Any

import pytest
from factories import Someone, admin, put_media, register

from lapa_kit import clock
from lapa_kit.ids import new_id


async def hand_in(client: Any, someone: Someone, kind: str = "id_card") -> Any:
    body = {"document_type": kind, "media_ids": [str(new_id())]}
    return await client.post("/api/v1/users/verify-documents", json=body, headers=someone.headers)


async def decide(client: Any, case_id: str, what: str, **body: Any) -> Any:
    path = f"/api/v1/users/verifications/{case_id}/{what}"
    return await client.post(path, json=body, headers=admin())


async def standing(client: Any, someone: Someone) -> tuple[str, str]:
    response = await client.get("/api/v1/users/verification", headers=someone.headers)
    return response.json()["status"], response.json()["stage"]


async def test_a_walker_is_approved_for_a_year(
    client: Any, outbox: Any, stand_in: Any, at: Any
) -> None:
    claims = put_media(stand_in)
    someone = await register(client, "walker")
    assert await standing(client, someone) == ("none", "draft")

    handed_in = await hand_in(client, someone)
    assert handed_in.status_code == 202, handed_in.text
    assert await standing(client, someone) == ("pending", "submitted")
    queue = await client.get("/api/v1/users/verifications?status=pending", headers=admin())
    (case,) = queue.json()["items"]
    assert case["user_id"] == str(someone.id)
    approved = await client.post(
        f"/api/v1/users/verifications/{case['id']}/approve", headers=admin()
    )

    assert approved.json()["status"] == "approved"
    assert await standing(client, someone) == ("approved", "decided")
    assert claims[0]["context"]["type"] == "verification"
    said = [one for one in await outbox() if one.type.startswith(("verif", "walker"))]
    assert [one.type for one in said] == [
        "walker.changed.v1",
        "verification.submitted.v1",
        "walker.changed.v1",
        "verification.decided.v1",
        "walker.changed.v1",
    ]
    assert said[3].payload["purge_at"] is not None
    assert said[4].payload["verification"] == "approved"
    assert [one.payload["version"] for one in said if "version" in one.payload] == [1, 2, 3]
    at(clock.now() + timedelta(days=366))
    assert await standing(client, someone) == ("expired", "decided")


async def test_a_rejection_says_why_and_leaves_another_try(client: Any, stand_in: Any) -> None:
    put_media(stand_in)
    someone = await register(client, "walker")
    case_id = (await hand_in(client, someone)).json()["id"]

    without = await decide(client, case_id, "reject")
    rejected = await decide(client, case_id, "reject", reason="The photo is blurred.")
    mine = await client.get("/api/v1/users/verification", headers=someone.headers)
    again = await hand_in(client, someone)

    assert (without.status_code, rejected.status_code) == (422, 200)
    assert (mine.json()["status"], mine.json()["reason"]) == ("rejected", "The photo is blurred.")
    assert again.json()["id"] != case_id
    assert await standing(client, someone) == ("pending", "submitted")


async def test_the_walker_sees_each_step(client: Any, stand_in: Any) -> None:
    put_media(stand_in)
    someone = await register(client, "walker")
    case_id = (await hand_in(client, someone)).json()["id"]

    await decide(client, case_id, "review")
    assert await standing(client, someone) == ("pending", "in_review")
    await decide(client, case_id, "request-info", reason="A selfie, please.")
    assert await standing(client, someone) == ("pending", "needs_info")
    more = await hand_in(client, someone, "selfie")
    assert more.json()["id"] == case_id
    assert [one["document_type"] for one in more.json()["documents"]] == ["id_card", "selfie"]
    assert await standing(client, someone) == ("pending", "submitted")


@pytest.mark.parametrize("what", ["approve", "reject", "review", "request-info"])
async def test_what_is_decided_stays_decided(client: Any, stand_in: Any, what: str) -> None:
    put_media(stand_in)
    someone = await register(client, "walker")
    case_id = (await hand_in(client, someone)).json()["id"]
    await decide(client, case_id, "approve")

    response = await decide(client, case_id, what, reason="No.")

    assert (response.status_code, response.json()["code"]) == (409, "invalid_transition")
    assert await standing(client, someone) == ("approved", "decided")


async def test_a_rejected_renewal_does_not_end_an_approval_that_holds(
    client: Any, stand_in: Any
) -> None:
    put_media(stand_in)
    someone = await register(client, "walker")
    await decide(client, (await hand_in(client, someone)).json()["id"], "approve")
    renewal = (await hand_in(client, someone)).json()["id"]
    assert await standing(client, someone) == ("approved", "submitted")
    await decide(client, renewal, "reject", reason="Not you.")
    assert await standing(client, someone) == ("approved", "decided")


async def test_documents_that_are_not_his_are_refused(
    client: Any, stand_in: Any, published: Any
) -> None:
    put_media(stand_in, refuse=True)
    someone = await register(client, "walker")
    response = await hand_in(client, someone)
    assert (response.status_code, response.json()["code"]) == (422, "media_not_usable")
    assert "verification.submitted.v1" not in await published()


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"document_type": "passport", "media_ids": []},
        {"document_type": "library_card", "media_ids": [str(new_id())]},
        {"document_type": "passport", "media_ids": ["1"]},
    ],
)
async def test_incomplete_documents_are_refused(client: Any, body: dict[str, Any]) -> None:
    someone = await register(client, "walker")
    response = await client.post(
        "/api/v1/users/verify-documents", json=body, headers=someone.headers
    )
    assert response.status_code == 422


async def test_only_reviewers_decide_and_never_on_themselves(
    client: Any, stand_in: Any, as_user: Any
) -> None:
    put_media(stand_in)
    someone = await register(client, "walker")
    case_id = (await hand_in(client, someone)).json()["id"]
    path = f"/api/v1/users/verifications/{case_id}/approve"

    own = await client.post(path, headers=as_user(someone.id, "walker", "admin"))

    assert (own.status_code, own.json()["code"]) == (409, "own_verification")
    for role in ("client", "walker", "moderator", "finance"):
        assert (await client.post(path, headers=as_user(new_id(), role))).status_code == 403
    assert (await client.post(path, headers=as_user(new_id(), "support"))).status_code == 200
    unknown = await decide(client, str(new_id()), "approve")
    assert unknown.status_code == 404
