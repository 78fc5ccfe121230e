"""Whom to call when something happens: the owner's list, and his walker's window on it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from factories import Someone, register

from app.config import settings
from app.services.contacts import MOST
from lapa_contracts.order import (
    OrderAssigned,
    OrderCancelled,
    OrderCompleted,
    OrderEvent,
    OrderExpired,
    OrderNoShow,
    OrderRescheduled,
    OrderStarted,
    OrderUnassigned,
    Settlement,
)
from lapa_contracts.values import Point
from lapa_kit import clock
from lapa_kit.ids import new_id

CONTACTS = "/api/v1/users/contacts"
VET = {"kind": "emergency", "name": "Dr Vet", "phone": "+358401234567", "relation": "vet"}
LENGTH = timedelta(minutes=60)


class Walk:
    """An order of somebody with his walker, told by its events."""

    def __init__(self, owner: UUID, walker: UUID) -> None:
        self.begins = clock.now() + timedelta(days=1)
        self.card: dict[str, Any] = {
            "order_id": new_id(),
            "client_id": owner,
            "walker_id": walker,
            "market": "FI",
            "status": "assigned",
            "service_type": "walk",
            "scheduled_at": self.begins,
            "duration_minutes": 60,
            "pets": [],
            "amount": 2500,
            "currency": "EUR",
            "version": 3,
        }

    @property
    def path(self) -> str:
        return f"{CONTACTS}/of-order/{self.card['order_id']}"

    def event(self, kind: type[OrderEvent], **facts: Any) -> OrderEvent:
        self.card["version"] += 1
        return kind(**{**self.card, **facts})

    def assigned(self) -> OrderEvent:
        pickup, ends = Point(lat=60.17, lon=24.94), self.begins + LENGTH
        return self.event(OrderAssigned, pickup=pickup, ends_at=ends, assignment=1)

    def moved(self, to: datetime) -> OrderEvent:
        before, self.begins, self.card["scheduled_at"] = self.begins, to, to
        return self.event(OrderRescheduled, previous_at=before, ends_at=to + LENGTH, delta=0)

    def over(self, kind: type[OrderEvent], **facts: Any) -> OrderEvent:
        free = Settlement(capture=0, release=self.card["amount"])
        return self.event(kind, by="client", reason_code="other", settlement=free, **facts)


async def add(client: Any, someone: Someone, **changes: Any) -> Any:
    return await client.post(CONTACTS, json={**VET, **changes}, headers=someone.headers)


async def look(client: Any, walk: Walk, someone: Someone) -> tuple[int, str | None]:
    response = await client.get(walk.path, headers=someone.headers)
    return response.status_code, response.json().get("code")


@pytest.fixture
def closed() -> tuple[int, str]:
    return 403, "contacts_closed"


async def test_contacts_are_kept_by_their_owner_alone(client: Any) -> None:
    owner, stranger = await register(client), await register(client)
    made = await add(client, owner)
    assert made.status_code == 201, made.text
    path, changed = f"{CONTACTS}/{made.json()['id']}", {**VET, "name": "Dr Vet Senior"}

    theirs = await client.put(path, json=changed, headers=stranger.headers)
    own = await client.put(path, json=changed, headers=owner.headers)
    kept = await client.delete(path, headers=stranger.headers)
    twice = await add(client, owner, phone="+358 40 123 45 67")

    assert (theirs.status_code, own.status_code, kept.status_code) == (404, 200, 404)
    assert (twice.status_code, twice.json()["code"]) == (409, "contact_known")
    listed = await client.get(CONTACTS, headers=owner.headers)
    assert [one["name"] for one in listed.json()["items"]] == ["Dr Vet Senior"]
    assert (await client.get(CONTACTS, headers=stranger.headers)).json()["items"] == []
    assert (await client.delete(path, headers=owner.headers)).status_code == 204
    assert (await client.get(CONTACTS, headers=owner.headers)).json()["items"] == []


@pytest.mark.parametrize(
    "wrong",
    [{"phone": "112"}, {"phone": None}, {"name": " "}, {"kind": "friend"}, {"name": "A\x00"}],
)
async def test_a_contact_that_nobody_could_call_is_refused(
    client: Any, wrong: dict[str, Any]
) -> None:
    owner = await register(client)
    assert (await add(client, owner, **wrong)).status_code == 422


async def test_so_many_are_enough(client: Any) -> None:
    owner = await register(client)
    answers = [await add(client, owner, phone=f"+35840123450{n}") for n in range(MOST + 1)]
    assert [one.status_code for one in answers] == [201] * MOST + [409]
    assert answers[-1].json()["code"] == "too_many_contacts"


async def test_the_walker_sees_them_while_the_walk_is_on_and_the_owner_sees_that_he_looked(
    client: Any, deliver: Any, at: Any, closed: Any
) -> None:
    owner, walker, other = [await register(client) for _ in range(3)]
    await add(client, owner)
    walk = Walk(owner.id, walker.id)
    assert await look(client, walk, walker) == (404, "contact_not_found")
    await deliver(walk.assigned())

    assert await look(client, walk, walker) == closed
    at(walk.begins - settings.contacts_open_before + timedelta(seconds=1))
    seen = await client.get(walk.path, headers=walker.headers)
    assert seen.json()["items"] == [VET]
    for stranger in (other, owner):
        assert await look(client, walk, stranger) == (404, "contact_not_found")
    await deliver(
        walk.event(
            OrderStarted, started_at=clock.now(), pickup=Point(lat=60, lon=24), proof="valid"
        )
    )
    at(walk.begins + LENGTH)
    assert (await look(client, walk, walker))[0] == 200, "a walk that takes longer"
    await deliver(
        walk.event(
            OrderCompleted,
            started_at=walk.begins,
            finished_at=clock.now(),
            finished_by="walker",
            proof="valid",
        )
    )
    assert await look(client, walk, walker) == (404, "contact_not_found")
    views = await client.get(f"{CONTACTS}/views", headers=owner.headers)
    assert [view["viewer_id"] for view in views.json()["items"]] == [str(walker.id)] * 2
    assert views.json()["items"][0]["order_id"] == str(walk.card["order_id"])
    assert (await client.get(f"{CONTACTS}/views", headers=walker.headers)).json()["items"] == []


async def test_a_window_that_nobody_closes_closes_by_itself(
    client: Any, deliver: Any, at: Any, closed: Any
) -> None:
    owner, walker = await register(client), await register(client)
    walk = Walk(owner.id, walker.id)
    await deliver(walk.assigned())
    at(walk.begins + LENGTH + settings.contacts_close_after)
    assert await look(client, walk, walker) == closed


async def test_the_window_moves_with_the_walk(
    client: Any, deliver: Any, at: Any, closed: Any
) -> None:
    owner, walker = await register(client), await register(client)
    walk = Walk(owner.id, walker.id)
    await deliver(walk.assigned())
    first = walk.begins
    await deliver(walk.moved(first + timedelta(days=2)))

    at(first)
    assert await look(client, walk, walker) == closed
    at(walk.begins)
    assert (await look(client, walk, walker))[0] == 200


@pytest.mark.parametrize("kind", [OrderUnassigned, OrderCancelled, OrderNoShow, OrderExpired])
async def test_whoever_does_not_walk_the_dog_sees_nothing_and_a_late_event_opens_nothing(
    client: Any, deliver: Any, at: Any, kind: type[OrderEvent]
) -> None:
    owner, walker = await register(client), await register(client)
    walk = Walk(owner.id, walker.id)
    late = walk.assigned()
    at(walk.begins)
    if kind is OrderUnassigned:
        gone = {"previous_walker_id": walker.id, "assignment": 1, "walker_id": None}
        end = walk.event(kind, by="walker", reason_code="ill", **gone)
    else:
        end = walk.over(kind, **({"party": "client"} if kind is OrderNoShow else {}))

    await deliver(end)
    await deliver(late)

    assert await look(client, walk, walker) == (404, "contact_not_found")
