"""The audit log: whatever any service says of the use of rights, in a chain that nobody can mend unseen."""

import csv
import io
import json
from typing import Any
from uuid import UUID

import pytest
from factories import ADMIN_ID, admin, register
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError

from app.models.audit import AuditRecord
from lapa_contracts.audit import AuditRecorded
from lapa_kit import clock
from lapa_kit.audit import Outcome
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer

URL = "/api/v1/users/audit"


@pytest.fixture
def hear(audited: Any, deliver: Any) -> Any:
    """Let the service hear what it has said of rights itself."""

    async def take() -> None:
        for envelope in await audited():
            await deliver(envelope)

    return take


async def give_role(client: Any, user_id: UUID, role: str, **headers: str) -> None:
    body = {"roles": ["client", role], "reason": "joined the team"}
    await client.patch(f"/api/v1/users/{user_id}", json=body, headers=admin() | headers)


async def look(client: Any, **params: Any) -> list[dict[str, Any]]:
    response = await client.get(URL, params=params, headers=admin())
    assert response.status_code == 200, response.text
    return response.json()["items"]


async def verdict(client: Any) -> dict[str, Any]:
    return (await client.get(f"{URL}/verify", headers=admin())).json()


async def test_a_change_of_rights_is_recorded_with_reason_and_what_it_was(
    client: Any, hear: Any, audited: Any
) -> None:
    someone = await register(client)
    await give_role(client, someone.id, "moderator", **{"X-Request-Id": "trace-me"})
    said = [one.payload for one in await audited()]
    assert "joined the team" not in json.dumps(said)
    await hear()
    await hear()

    (entry,) = await look(client, subject_id=str(someone.id))
    assert (entry["actor_id"], entry["action"]) == (str(ADMIN_ID), "rights_changed")
    assert (entry["route"], entry["permissions"]) == (
        "PATCH /api/v1/users/{user_id}",
        ["users:manage"],
    )
    assert entry["before"]["roles"] == ["client"]
    assert entry["after"]["roles"] == ["client", "moderator"]
    assert (entry["reason"], entry["request_id"]) == ("joined the team", "trace-me")


async def test_what_other_services_say_is_found_again_and_taken_out_as_a_file(
    client: Any, deliver: Any
) -> None:
    supporter = new_id()
    for number, outcome in enumerate([Outcome.DONE, Outcome.REFUSED, Outcome.DONE]):
        await deliver(
            AuditRecorded(
                record_id=new_id(),
                service="payment-service",
                at=clock.now(),
                actor_id=supporter,
                action="=HYPERLINK(1)" if number == 2 else "payment_refunded",
                outcome=outcome,
                permissions=["payments:refund"] if number else ["payments:read_any"],
                after={"refunded": number},
            )
        )

    done = await look(client, actor_id=str(supporter), outcome="done", action="payment_refunded")
    assert [one["after"] for one in done] == [{"refunded": 0}]
    by_right = await look(client, permission="payments:refund")
    assert [one["after"] for one in by_right] == [{"refunded": 2}, {"refunded": 1}]
    params = {"service": "payment-service"}
    lines = await client.get(f"{URL}/export", params=params, headers=admin())
    assert [json.loads(line)["seq"] for line in lines.text.splitlines()] == [1, 2, 3]
    table = await client.get(f"{URL}/export", params={**params, "format": "csv"}, headers=admin())
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [row["action"] for row in rows][1:] == ["payment_refunded", "'=HYPERLINK(1)"]
    refused = await client.get(f"{URL}/export", headers=bearer(new_id(), "support"))
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_denied")


@pytest.mark.parametrize("statement", [update(AuditRecord).values(action="x"), delete(AuditRecord)])
async def test_nothing_rewrites_the_audit_log(
    client: Any, session: Any, hear: Any, statement: Any
) -> None:
    await give_role(client, (await register(client)).id, "support")
    await hear()
    with pytest.raises(DBAPIError, match="append-only"):
        await session.execute(statement)


@pytest.mark.committed
@pytest.mark.parametrize(
    ("tampering", "broken_at"),
    [
        ("update audit_log set reason = 'nothing' where seq = 2", 2),
        ("delete from audit_log where seq = 2", 2),
        ("delete from audit_log where seq = 1", 1),
        ("delete from audit_log where seq = 3", 3),
        ("delete from audit_log", 1),
        ("update audit_head set seq = 2", 3),
    ],
)
async def test_whoever_tampers_with_the_database_is_found_out(
    client: Any, session: Any, hear: Any, tampering: str, broken_at: int
) -> None:
    for role in ("support", "moderator", "finance"):
        await give_role(client, (await register(client)).id, role)
    await hear()
    before = await verdict(client)
    assert (before["is_intact"], before["entries"]) == (True, 3)

    await session.execute(text("alter table audit_log disable trigger user"))
    await session.execute(text(tampering))
    await session.commit()

    after = await verdict(client)
    assert (after["is_intact"], after["broken_at"]) == (False, broken_at)
    assert after["head"] != before["head"]
