"""Webhooks: signed, repeated until they arrive, replayed on demand, and only to those who may read."""

import json
import socket
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from standardwebhooks import Webhook
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from lapa_contracts.order import (
    CardPet,
    OrderAssigned,
    OrderCancelled,
    OrderRescheduled,
    Settlement,
)
from lapa_contracts.user import UserChanged, UserStatus
from lapa_contracts.values import PetSize, Point
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.testing.server import running


class Receiver:
    """A developer's server: remembers what it was sent, and answers as it is told to."""

    def __init__(self) -> None:
        self.requests: list[tuple[dict[str, str], bytes]] = []
        self.status = 204

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            request = Request(scope, receive)
            self.requests.append((dict(request.headers), await request.body()))
            text = "thank you" if self.status < 300 else "not now"
            body = "" if self.status == 204 else text
            await Response(body, self.status)(scope, receive, send)

    @property
    def ids(self) -> list[str]:
        return [headers["webhook-id"] for headers, _ in self.requests]

    @property
    def types(self) -> list[str]:
        return [json.loads(body)["type"] for _, body in self.requests]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def card(client_id: UUID, walker_id: UUID, order_id: UUID, version: int) -> dict[str, Any]:
    return {
        "order_id": order_id,
        "client_id": client_id,
        "walker_id": walker_id,
        "market": "default",
        "status": "assigned",
        "service_type": "walk",
        "scheduled_at": clock.now() + timedelta(hours=5),
        "duration_minutes": 30,
        "pets": [CardPet(pet_id=new_id(), name="Rex", size=PetSize.MEDIUM)],
        "amount": 1500,
        "currency": "EUR",
        "version": version,
    }


def story(client_id: UUID, walker_id: UUID) -> list[Any]:
    """Assigned, put off by an hour, called off: three happenings of one order."""
    order_id, ends_at = new_id(), clock.now() + timedelta(hours=6)
    return [
        OrderAssigned(
            **card(client_id, walker_id, order_id, 2),
            pickup=Point(lat=60.17, lon=24.93),
            ends_at=ends_at,
            assignment=1,
        ),
        OrderRescheduled(
            **card(client_id, walker_id, order_id, 3),
            previous_at=clock.now() + timedelta(hours=4),
            ends_at=ends_at,
            delta=0,
        ),
        OrderCancelled(
            **card(client_id, walker_id, order_id, 4),
            by="client",
            reason_code="rain",
            settlement=Settlement(capture=0, release=1500),
        ),
    ]


TYPES = ["order.assigned.v1", "order.rescheduled.v1", "order.cancelled.v1"]


async def make(client: Any, headers: Any, url: str, **fields: Any) -> Any:
    body = {"url": url, "event_types": ["*"], **fields}
    response = await client.post("/api/v1/developer/webhooks", json=body, headers=headers)
    assert response.status_code == 201, response.text
    return response.json()


async def log_of(client: Any, headers: Any, made: Any) -> list[Any]:
    url = f"/api/v1/developer/webhooks/{made['id']}/deliveries"
    return (await client.get(url, headers=headers)).json()["items"]


async def test_a_receiver_that_was_down_for_an_hour_gets_everything_and_can_have_it_again(
    client: Any, as_user: Any, deliver: Any, run_jobs: Any, at: Any
) -> None:
    owner_id, port, began = new_id(), free_port(), clock.now()
    owner, receiver = as_user(owner_id), Receiver()
    made = await make(client, owner, f"http://127.0.0.1:{port}/hook")
    events = [await deliver(event) for event in story(owner_id, new_id())]
    for minute in range(0, 60, 5):
        at(began + timedelta(minutes=minute))
        await run_jobs()
    rows = await log_of(client, owner, made)
    assert {row["state"] for row in rows} == {"pending"}
    tried = [row for row in rows if row["attempts"]]
    assert tried, "one at a time finds out whether it is back"
    assert all(row["error"] for row in tried)

    async with running(receiver, port=port):
        at(began + timedelta(hours=2))
        await run_jobs()

        assert sorted(receiver.ids) == sorted(str(event.id) for event in events)
        assert sorted(receiver.types) == sorted(TYPES)
        for headers, body in receiver.requests:
            told = Webhook(made["secret"]).verify(body.decode(), headers)
            assert told["data"]["client_id"] == str(owner_id)
            assert "settlement" not in told["data"], "the split is for operators"
        rows = await log_of(client, owner, made)
        assert {(row["state"], row["answer_status"]) for row in rows} == {("delivered", 204)}

        for body in (
            {"delivery_id": rows[0]["id"]},
            {"since": began.isoformat(), "until": clock.now().isoformat()},
        ):
            url = f"/api/v1/developer/webhooks/{made['id']}/replay"
            assert (await client.post(url, json=body, headers=owner)).status_code == 202
        receiver.requests.clear()
        await run_jobs()
    assert sorted(receiver.ids) == sorted(str(event.id) for event in events)


async def test_the_same_event_twice_is_one_delivery(
    client: Any, as_user: Any, deliver: Any, run_jobs: Any
) -> None:
    owner_id, receiver = new_id(), Receiver()
    async with running(receiver) as url:
        await make(client, as_user(owner_id), url, event_types=["order.rescheduled.v1"])
        for event in story(owner_id, new_id()):
            envelope = await deliver(event)
            await deliver(envelope)
        await run_jobs()
    assert receiver.types == ["order.rescheduled.v1"]


