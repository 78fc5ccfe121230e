"""From documents handed in to a walker who is found."""

from datetime import timedelta
from typing import Any

import pytest
from factories import ADMIN_ID, Someone, admin, put_media, register, take_quiz

from app.config import settings
from app.services import quizzes, requirements, reviewing, verifications
from lapa_contracts.user import DocumentType
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.jobs import enqueue


async def hand_in(client: Any, someone: Someone, kind: str = "id_card") -> Any:
    body = {"document_type": kind, "media_ids": [str(new_id())]}
    return await client.post("/api/v1/users/verify-documents", json=body, headers=someone.headers)


async def decide(
    client: Any, case_id: str, what: str, headers: dict[str, str] | None = None, **body: Any
) -> Any:
    path = f"/api/v1/users/verifications/{case_id}/{what}"
    return await client.post(path, json=body, headers=headers or admin())


async def approved_walker(client: Any, stand_in: Any) -> tuple[Someone, str]:
    put_media(stand_in)
    someone = await register(client, "walker")
    case_id = (await hand_in(client, someone)).json()["id"]
    assert (await decide(client, case_id, "approve")).status_code == 200
    return someone, case_id


def demand(monkeypatch: Any, **changes: Any) -> None:
    """The operator's settings, for this test."""
    changed = settings.model_copy(update=changes)
    for module in (requirements, verifications, reviewing, quizzes):
        monkeypatch.setattr(module, "settings", changed)


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
    assert (case["user_id"], case["full_name"]) == (str(someone.id), "Aino Virtanen")
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


async def test_the_walker_sees_each_step_and_its_reason_and_each_is_audited(
    client: Any, stand_in: Any, published: Any, audited: Any, deliver: Any
) -> None:
    put_media(stand_in)
    someone = await register(client, "walker")
    case_id = (await hand_in(client, someone)).json()["id"]

    await decide(client, case_id, "review")
    assert await standing(client, someone) == ("pending", "in_review")
    asked = await decide(
        client, case_id, "request-info", reason="Your face, please.", missing=["selfie"]
    )
    assert asked.json()["asked_for"] == ["selfie"]
    wrong = await hand_in(client, someone, "certificate")
    assert (wrong.status_code, wrong.json()["stage"]) == (202, "needs_info")
    seen = (await client.get("/api/v1/users/verification", headers=someone.headers)).json()
    assert (seen["stage"], seen["reason"]) == ("needs_info", "Your face, please.")
    assert [one["any_of"] for one in seen["missing"]] == [["selfie"]]
    more = await hand_in(client, someone, "selfie")
    assert more.json()["id"] == case_id
    assert await standing(client, someone) == ("pending", "submitted")

    await decide(client, case_id, "approve", reason="Welcome.")
    await decide(client, case_id, "suspend", reason="A complaint.", reason_code="complaint")
    seen = (await client.get("/api/v1/users/verification", headers=someone.headers)).json()
    assert (seen["status"], seen["stage"], seen["reason"]) == (
        "pending",
        "suspended",
        "A complaint.",
    )
    refused = await hand_in(client, someone)
    assert (refused.status_code, refused.json()["code"]) == (409, "verification_is_suspended")
    await decide(client, case_id, "reinstate", reason="It was another walker.")

    mine = (await client.get("/api/v1/users/verification", headers=someone.headers)).json()
    assert (mine["status"], mine["stage"]) == ("approved", "decided")
    states = [
        "submitted",
        "in_review",
        "needs_info",
        "submitted",
        "approved",
        "suspended",
        "approved",
    ]
    assert [step["state"] for step in mine["steps"]] == states
    assert "actor_id" not in mine["steps"][1]
    case = (await client.get(f"/api/v1/users/verifications/{case_id}", headers=admin())).json()
    assert case["steps"][1]["actor_id"] == str(ADMIN_ID)
    moved = [one for one in await published() if one == "verification.moved.v1"]
    assert len(moved) == 4, "picked up, asked, suspended, reinstated; the rest is said by others"
    for envelope in await audited():
        await deliver(envelope)
    query = {"subject_id": str(someone.id), "limit": 50}
    audit = await client.get("/api/v1/users/audit", params=query, headers=admin())
    changed = [one for one in reversed(audit.json()["items"]) if one["after"].get("state")]
    assert [one["after"]["state"] for one in changed] == states
    assert [one["before"]["state"] for one in changed][1:] == states[:-1]
    by_staff = [one for one in changed if one["actor_id"] == str(ADMIN_ID)]
    assert {tuple(one["permissions"]) for one in by_staff} == {("verifications:review",)}


async def test_a_reviewer_who_picked_a_case_up_keeps_others_off_for_a_while(
    client: Any, stand_in: Any, as_user: Any, at: Any
) -> None:
    put_media(stand_in)
    someone = await register(client, "walker")
    case_id = (await hand_in(client, someone)).json()["id"]
    await decide(client, case_id, "review")
    other = as_user(new_id(), "support")

    for what in ("review", "request-info", "approve", "reject"):
        answer = await decide(client, case_id, what, other, reason="Mine.")
        assert (answer.status_code, answer.json()["code"]) == (409, "review_taken")
    meanwhile = await hand_in(client, someone, "selfie")
    assert (meanwhile.status_code, meanwhile.json()["code"]) == (409, "invalid_transition")
    at(clock.now() + timedelta(hours=3))
    assert (await decide(client, case_id, "approve", other)).status_code == 200


