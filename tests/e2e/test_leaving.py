"""A person leaves: he takes everything along, nothing of him stays, and the books are as they were."""

import io
import json
import uuid
import zipfile
from typing import Any

import pytest
from actors import PASSWORD, Api, Mailbox, Refused, photo, until
from everywhere import found_in_database, found_in_files, found_in_logs, found_in_redis
from story import PICKUP, Walk, make_walker, thirty_minutes_of
from test_walk import on_the_streets

from lapa_cli.city.gps import add_noise

CANARY = f"kanarek{uuid.uuid4().hex[:8]}"
FUNDS = 10_000


async def test_who_leaves_takes_everything_along_and_leaves_nothing_behind(
    api: Api, admin: Api, mailbox: Mailbox, real_time: None
) -> None:
    walker = await make_walker(api, admin)
    owner = await _an_owner_who_sings_everywhere(api)
    walk = await _a_walk_that_sings_too(owner, walker, admin)
    for secret in (CANARY, PASSWORD, owner.token, walker.token):
        assert found_in_logs(secret) == set(), "no log knows a word of anybody's"

    await _the_export_has_all_of_it(owner, walk)
    before = await _money(walk)
    erasure = await _leave(owner)
    await _the_erasure_completes(api, admin, erasure)

    await _nothing_is_left(admin)
    assert await _money(walk) == before
    await _the_walker_keeps_his_work(walk)
    await _nobody_gets_in(api, owner)


def sung(what: str) -> str:
    return f"{CANARY} {what}"


async def _an_owner_who_sings_everywhere(api: Api) -> Api:
    owner = await api.register("client", sung("Owner"), phone="+358401234567")
    await owner.post(
        "wallets/me/topups",
        {
            "amount": FUNDS,
            "currency": "EUR",
            "provider": "sandbox",
            "payment_token": "tok_success",
        },
    )
    event = {"event_id": str(uuid.uuid4()), "name": "search.typed", "kind": "user"}
    event |= {"at": "2026-01-01T10:00:00Z", "properties": {"query": sung("query"), "hits": 3}}
    await owner.post("analytics/events", {"events": [event]})
    await owner.post(
        "geofences",
        {
            "name": sung("fence"),
            "kind": "safe_zone",
            "shape": {
                "type": "circle",
                "center": {"lat": PICKUP["lat"], "lon": PICKUP["lon"]},
                "radius_m": 500,
            },
            "applies_to": [],
            "notify_on": ["exit"],
        },
    )

    async def funded() -> bool:
        return (await owner.get("wallets/me"))["available"] == FUNDS

    await until(funded)
    return owner


async def _a_walk_that_sings_too(owner: Api, walker: Api, admin: Api) -> Walk:
    dog = await owner.post(
        "pets",
        {
            "name": sung("Rex"),
            "species": "dog",
            "breed": "Labrador Retriever",
            "sex": "male",
            "birth_date": "2020-05-01",
            "weight_kg": 18,
            "special_needs": sung("needs"),
            "feeding": sung("feeding"),
            "emergency_contact": sung("contact"),
            "vet": {"name": sung("vet"), "phone": "1", "address": sung("street")},
            "tags": {sung("tag"): sung("value")},
        },
    )
    medical = {"type": "note", "title": sung("title"), "date": "2026-01-10", "media_ids": []}
    await owner.post(f"pets/{dog['id']}/medical", {**medical, "notes": sung("notes")})
    portrait = await owner.upload(f"{CANARY}.jpg", _singing_picture(), "image/jpeg")
    await owner.post(f"pets/{dog['id']}/photos", {"media_id": portrait})
    walk = Walk(owner, walker, admin, dog["id"])
    await walk.book(
        walker_id=walker.id,
        notes=sung("notes"),
        access_notes=sung("door code"),
        pickup={**PICKUP, "address": sung("street")},
    )
    await walk.accept()

    async def opened() -> Any:
        return (await walk.order())["chat_id"]

    chat_id = await until(opened)
    said = {"client_message_id": str(uuid.uuid4()), "text": sung("hello")}
    message = await owner.post(f"chats/{chat_id}/messages", said)
    await owner.ask(
        "PATCH", f"chats/{chat_id}/messages/{message['id']}", json={"text": sung("hello again")}
    )
    await owner.post(
        f"chats/{chat_id}/report",
        {"user_id": walker.id, "reason": "other", "comment": sung("comment")},
    )
    await walk.start()
    parts = thirty_minutes_of(walk, add_noise(on_the_streets(), seed=5))
    await walk.move_clock(parts[-1][-1].at)
    for part in parts:
        await walk.send(part)
    await walk.record("pee", note="by the third tree")
    await walk.finish()
    await walk.until_status("settled")
    await owner.post(f"orders/{walk.id}/review", {"rating": 5, "comment": sung("review")})
    await walker.post(f"orders/{walk.id}/review", {"rating": 5, "comment": "A good dog"})
    await owner.post(
        "wallets/transfers",
        {"to_user_id": walker.id, "amount": 100, "currency": "EUR", "note": sung("thanks")},
    )
    return walk


