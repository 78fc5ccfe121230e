"""Money moved by hand takes two people; too many top-ups and too much in a day are stopped."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from factories import EUR, balance_of, faults, give, money_of

from app.models.ledger import platform
from app.services import limits
from lapa_kit import clock
from lapa_kit.ids import new_id

URL = "/api/v1/ledger/adjustments"
TOPUPS = "/api/v1/wallets/me/topups"
PAID = {"amount": 1000, "currency": EUR, "provider": "sandbox", "payment_token": "tok_success"}


async def test_money_moves_by_hand_only_when_another_person_agrees(
    client: Any, session: Any, sessions: Any, as_user: Any, audited: Any
) -> None:
    anna = new_id()
    await give(session, anna, 500)
    first, second = as_user(new_id(), "finance"), as_user(new_id(), "admin")
    body = {"user_id": str(anna), "amount": 250, "currency": EUR, "reason": "lost in a storm"}
    made = (await client.post(URL, json=body, headers=first)).json()
    approve = f"{URL}/{made['id']}/approve"

    assert made["status"] == "proposed"
    assert (await client.post(approve, headers=first)).json()["code"] == "second_person_needed"
    own = as_user(anna, "admin")
    assert (await client.post(approve, headers=own)).json()["code"] == "second_person_needed"
    assert await money_of(sessions, anna) == (500, 0)
    assert (await client.post(approve, headers=second)).json()["status"] == "posted"
    assert (await client.post(approve, headers=second)).json()["code"] == "adjustment_decided"

    assert await money_of(sessions, anna) == (750, 0)
    assert await balance_of(sessions, platform("adjustments", EUR)) == -250
    too_much = (await client.post(URL, json={**body, "amount": -751}, headers=first)).json()
    refused = await client.post(f"{URL}/{too_much['id']}/approve", headers=second)
    assert (refused.status_code, refused.json()["code"]) == (402, "insufficient_funds")
    rejected = await client.post(f"{URL}/{too_much['id']}/reject", headers=second)
    assert rejected.json()["status"] == "rejected"
    assert await faults(sessions) == []
    steps = [one.payload for one in await audited()]
    assert [
        (one["action"], one["before"].get("state"), one["after"]["state"]) for one in steps
    ] == [
        ("adjustment_proposed", None, "proposed"),
        ("adjustment_approved", "proposed", "posted"),
        ("adjustment_proposed", None, "proposed"),
        ("adjustment_rejected", "proposed", "rejected"),
    ]
    assert {one["subject_id"] for one in steps} == {str(anna)}
    assert all(one["reason_sealed"] for one in steps)


@pytest.mark.parametrize(
    ("role", "changes", "status"),
    [
        ("support", {}, 403),
        ("finance", {"amount": 0}, 422),
        ("finance", {"reason": " "}, 422),
        ("finance", {"currency": "RUB"}, 422),
        ("finance", {"user_id": str(new_id())}, 404),
    ],
)
async def test_an_adjustment_that_cannot_be_is_not_even_proposed(
    client: Any, session: Any, as_user: Any, role: str, changes: Any, status: int
) -> None:
    anna = new_id()
    await give(session, anna, 500)
    body = {"user_id": str(anna), "amount": 250, "currency": EUR, "reason": "a mistake of ours"}
    answer = await client.post(URL, json={**body, **changes}, headers=as_user(new_id(), role))
    assert answer.status_code == status
    listed = await client.get(URL, headers=as_user(new_id(), "finance"))
    assert listed.json()["items"] == []


@pytest.mark.committed
async def test_the_sixth_topup_in_an_hour_is_held_until_somebody_has_looked(
    client: Any, sessions: Any, as_user: Any, at: Any
) -> None:
    anna = new_id()
    made = await asyncio.gather(
        *(client.post(TOPUPS, json=PAID, headers=as_user(anna)) for _ in range(6))
    )
    [held] = [one.json()["id"] for one in made if one.json()["held_for_review"]]
    assert await money_of(sessions, anna) == (5000, 1000)

    bookkeeper = as_user(new_id(), "finance")
    listed = (await client.get("/api/v1/ledger/held-topups", headers=bookkeeper)).json()
    assert [one["id"] for one in listed["items"]] == [held]
    url = f"/api/v1/ledger/held-topups/{held}/release"
    assert (await client.post(url, headers=as_user(anna))).status_code == 403
    assert (await client.post(url, headers=bookkeeper)).json()["held_for_review"] is False
    assert (await client.post(url, headers=bookkeeper)).json()["code"] == "nothing_to_review"
    assert await money_of(sessions, anna) == (6000, 0)

    at(clock.now() + timedelta(minutes=61))
    later = await client.post(TOPUPS, json=PAID, headers=as_user(anna))
    assert later.json()["held_for_review"] is False
    assert await faults(sessions) == []


@pytest.mark.committed
async def test_topups_over_the_limit_of_a_day_are_not_even_charged(
    client: Any, sessions: Any, as_user: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = new_id()
    limited = limits.settings.model_copy(update={"topup_limit_per_day": 3500})
    monkeypatch.setattr(limits, "settings", limited)

    made = await asyncio.gather(
        *(client.post(TOPUPS, json=PAID, headers=as_user(anna)) for _ in range(5))
    )

    assert sorted(one.status_code for one in made) == [201] * 3 + [422] * 2
    assert {one.json()["code"] for one in made if one.status_code == 422} == {"limit_exceeded"}
    assert await money_of(sessions, anna) == (3000, 0)