async def test_where_two_must_agree_the_second_is_another_person(
    client: Any, stand_in: Any, as_user: Any, monkeypatch: Any
) -> None:
    demand(monkeypatch, second_reviewer_required=True)
    put_media(stand_in)
    someone = await register(client, "walker")
    case_id = (await hand_in(client, someone)).json()["id"]

    first = await decide(client, case_id, "approve")
    again = await decide(client, case_id, "approve")
    between = await standing(client, someone)
    second = await decide(client, case_id, "approve", as_user(new_id(), "support"))

    assert (first.status_code, first.json()["stage"]) == (200, "in_review")
    assert (again.status_code, again.json()["code"]) == (409, "second_reviewer_needed")
    assert between == ("pending", "in_review")
    assert second.json()["status"] == "approved"
    assert await standing(client, someone) == ("approved", "decided")


async def test_nothing_is_submitted_while_something_is_missing(
    client: Any, stand_in: Any, monkeypatch: Any, published: Any
) -> None:
    identity = frozenset({DocumentType.PASSPORT, DocumentType.ID_CARD})
    wanted = [identity, frozenset({DocumentType.SELFIE})]
    demand(monkeypatch, verification_documents=wanted, quiz_required=True)
    put_media(stand_in)
    someone = await register(client, "walker")

    async def missing() -> list[str]:
        seen = await client.get("/api/v1/users/verification", headers=someone.headers)
        return [one["what"] for one in seen.json()["missing"]]

    assert await missing() == ["document", "document", "quiz"]
    first = await hand_in(client, someone, "passport")
    assert (first.json()["stage"], await missing()) == ("draft", ["document", "quiz"])
    await hand_in(client, someone, "selfie")
    assert (await standing(client, someone), await missing()) == (("none", "draft"), ["quiz"])
    queue = await client.get("/api/v1/users/verifications?status=pending", headers=admin())
    assert queue.json()["items"] == []
    assert "verification.submitted.v1" not in await published()

    await take_quiz(client, someone)

    assert await standing(client, someone) == ("pending", "submitted")
    assert await missing() == []


async def test_an_approval_ends_by_itself_after_three_reminders(
    client: Any, stand_in: Any, at: Any, run_jobs: Any, outbox: Any
) -> None:
    someone, _ = await approved_walker(client, stand_in)
    ends = clock.now() + timedelta(days=365)
    for days_left in (30, 7, 1, 0):
        at(ends - timedelta(days=days_left))
        await run_jobs()
        await run_jobs()

    said = [one for one in await outbox() if one.type == "verification.expiring.v1"]
    assert [one.payload["days_left"] for one in said] == [30, 7, 1, 0]
    assert await standing(client, someone) == ("expired", "decided")
    told = [one for one in await outbox() if one.type == "walker.changed.v1"]
    assert told[-1].payload["verification"] == "expired"
    seen = await client.get("/api/v1/users/verification", headers=someone.headers)
    assert seen.json()["steps"][-1]["state"] == "expired"
    assert (await hand_in(client, someone)).json()["stage"] == "submitted"


async def test_a_renewal_moves_the_end_and_takes_the_old_approvals_place(
    client: Any, stand_in: Any, at: Any, run_jobs: Any, published: Any
) -> None:
    someone, first = await approved_walker(client, stand_in)
    at(clock.now() + timedelta(days=300))
    renewal = (await hand_in(client, someone)).json()["id"]
    await decide(client, renewal, "approve")
    at(clock.now() + timedelta(days=90))
    await run_jobs()

    assert "verification.expiring.v1" not in await published()
    assert await standing(client, someone) == ("approved", "decided")
    old = await client.get(f"/api/v1/users/verifications/{first}", headers=admin())
    assert old.json()["status"] == "expired"


async def test_what_nobody_comes_back_to_is_over_and_its_documents_go(
    client: Any, session: Any, stand_in: Any, at: Any, run_jobs: Any, outbox: Any
) -> None:
    put_media(stand_in)
    someone = await register(client, "walker")
    case_id = (await hand_in(client, someone)).json()["id"]
    await decide(client, case_id, "request-info", reason="A selfie, please.")
    at(clock.now() + timedelta(days=61))
    await enqueue(session, "end_abandoned_verifications", {})
    await session.commit()
    await run_jobs()

    assert await standing(client, someone) == ("rejected", "decided")
    decided = [one for one in await outbox() if one.type == "verification.decided.v1"]
    assert decided[-1].payload["reason_code"] == "abandoned"
    assert decided[-1].payload["purge_at"] is not None


async def test_a_file_serves_once(client: Any, stand_in: Any) -> None:
    put_media(stand_in)
    someone = await register(client, "walker")
    body = {"document_type": "id_card", "media_ids": [str(new_id())]}
    path = "/api/v1/users/verify-documents"
    first = await client.post(path, json=body, headers=someone.headers)
    await decide(client, first.json()["id"], "reject", reason="Blurred.")

    again = await client.post(path, json=body, headers=someone.headers)

    assert (again.status_code, again.json()["code"]) == (422, "document_used_before")


@pytest.mark.parametrize("what", ["approve", "reject", "review", "request-info", "reinstate"])
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
