"""Taking one's data along and leaving: all ten services or nothing, each with a receipt."""

import io
import json
import zipfile
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from factories import PASSWORD, Someone, admin, log_in, register
from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse

from lapa_contracts.privacy import PRIVACY_CLIENTS, PrivacyErased
from lapa_contracts.services import SERVICES
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer

URL = "/api/v1/users/profile"


def the_ten(
    stand_in: Any,
    *,
    blockers: dict[str, list[Any]] | None = None,
    lines: dict[str, list[Any]] | None = None,
    silent: str = "",
) -> None:
    """All services as far as leaving needs them; each holds one row unless told otherwise."""
    for name, kind in PRIVACY_CLIENTS.items():
        app = FastAPI()
        held = [{"table": "things", "row": {"of": name}}, {"rows": 1, "files": 0}]
        held = (lines or {}).get(name, held)

        @app.get("/internal/v1/privacy/{user_id}/blockers")
        async def list_blockers(user_id: UUID, name: str = name) -> Any:
            if name == silent:
                return JSONResponse({}, 503)
            return (blockers or {}).get(name, [])

        @app.get("/internal/v1/privacy/{user_id}")
        async def export(user_id: UUID, name: str = name, held: list[Any] = held) -> Response:
            if name == silent:
                return JSONResponse({}, 503)
            return Response("".join(json.dumps(line) + "\n" for line in held))

        @app.get("/internal/v1/privacy/{user_id}/files/{file_id}")
        async def file(user_id: UUID, file_id: UUID) -> Response:
            return Response(b"woof")

        stand_in(kind, app)


async def leave(client: Any, someone: Someone, **changes: Any) -> Any:
    body = {"current_password": PASSWORD, **changes}
    return await client.request("DELETE", URL, json=body, headers=someone.headers)


async def test_the_export_has_a_part_of_each_service_and_the_files(
    client: Any, stand_in: Any
) -> None:
    someone, file_id = await register(client), new_id()
    files = [{"file": {"id": str(file_id), "name": "../rex.jpg"}}, {"rows": 0, "files": 1}]
    the_ten(stand_in, lines={"media-service": files})

    response = await client.get(f"{URL}/export", headers=someone.headers)

    archive = zipfile.ZipFile(io.BytesIO(response.content))
    name = f"files/{file_id}-.._rex.jpg"
    assert set(archive.namelist()) == {f"{service}.jsonl" for service in SERVICES} | {name}
    assert archive.read(name) == b"woof"
    assert json.loads(archive.read("pet-service.jsonl").splitlines()[0])["row"]["of"] == (
        "pet-service"
    )


@pytest.mark.parametrize(
    "fault",
    [
        {"silent": "chat-service"},
        {"lines": {"chat-service": [{"table": "messages", "row": {}}]}},
        {"lines": {"chat-service": [{"rows": 1, "files": 0}]}},
    ],
    ids=["silent", "cut off", "a row lost"],
)
async def test_an_export_is_whole_or_refused(
    client: Any, stand_in: Any, fault: dict[str, Any]
) -> None:
    the_ten(stand_in, **fault)
    someone = await register(client)

    response = await client.get(f"{URL}/export", headers=someone.headers)

    assert (response.status_code, response.json()["code"]) == (503, "export_incomplete")
    looking = bearer(someone.id, actor_id=new_id())
    refused = await client.get(f"{URL}/export", headers=looking)
    assert (refused.status_code, refused.json()["code"]) == (403, "view_only")


async def test_whoever_has_something_under_way_stays(
    client: Any, stand_in: Any, published: Any
) -> None:
    order_id = str(new_id())
    running = {"code": "order_running", "subject_id": order_id, "can_be_waived": False}
    full = {"code": "wallet_not_empty", "subject_id": None, "can_be_waived": True}
    the_ten(stand_in, blockers={"order-service": [running], "payment-service": [full]})
    someone = await register(client)

    response = await leave(client, someone, waive=["wallet_not_empty", "order_running"])

    assert (response.status_code, response.json()["code"]) == (409, "cannot_leave_yet")
    assert response.json()["blockers"] == [{"service": "order-service", **running}]
    assert "user.erasure_requested.v1" not in await published()
    assert (await log_in(client, someone.email)).status_code == 200
    for change, code in (({"current_password": "wrong"}, 403), ({"current_password": ""}, 422)):
        assert (await leave(client, someone, **change)).status_code == code


async def test_a_silent_service_keeps_everything_as_it_is(client: Any, stand_in: Any) -> None:
    the_ten(stand_in, silent="payment-service")
    someone = await register(client)

    response = await leave(client, someone)

    assert (response.status_code, response.json()["code"]) == (502, "upstream_failed")
    assert (await log_in(client, someone.email)).status_code == 200


async def test_ten_receipts_complete_an_erasure(
    client: Any, stand_in: Any, deliver: Any, outbox: Any, run_jobs: Any
) -> None:
    the_ten(stand_in)
    someone = await register(client)
    begun = (await leave(client, someone)).json()
    url = f"/api/v1/users/erasures/{begun['erasure_id']}"
    assert (await log_in(client, someone.email)).status_code == 403
    [asked] = [one for one in await outbox() if one.type == "user.erasure_requested.v1"]
    await deliver(asked)
    await run_jobs()
    [own] = [one for one in await outbox() if one.type == "privacy.erased.v1"]
    assert own.payload["erased"]["users"] == 1
    await deliver(own)
    for service in SERVICES:
        if service == "user-service":
            continue
        report = (await client.get(url, headers=admin())).json()
        assert (report["status"], service in report["missing"]) == ("running", True)
        receipt = PrivacyErased(
            erasure_id=begun["erasure_id"],
            user_id=someone.id,
            service=service,
            erased={"things": 1},
        )
        await deliver(receipt)
        await deliver(receipt)

    report = (await client.get(url, headers=admin())).json()
    assert (report["status"], report["missing"]) == ("completed", [])
    assert len(report["receipts"]) == 10
    status = (await client.get(f"{url}/status")).json()
    assert (status["status"], "user_id" in status) == ("completed", False)
    changed, contact = [one.payload for one in await outbox() if one.type.startswith("user.")][-2:]
    assert (changed["status"], changed["display_name"]) == ("erased", "Deleted")
    assert (contact["phone"], contact["email"]) == (None, f"{someone.id}@erased.invalid")
    assert (await log_in(client, someone.email)).json()["code"] == "invalid_credentials"
    await register(client, email=someone.email)


async def test_who_does_not_answer_is_asked_again_and_makes_an_alarm(
    client: Any, stand_in: Any, published: Any, run_jobs: Any, app: Any, at: Any, sessions: Any
) -> None:
    from lapa_kit.jobs import Runner, Worker

    the_ten(stand_in)
    runner = Runner(app.state.jobs, Worker(sessions, app.state.clients, app.state.settings))
    await runner.plan_crons()
    await leave(client, await register(client))
    assert (await published()).count("user.erasure_requested.v1") == 1

    at(clock.now() + timedelta(hours=1, minutes=1))
    await run_jobs()
    assert (await published()).count("user.erasure_requested.v1") == 2
    assert "erasures_overdue 0.0" in (await client.get("/metrics")).text

    at(clock.now() + timedelta(hours=24))
    assert "erasures_overdue 1.0" in (await client.get("/metrics")).text
