"""A walk under way becomes longer when both sides want it."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from factories import KAMPPI, add_order, walker_profile, wallet_stand_in
from sqlalchemy import select

from app.models import Slot
from app.models.order import OrderStatus
from app.models.pricing import DEFAULT_BODY
from app.models.slot import SlotState
from app.queries.markets import add_pricing_rule
from app.queries.slots import take_slot
from lapa_contracts.payment import PaymentClient
from lapa_kit import clock
from lapa_kit.ids import new_id

# local noon of a Tuesday in Helsinki
NOON = datetime(2027, 3, 2, 10, tzinfo=UTC)


@pytest.fixture
async def walk(session: Any, deliver: Any, stand_in: Any, at: Any) -> Any:
    """Half an hour at noon for 15.00, under way; its client has 20.00 left."""
    stand_in(PaymentClient, wallet_stand_in(2000))
    at(NOON)
    walker = walker_profile()
    await deliver(walker)
    order = await add_order(
        session,
        OrderStatus.IN_PROGRESS,
        walker_id=walker.walker_id,
        scheduled_at=NOON,
        started_at=NOON,
        is_asap=False,
        lines=[{"code": "base", "title": "30 minutes", "amount": 1500, "tax": 0}],
        amount=1500,
    )
    await take_slot(session, order, walker.walker_id, SlotState.CONFIRMED)
    await session.commit()
    return order


@pytest.fixture
def say(client: Any, as_user: Any, walk: Any) -> Any:
    people = {"client": as_user(walk.client_id), "walker": as_user(walk.walker_id, "walker")}

    async def post(who: str, what: str, **body: Any) -> Any:
        url = f"/api/v1/orders/{walk.id}/{what}"
        headers = people.get(who) or as_user(new_id())
        return await client.post(url, json=body or None, headers=headers)

    return post


@pytest.mark.parametrize(("one", "other"), [("client", "walker"), ("walker", "client")])
async def test_what_one_side_proposes_and_the_other_agrees_to_makes_the_walk_longer(
    session: Any, walk: Any, say: Any, at: Any, outbox: Any, one: str, other: str, client: Any
) -> None:
    # a price that came later is not that of this walk
    dearer = DEFAULT_BODY | {"base": {"30": 9000, "60": 18000}}
    await add_pricing_rule(session, "default", dearer, valid_from=clock.now())
    await session.commit()
    proposed = (await say(one, "extensions", minutes=15)).json()
    own = await say(one, f"extensions/{proposed['id']}/accept")
    foreign = await say("stranger", f"extensions/{proposed['id']}/accept")

    agreed = await say(other, f"extensions/{proposed['id']}/accept")
    again = await say(other, f"extensions/{proposed['id']}/accept")

    # 45 minutes cost 20.00
    assert (proposed["amount"], proposed["state"]) == (500, "proposed")
    assert (own.status_code, own.json()["code"]) == (409, "own_proposal")
    assert foreign.status_code == 404
    assert agreed.status_code == 200, agreed.text
    longer = agreed.json()
    assert (longer["duration_minutes"], longer["amount"]) == (45, 2000)
    assert longer["ends_at"] == "2027-03-02T10:45:00Z"
    assert (again.status_code, again.json()["code"]) == (409, "extension_closed")
    told = {envelope.type: envelope.payload for envelope in await outbox()}
    assert told["order.extension_proposed.v1"]["proposed_by"] == one
    extended = told["order.extended.v1"]
    assert (extended["amount"], extended["delta"], extended["minutes"]) == (2000, 500, 15)
    during = await session.scalar(select(Slot.during).where(Slot.state == SlotState.CONFIRMED))
    assert during.upper == NOON + timedelta(minutes=45 + 15)
    at(NOON + timedelta(minutes=45))
    assert (await say("walker", "finish", **KAMPPI)).json()["status"] == "completed"


async def test_a_proposal_is_open_for_five_minutes_and_one_at_a_time(say: Any, at: Any) -> None:
    first = (await say("client", "extensions", minutes=15)).json()
    second = await say("walker", "extensions", minutes=30)
    at(NOON + timedelta(minutes=6))
    late = await say("walker", f"extensions/{first['id']}/accept")
    third = await say("walker", "extensions", minutes=30)
    no = await say("client", f"extensions/{third.json()['id']}/decline")

    assert (second.status_code, second.json()["code"]) == (409, "extension_pending")
    assert (late.status_code, late.json()["code"]) == (409, "extension_closed")
    assert (third.status_code, no.json()["state"]) == (201, "declined")


@pytest.mark.parametrize(
    ("minutes", "status", "code"),
    [(4, 422, "invalid_request"), (240, 409, "insufficient_funds"), (15, 409, "slot_taken")],
)
async def test_what_cannot_be_is_refused_and_changes_nothing(
    session: Any, walk: Any, say: Any, minutes: int, status: int, code: str, outbox: Any
) -> None:
    if code == "slot_taken":
        begins = NOON + timedelta(minutes=50)
        next_walk = await add_order(session, OrderStatus.ASSIGNED, scheduled_at=begins)
        await take_slot(session, next_walk, walk.walker_id, SlotState.CONFIRMED)
        await session.commit()

    refused = await say("client", "extensions", minutes=minutes)

    assert (refused.status_code, refused.json()["code"]) == (status, code)
    await session.refresh(walk)
    assert (walk.duration_minutes, walk.amount, await outbox()) == (30, 1500, [])


async def test_the_walker_does_not_learn_what_the_client_has(
    say: Any, stand_in: Any, session: Any, walk: Any
) -> None:
    proposed = (await say("client", "extensions", minutes=15)).json()
    stand_in(PaymentClient, wallet_stand_in(1))

    refused = await say("walker", f"extensions/{proposed['id']}/accept")

    assert (refused.status_code, refused.json()["code"]) == (409, "insufficient_funds")
    assert "missing" not in refused.json()
    await session.refresh(walk)
    assert walk.duration_minutes == 30


async def test_only_a_walk_under_way_can_be_longer(client: Any, session: Any, as_user: Any) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED)
    url = f"/api/v1/orders/{order.id}/extensions"
    refused = await client.post(url, json={"minutes": 15}, headers=as_user(order.client_id))
    assert (refused.status_code, refused.json()["code"]) == (409, "invalid_transition")


@pytest.mark.committed
async def test_agreed_to_twice_at_once_it_is_longer_once(session: Any, walk: Any, say: Any) -> None:
    proposed = (await say("client", "extensions", minutes=15)).json()

    answers = await asyncio.gather(
        *(say("walker", f"extensions/{proposed['id']}/accept") for _ in range(4))
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    await session.refresh(walk)
    assert (walk.duration_minutes, walk.amount) == (45, 2000)