def _singing_picture() -> bytes:
    """A JPEG with a comment, which no picture made of it carries on."""
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(photo())).save(out, "JPEG", comment=sung("picture").encode())
    return out.getvalue()


async def _the_export_has_all_of_it(owner: Api, walk: Walk) -> None:
    response = await owner.ask("GET", "users/profile/export")
    assert response.status_code == 200, response.text
    archive = zipfile.ZipFile(io.BytesIO(response.content))
    assert archive.testzip() is None
    texts = {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}
    sings = {name for name, text in texts.items() if CANARY in text}
    assert sings >= {
        f"{service}-service.jsonl"
        for service in ("user", "pet", "order", "payment", "location", "chat", "media")
    }
    assert sings >= {"notification-service.jsonl", "analytics-service.jsonl"}
    assert "api-gateway.jsonl" in texts
    assert any(name.startswith("files/") for name in sings)
    assert "door code" in texts["order-service.jsonl"]
    assert walk.walker.user["email"] not in "".join(texts.values())
    for text in (text for name, text in texts.items() if name.endswith(".jsonl")):
        *lines, end = [json.loads(line) for line in text.splitlines()]
        assert end["rows"] == sum("row" in line for line in lines)


async def _leave(owner: Api) -> Any:
    wrong = {"current_password": "not my password", "waive": ["wallet_not_empty"]}
    refused = await owner.ask("DELETE", "users/profile", json=wrong)
    assert (refused.status_code, refused.json()["code"]) == (403, "password_required")
    body: dict[str, Any] = {"current_password": PASSWORD}
    refused = await owner.ask("DELETE", "users/profile", json=body)
    assert (refused.status_code, refused.json()["code"]) == (409, "cannot_leave_yet")
    assert [one["code"] for one in refused.json()["blockers"]] == ["wallet_not_empty"]
    body["waive"] = ["wallet_not_empty"]
    begun = await owner.ask("DELETE", "users/profile", json=body)
    assert begun.status_code == 202, begun.text
    return begun.json()


async def _the_erasure_completes(api: Api, admin: Api, erasure: Any) -> None:
    async def completed() -> bool:
        status = await api.get(f"users/erasures/{erasure['erasure_id']}/status")
        return status["status"] == "completed"

    await until(completed, timeout_s=60)
    report = await admin.get(f"users/erasures/{erasure['erasure_id']}")
    assert (len(report["receipts"]), report["missing"]) == (10, [])
    kept = {(one["what"], one["why"]) for receipt in report["receipts"] for one in receipt["kept"]}
    assert ("postings", "tax_records") in kept


async def _nothing_is_left(admin: Api) -> None:
    # what went out to others is the outside world's; in test mode we play it
    await admin.ask("DELETE", "test/outbox")
    traces: dict[str, set[str]] = {}

    async def gone() -> bool:
        traces["database"] = await found_in_database(CANARY)
        traces["redis"] = await found_in_redis(CANARY)
        traces["files"] = found_in_files(CANARY)
        return not any(traces.values())

    try:
        await until(gone, timeout_s=30, every_s=1)
    except AssertionError:
        raise AssertionError(f"still there: {traces}") from None


async def _money(walk: Walk) -> Any:
    """The walker's wallet and every sum of the books."""
    balance = await walk.admin.get("ledger/trial-balance")
    return await walk.walker.get("wallets/me"), balance


async def _the_walker_keeps_his_work(walk: Walk) -> None:
    order = await walk.order(walk.walker)
    assert (order["status"], order["amount"]) == ("settled", walk.quote["amount"])
    assert order["client_id"] != walk.owner.id
    reviews = (await walk.walker.get("orders/reviews", user_id=walk.walker.id))["items"]
    assert [(review["rating"], review["comment"]) for review in reviews] == [(5, None)]


async def _nobody_gets_in(api: Api, owner: Api) -> None:
    async def out() -> bool:
        return (await owner.ask("GET", "users/profile")).status_code == 401

    await until(out)
    with pytest.raises(Refused) as refused:
        await api.sign_in(owner.user["email"], PASSWORD)
    assert refused.value.code == "invalid_credentials"
