"""Who used which right: recorded with the call, or the attempt, without anybody thinking of it."""

from typing import Any

import pytest
from toy import settings

from lapa_kit.audit import seal_context
from lapa_kit.ids import new_id
from lapa_kit.principals import Principal, UnrecordedUse
from lapa_kit.seal import Sealer
from lapa_kit.testing.identity import bearer

DEAD = "/api/v1/operations/dead-events"
NOTES = "/api/v1/notes"


async def records(audited: Any) -> list[dict[str, Any]]:
    return [one.payload for one in await audited()]


async def test_the_use_of_a_right_is_recorded_with_the_call(client: Any, audited: Any) -> None:
    admin, headers = new_id(), {"X-Request-Id": "trace-me"}
    await client.get(DEAD, headers=bearer(admin, "admin") | headers)

    [record] = await records(audited)
    assert record["actor_id"] == str(admin)
    assert (record["action"], record["route"]) == (f"GET {DEAD}", f"GET {DEAD}")
    assert (record["outcome"], record["permissions"]) == ("done", ["operations:manage"])
    assert (record["service"], record["request_id"]) == ("toy-service", "trace-me")


async def test_what_is_everybodys_or_came_to_nothing_is_not(client: Any, audited: Any) -> None:
    await client.post(NOTES, json={"text": "mine"}, headers=bearer(new_id(), "admin"))
    failed = await client.post(f"{DEAD}/{new_id()}/replay", headers=bearer(new_id(), "admin"))
    assert failed.status_code == 404
    assert await records(audited) == []


async def test_a_refused_attempt_is_recorded_as_such_but_fills_no_log(
    client: Any, audited: Any
) -> None:
    somebody, event_id = new_id(), new_id()
    for _ in range(30):
        response = await client.post(f"{DEAD}/{event_id}/replay", headers=bearer(somebody))
        assert (response.status_code, response.json()["code"]) == (403, "permission_denied")

    attempts = await records(audited)
    assert 20 <= len(attempts) < 30
    assert attempts[0]["outcome"] == "refused"
    assert attempts[0]["action"] == f"POST {DEAD}/{{event_id}}/replay"
    assert attempts[0]["subjects"] == {"event_id": str(event_id)}
    assert attempts[0]["subject_id"] == str(event_id)


async def test_every_look_with_anothers_eyes_is_in_that_persons_file(
    client: Any, audited: Any
) -> None:
    supporter, person = new_id(), new_id()
    looking = bearer(person, actor_id=supporter)
    await client.get(NOTES, headers=looking)
    await client.get(f"{NOTES}/limited", headers=looking)
    await client.post(NOTES, json={"text": "in his name"}, headers=looking)

    looks = await records(audited)
    assert [(one["outcome"], one["action"]) for one in looks] == [
        ("viewed", f"GET {NOTES}"),
        ("viewed", f"GET {NOTES}/limited"),
        ("refused", f"POST {NOTES}"),
    ]
    assert {(one["actor_id"], one["subject_id"]) for one in looks} == {
        (str(supporter), str(person))
    }


def test_a_right_is_not_to_be_used_where_nothing_records_it() -> None:
    admin = Principal(new_id(), new_id(), frozenset({"admin"}), frozenset({"operations:manage"}))
    with pytest.raises(UnrecordedUse, match="operations:manage"):
        admin.require("operations:manage")
    assert admin.may("something:else") is False
    assert admin.used == set()


def test_a_reason_opens_for_its_own_record_alone() -> None:
    record_id = new_id()
    sealer = Sealer.of(settings)
    sealed = sealer.seal_text("joined the team", context=seal_context(record_id))
    assert sealer.open_text(sealed, context=seal_context(record_id)) == "joined the team"
