"""What a developer's program sees: a key that opens what it was made for, and a webhook told of a real order."""

import json
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest_asyncio
from actors import Api, now, until
from standardwebhooks import Webhook
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from story import PICKUP, Walk, make_dog, make_owner, make_walker

from lapa_kit.testing.server import running


class Receiver:
    """The developer's own server."""

    def __init__(self) -> None:
        self.url = ""
        self.told: list[tuple[dict[str, str], str]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            request = Request(scope, receive)
            self.told.append((dict(request.headers), (await request.body()).decode()))
            await Response(status_code=204)(scope, receive, send)

    @property
    def types(self) -> list[str]:
        return [json.loads(body)["type"] for _, body in self.told]


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    async with running(receiver) as url:
        receiver.url = url
        yield receiver


async def test_a_key_opens_what_it_was_made_for_until_it_is_revoked(api: Api) -> None:
    owner = await make_owner(api, name="Dev Owner")
    made = await owner.post("developer/keys", {"name": "Reports", "scopes": ["orders:read"]})
    program = Api(owner.http, made["secret"])

    assert (await program.get("orders"))["items"] == []
    refused: list[httpx.Response] = [
        await program.ask("POST", "orders/quote", json={}),
        await program.ask("GET", "wallets/me"),
        await program.ask("POST", "auth/ws-ticket"),
        await program.ask("GET", "developer/keys"),
    ]
    assert {(answer.status_code, answer.json()["code"]) for answer in refused} == {
        (403, "insufficient_scope")
    }

    await owner.http.delete(f"/api/v1/developer/keys/{made['id']}", headers=owner.headers)
    began = time.monotonic()

    async def is_refused() -> bool:
        return (await program.ask("GET", "orders")).status_code == 401

    await until(is_refused, timeout_s=60)
    assert time.monotonic() - began < 60


async def test_a_webhook_is_told_of_a_walk_put_off_and_called_off(
    api: Api, admin: Api, receiver: Receiver, real_time: None
) -> None:
    walker, owner = await make_walker(api, admin), await make_owner(api)
    stranger = await make_owner(api, name="Stan Stranger")
    hook = {"url": receiver.url, "event_types": ["*"]}
    made = await owner.post("developer/webhooks", hook)
    await stranger.post("developer/webhooks", hook)
    walk = Walk(owner, walker, admin, await make_dog(owner))
    await _book_for_tomorrow(walk)
    await walk.accept()
    await walk.until_status("assigned")

    later = (now() + timedelta(days=1, hours=4)).isoformat()
    changed = await owner.ask("PATCH", f"orders/{walk.id}", json={"scheduled_at": later})
    assert changed.status_code == 200, changed.text
    await _until_told(receiver, "order.rescheduled.v1")
    assert "order.cancelled.v1" not in receiver.types
    await owner.post(f"orders/{walk.id}/cancel", {"reason": "rain"})
    await _until_told(receiver, "order.cancelled.v1")

    about = [json.loads(body)["data"].get("order_id") for _, body in receiver.told]
    assert set(about) == {walk.id, None}, "None: the dog, which is the owner's too"
    assert receiver.types.count("order.placed.v1") == 1, "the stranger's webhook heard nothing"
    for headers, body in receiver.told:
        Webhook(made["secret"]).verify(body, headers)


async def _book_for_tomorrow(walk: Walk) -> None:
    wanted = {
        "service_type": "walk",
        "pet_ids": [walk.dog],
        "scheduled_at": (now() + timedelta(days=1)).isoformat(),
        "duration_minutes": 30,
        "pickup": PICKUP,
    }

    async def place() -> Any:
        quote = await walk.owner.post("orders/quote", wanted)
        body = {"payment_method": "wallet", "walker_id": walk.walker.id}
        answer = await walk.owner.ask(
            "POST", "orders", json={"quote_id": quote["quote_id"], **body}
        )
        return answer.json() if answer.status_code == 201 else None

    walk.id = (await until(place))["id"]


async def _until_told(receiver: Receiver, event_type: str) -> None:
    async def told() -> bool:
        return event_type in receiver.types

    await until(told)