async def test_only_those_who_may_read_are_told(
    client: Any, as_user: Any, deliver: Any, run_jobs: Any
) -> None:
    owner_id, walker_id, operator_id = new_id(), new_id(), new_id()
    hears = {name: Receiver() for name in ("owner", "walker", "stranger", "operator", "former")}
    people = {"owner": owner_id, "walker": walker_id, "operator": operator_id}
    former_id = new_id()
    refused = await client.post(
        "/api/v1/developer/webhooks",
        json={"url": "http://127.0.0.1:9/", "event_types": ["*"], "audience": "all"},
        headers=as_user(owner_id),
    )
    assert (refused.status_code, refused.json()["code"]) == (403, "all_not_yours")
    for name, receiver in hears.items():
        async with running(receiver) as url:
            is_operator = name in ("operator", "former")
            who = former_id if name == "former" else people.get(name, new_id())
            roles = ("admin",) if is_operator else ("client",)
            made = await make(
                client, as_user(who, *roles), url, audience="all" if is_operator else "own"
            )
            if name == "former":
                await deliver(changed(former_id, roles=["client"]))
            for event in story(owner_id, walker_id):
                await deliver(event)
            await run_jobs()
            await client.delete(
                f"/api/v1/developer/webhooks/{made['id']}", headers=as_user(who, *roles)
            )
    heard = {name: len(receiver.requests) for name, receiver in hears.items()}
    assert heard == {"owner": 3, "walker": 3, "stranger": 0, "operator": 3, "former": 0}
    assert b"settlement" in b"".join(body for _, body in hears["operator"].requests)


def changed(user_id: UUID, *, roles: list[str], status: UserStatus = UserStatus.ACTIVE) -> Any:
    return UserChanged(
        user_id=user_id,
        display_name="Olga O.",
        roles=roles,
        status=status,
        email_verified=True,
        phone_verified=False,
        locale="en",
        timezone="Europe/Helsinki",
        version=9,
    )


async def test_what_fails_for_days_is_disabled_with_a_notice_and_goes_on_when_enabled(
    client: Any, as_user: Any, deliver: Any, run_jobs: Any, at: Any, outbox: Any
) -> None:
    owner_id, receiver, began = new_id(), Receiver(), clock.now()
    owner = as_user(owner_id)
    receiver.status = 500
    async with running(receiver) as url:
        made = await make(client, owner, url)
        where = f"/api/v1/developer/webhooks/{made['id']}"
        for day in range(4):
            at(began + timedelta(days=day, minutes=day))
            await deliver(story(owner_id, new_id())[0])
            await run_jobs()
        told = (await client.get(where, headers=owner)).json()
        assert told["disabled_reason"] == "failed_too_long"
        assert [(e.type, e.payload["user_id"]) for e in await outbox()] == [
            ("webhook.disabled.v1", str(owner_id))
        ]
        asked = len(receiver.requests)
        await deliver(story(owner_id, new_id())[0])
        await run_jobs()
        assert len(receiver.requests) == asked, "the disabled are left alone"
        ping = await client.post(f"{where}/ping", headers=owner)
        assert (ping.status_code, ping.json()["code"]) == (409, "webhook_disabled")

        receiver.status = 200
        await client.patch(where, json={"enabled": True}, headers=owner)
        await run_jobs()
        rows = await log_of(client, owner, made)
        assert "delivered" in {row["state"] for row in rows}
        assert {row["answer_excerpt"] for row in rows if row["state"] == "failed"} == {"not now"}


async def test_while_secrets_rotate_either_of_them_verifies(
    client: Any, as_user: Any, run_jobs: Any, at: Any
) -> None:
    owner, receiver = as_user(new_id()), Receiver()
    async with running(receiver) as url:
        old = await make(client, owner, url)
        where = f"/api/v1/developer/webhooks/{old['id']}"
        new = (await client.post(f"{where}/rotate", json={}, headers=owner)).json()
        await client.post(f"{where}/ping", headers=owner)
        await run_jobs()
        at(clock.now() + timedelta(hours=25))
        await client.post(f"{where}/ping", headers=owner)
        await run_jobs()
    (during, first), (after, second) = receiver.requests
    for secret in (old["secret"], new["secret"]):
        assert Webhook(secret).verify(first.decode(), during)["type"] == "ping.v1"
    assert Webhook(new["secret"]).verify(second.decode(), after)["type"] == "ping.v1"
    assert len(after["webhook-signature"].split()) == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"url": "ftp://example.com/"}, "url_not_allowed"),
        ({"url": "http://user:secret@example.com/"}, "url_not_allowed"),
        ({"url": "not a url"}, "url_not_allowed"),
        ({"event_types": ["order.flown.v1"]}, "unknown_event_type"),
        ({"event_types": ["user.code_issued.v1"]}, "unknown_event_type"),
        ({"event_types": []}, "invalid_request"),
    ],
)
async def test_a_webhook_that_could_not_work_is_refused(
    client: Any, as_user: Any, fields: dict[str, Any], code: str
) -> None:
    body = {"url": "http://example.com/", "event_types": ["*"], **fields}
    refused = await client.post("/api/v1/developer/webhooks", json=body, headers=as_user(new_id()))
    assert (refused.status_code, refused.json()["code"]) == (422, code)


async def test_anothers_webhook_does_not_exist(client: Any, as_user: Any) -> None:
    made = await make(client, as_user(new_id()), "http://127.0.0.1:9/")
    where, stranger = f"/api/v1/developer/webhooks/{made['id']}", as_user(new_id())
    answers = [
        await client.get(where, headers=stranger),
        await client.patch(where, json={}, headers=stranger),
        await client.delete(where, headers=stranger),
        await client.post(f"{where}/rotate", json={}, headers=stranger),
        await client.post(f"{where}/ping", headers=stranger),
        await client.get(f"{where}/deliveries", headers=stranger),
        await client.post(f"{where}/replay", json={"delivery_id": str(new_id())}, headers=stranger),
    ]
    assert {answer.json()["code"] for answer in answers} == {"webhook_not_found"}
