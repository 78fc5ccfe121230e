"""A background check: recorded in words, shown in words, over at its end."""

from datetime import timedelta
from typing import Any

import pytest
from factories import admin, register

from lapa_kit import clock
from lapa_kit.ids import new_id

SCOPE = {
    "en": "Identity: yes. Criminal record of the last ten years: nothing found.",
    "ru": "Личность: да. Судимости за десять лет: не найдены.",
}


def report(**changes: Any) -> dict[str, Any]:
    now = clock.now()
    return {
        "provider": "Registry of the city",
        "reference": "A-17",
        "level": "basic",
        "outcome": "passed",
        "scope": SCOPE,
        "checked_at": (now - timedelta(days=3)).isoformat(),
        "expires_at": (now + timedelta(days=90)).isoformat(),
        **changes,
    }


async def record(client: Any, walker_id: Any, **changes: Any) -> Any:
    path = f"/api/v1/users/{walker_id}/background-checks"
    return await client.post(path, json=report(**changes), headers=admin())


async def shown(client: Any, walker_id: Any) -> Any:
    return (await client.get(f"/api/v1/walkers/{walker_id}")).json()["background_check"]


async def test_everybody_reads_what_was_checked_until_it_ends(
    client: Any, outbox: Any, at: Any, run_jobs: Any
) -> None:
    someone = await register(client, "walker")
    assert await shown(client, someone.id) is None

    recorded = await record(client, someone.id)

    assert recorded.status_code == 201, recorded.text
    card = await shown(client, someone.id)
    assert (card["provider"], card["level"], card["scope"]) == (
        "Registry of the city",
        "basic",
        SCOPE,
    )
    assert "reference" not in card
    told = [one for one in await outbox() if one.type == "walker.changed.v1"]
    assert told[-1].payload["checked_until"] == recorded.json()["expires_at"]
    said = [one for one in await outbox() if one.type == "background_check.recorded.v1"]
    assert "Criminal" not in str(said[0].payload)

    now = clock.now()
    for days_left in (30, 7, 1, 0):
        at(now + timedelta(days=90 - days_left, seconds=1))
        await run_jobs()
    said = [one for one in await outbox() if one.type == "verification.expiring.v1"]
    assert [one.payload["days_left"] for one in said] == [30, 7, 1, 0]
    assert await shown(client, someone.id) is None
    told = [one for one in await outbox() if one.type == "walker.changed.v1"]
    assert told[-1].payload["checked_until"] is None


async def test_the_newest_counts_and_a_revoked_one_does_not(client: Any, outbox: Any) -> None:
    someone = await register(client, "walker")
    first = (await record(client, someone.id)).json()
    failed = (await record(client, someone.id, level="enhanced", outcome="failed")).json()
    assert await shown(client, someone.id) is None

    path = f"/api/v1/users/background-checks/{failed['id']}/revoke"
    revoked = await client.post(path, json={"reason": "Another person."}, headers=admin())
    twice = await client.post(path, json={"reason": "Another person."}, headers=admin())

    assert revoked.status_code == 200
    assert (twice.status_code, twice.json()["code"]) == (409, "check_revoked")
    assert (await shown(client, someone.id))["checked_at"] == first["checked_at"]
    page = await client.get(f"/api/v1/users/{someone.id}/background-checks", headers=admin())
    assert [(one["id"], one["holds"]) for one in page.json()["items"]] == [
        (failed["id"], False),
        (first["id"], True),
    ]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"scope": {}}, "invalid_request"),
        ({"scope": {"en": "ok"}}, "invalid_request"),
        ({"scope": {"english": "Identity and criminal record."}}, "invalid_request"),
        ({"level": "gold"}, "invalid_request"),
        ({"checked_at": "2020-01-01"}, "invalid_request"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, "check_in_the_future"),
        ({"checked_at": "2099-01-01T00:00:00Z"}, "check_in_the_future"),
    ],
)
async def test_a_check_without_words_or_out_of_time_is_refused(
    client: Any, published: Any, changes: dict[str, Any], code: str
) -> None:
    someone = await register(client, "walker")
    before = await published()
    response = await record(client, someone.id, **changes)
    assert (response.status_code, response.json()["code"]) == (422, code)
    assert await published() == before


async def test_only_reviewers_record_and_never_of_themselves(client: Any, as_user: Any) -> None:
    someone = await register(client, "walker")
    path = f"/api/v1/users/{someone.id}/background-checks"
    own = await client.post(path, json=report(), headers=as_user(someone.id, "walker", "admin"))
    assert (own.status_code, own.json()["code"]) == (409, "own_verification")
    assert (await client.post(path, json=report(), headers=someone.headers)).status_code == 403
    assert (await client.get(path, headers=someone.headers)).status_code == 403
    assert (await record(client, new_id())).status_code == 404
