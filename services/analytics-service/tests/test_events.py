"""What happened is kept once, and each may write only what is his to say."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from factories import ago, fact, settled
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from app.models import Event
from app.services.events import keep_fact
from app.subscribers import subscriber
from lapa_contracts.services import SERVICES
from lapa_kit import clock
from lapa_kit.events.contract import stream_of
from lapa_kit.ids import new_id

EVENTS = "/api/v1/analytics/events"


def report(**changes: Any) -> dict[str, Any]:
    now = clock.now().isoformat()
    return {"event_id": str(new_id()), "name": "screen opened", "at": now, **changes}


def test_it_listens_to_all_ten_services() -> None:
    assert subscriber.producers == set(SERVICES)


async def test_a_fact_is_kept_with_its_order_client_and_time(
    client: Any, deliver: Any, admin: Any
) -> None:
    event = settled(2000, 300)
    envelope = await deliver(event)

    query = {"name": "order.settled", "order_id": str(event.order_id), "limit": 100}
    response = await client.get(EVENTS, params=query, headers=admin)

    assert response.status_code == 200, response.text
    [item] = response.json()["items"]
    assert item["event_id"] == str(envelope.id)
    assert (item["name"], item["kind"]) == ("order.settled", "business")
    assert item["order_id"] == item["key"] == str(event.order_id)
    assert item["user_id"] == str(event.client_id)
    assert item["properties"]["captured"] == 2000
    assert item["at"] == envelope.occurred_at.isoformat().replace("+00:00", "Z")


async def test_a_fact_delivered_again_counts_once(deliver: Any, session: Any) -> None:
    envelope = await deliver(settled(2000, 300))

    await deliver(envelope)
    await keep_fact(session, envelope)  # even past the inbox

    assert await session.scalar(select(func.count()).select_from(Event)) == 1


async def test_a_name_may_be_asked_for_with_its_version(
    client: Any, deliver: Any, admin: Any
) -> None:
    await deliver(settled(2000, 300))
    response = await client.get(EVENTS, params={"name": "order.settled.v1"}, headers=admin)
    assert len(response.json()["items"]) == 1


async def test_contact_data_and_places_are_not_kept(client: Any, deliver: Any, admin: Any) -> None:
    user_id = new_id()
    await deliver(fact("user.contact_changed", user_id=user_id, email="a@b.c", phone="+358"))
    await deliver(fact("user.code_issued", user_id=user_id, code_sealed="x", address_sealed="y"))
    await deliver(fact("walker.position_changed", user_id=user_id, lat=60.1, lon=24.9))

    response = await client.get(EVENTS, params={"user_id": str(user_id)}, headers=admin)

    kept = [item["properties"] for item in response.json()["items"]]
    assert kept == [{"user_id": str(user_id)}] * 3


async def test_events_are_listed_newest_first_page_by_page(
    client: Any, deliver: Any, admin: Any
) -> None:
    sent = [await deliver(fact("order.placed", ago(hours=n), order_id=new_id())) for n in range(5)]

    seen: list[str] = []
    params: dict[str, Any] = {"limit": 2, "kind": "business", "from": ago(days=1).isoformat()}
    while True:
        page = (await client.get(EVENTS, params=params, headers=admin)).json()
        seen += [item["event_id"] for item in page["items"]]
        if not page["next_cursor"]:
            break
        params["cursor"] = page["next_cursor"]

    assert seen == [str(envelope.id) for envelope in sent]


async def test_the_range_has_its_beginning_and_not_its_end(
    client: Any, deliver: Any, admin: Any
) -> None:
    early, late = ago(hours=2), ago(hours=1)
    await deliver(fact("order.placed", early))
    await deliver(fact("order.placed", late))
    params = {"from": early.isoformat(), "to": late.isoformat()}
    items = (await client.get(EVENTS, params=params, headers=admin)).json()["items"]
    assert len(items) == 1


async def test_a_person_reports_about_himself_and_a_repeat_is_ignored(
    client: Any, as_user: Any, admin: Any
) -> None:
    me, repeated = new_id(), report(properties={"screen": "map"})
    batch = {"events": [repeated, report(), repeated]}

    first = await client.post(EVENTS, json=batch, headers=as_user(me))
    again = await client.post(EVENTS, json=batch, headers=as_user(me))

    assert (first.status_code, first.json()) == (202, {"stored": 2, "duplicates": 1})
    assert again.json() == {"stored": 0, "duplicates": 3}
    items = (await client.get(EVENTS, params={"user_id": str(me)}, headers=admin)).json()["items"]
    assert {item["kind"] for item in items} == {"user"}


async def test_nobody_can_occupy_the_id_of_a_fact(
    client: Any, deliver: Any, as_user: Any, admin: Any
) -> None:
    event = settled(2000, 300)
    envelope = fact("order.settled", **event.model_dump(mode="json"))
    forged = report(event_id=str(envelope.id), name="order.settled")
    await client.post(EVENTS, json={"events": [forged]}, headers=as_user(new_id()))

    await deliver(envelope)

    params = {"name": "order.settled", "kind": "business"}
    items = (await client.get(EVENTS, params=params, headers=admin)).json()["items"]
    assert [item["order_id"] for item in items] == [str(event.order_id)]


@pytest.mark.parametrize(
    ("role", "changes", "code"),
    [
        ("client", {"kind": "business"}, "kind_not_yours"),
        ("client", {"kind": "error"}, "kind_not_yours"),
        ("finance", {"kind": "system"}, "kind_not_yours"),
        ("admin", {"kind": "business"}, "kind_not_yours"),
        ("client", {"user_id": str(new_id())}, "not_your_event"),
    ],
)
async def test_what_is_not_yours_to_say_is_refused_whole(
    client: Any, as_user: Any, session: Any, role: str, changes: dict[str, Any], code: str
) -> None:
    batch = {"events": [report(), report(**changes)]}
    response = await client.post(EVENTS, json=batch, headers=as_user(new_id(), role))
    assert (response.status_code, response.json()["code"]) == (403, code)
    assert await session.scalar(select(func.count()).select_from(Event)) == 0


async def test_a_manager_reports_for_systems(client: Any, admin: Any) -> None:
    one = report(kind="system", user_id=str(new_id()))
    response = await client.post(EVENTS, json={"events": [one]}, headers=admin)
    assert response.status_code == 202


async def test_the_table_itself_keeps_business_for_services(session: Any) -> None:
    now = clock.now()
    session.add(
        Event(
            event_id=new_id(),
            writer=new_id(),
            name="order.settled",
            kind="business",
            key="",
            at=now,
            received_at=now,
            properties={},
        )
    )
    with pytest.raises(IntegrityError):
        await session.flush()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("event_id", '"x"'),
        ("name", '""'),
        ("name", r'"a\u0000"'),
        ("at", '"2026-01-01T00:00:00"'),
        ("at", '"0001-01-01T00:00:00+03:00"'),
        ("properties", '{"x": NaN}'),
        ("properties", '{"x": 1e400}'),
        ("properties", r'{"x": "\ud800"}'),
        ("properties", r'{"x": "\u0000"}'),
    ],
)
async def test_bad_events_are_refused(client: Any, as_user: Any, field: str, text: str) -> None:
    event = {name: json.dumps(value) for name, value in report().items()} | {field: text}
    body = ", ".join(f'"{name}": {value}' for name, value in event.items())
    headers = {**as_user(new_id()), "Content-Type": "application/json"}
    content = f'{{"events": [{{{body}}}]}}'
    response = await client.post(EVENTS, content=content, headers=headers)
    assert (response.status_code, response.json()["status"]) == (422, 422), response.text


async def test_too_many_or_too_long_is_refused(client: Any, as_user: Any) -> None:
    for events in ([report() for _ in range(501)], [report(properties={"x": "y" * 20_000})]):
        response = await client.post(EVENTS, json={"events": events}, headers=as_user(new_id()))
        assert response.status_code == 422


@pytest.mark.parametrize("path", ["events", "metrics", "kpis", "funnel", "metrics/gmv/series"])
@pytest.mark.parametrize("role", ["client", "walker", "support"])
async def test_numbers_are_for_those_who_may_read_them(
    client: Any, as_user: Any, path: str, role: str
) -> None:
    response = await client.get(f"/api/v1/analytics/{path}", headers=as_user(new_id(), role))
    assert (response.status_code, response.json()["code"]) == (403, "permission_denied")


@pytest.mark.parametrize(
    "params",
    [{"limit": 101}, {"kind": "no"}, {"order_id": "no"}, {"from": "soon"}, {"cursor": "no"}],
)
async def test_bad_questions_are_refused(client: Any, admin: Any, params: dict[str, Any]) -> None:
    response = await client.get(EVENTS, params=params, headers=admin)
    assert response.status_code in (400, 422)


@pytest.mark.committed
async def test_what_any_service_says_arrives_by_the_stream_once(
    app: Any, server: str, admin: Any
) -> None:
    order_id = new_id()
    envelopes = [fact("order.placed", order_id=order_id), fact("anything.new", order_id=order_id)]
    for producer in ("order-service", "chat-service", "order-service"):
        await app.state.transport.send(stream_of(producer), envelopes)

    async with asyncio.timeout(15), httpx.AsyncClient(base_url=server) as line:
        items: list[Any] = []
        while len(items) < 2:
            response = await line.get(EVENTS, params={"order_id": str(order_id)}, headers=admin)
            items = response.json()["items"]

    assert {item["name"] for item in items} == {"order.placed", "anything.new"}
    assert len(items) == 2
