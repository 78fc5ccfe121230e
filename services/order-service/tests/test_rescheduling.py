"""Another time for a walk."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from factories import add_order, walker_profile, wallet_stand_in
from sqlalchemy import select

from app.models import Offer, Slot
from app.models.order import OrderStatus
from app.models.pricing import DEFAULT_BODY
from app.models.slot import SlotState
from app.queries.markets import add_pricing_rule
from app.queries.slots import take_slot
from app.services.booking import start_searching
from lapa_contracts.payment import PaymentClient
from lapa_kit import clock
from lapa_kit.ids import new_id

# local noon and local 23:00 of a Tuesday in Helsinki
NOON = datetime(2027, 3, 2, 10, tzinfo=UTC)
NIGHT = datetime(2027, 3, 2, 21, tzinfo=UTC)


@pytest.fixture(autouse=True)
def rich(stand_in: Any) -> None:
    stand_in(PaymentClient, wallet_stand_in(100_000))


@pytest.fixture
def move(client: Any, as_user: Any) -> Any:
    async def patch(order: Any, to: datetime, headers: Any = None, **more: Any) -> Any:
        body = {"scheduled_at": to.isoformat(), **more}
        headers = as_user(order.client_id) | (headers or {})
        return await client.patch(f"/api/v1/orders/{order.id}", json=body, headers=headers)

    return patch


async def assigned(session: Any, deliver: Any, **profile: Any) -> Any:
    """A walk at noon that has its walker, and his slot."""
    walker = walker_profile(**profile)
    await deliver(walker)
    order = await add_order(
        session,
        OrderStatus.ASSIGNED,
        walker_id=walker.walker_id,
        scheduled_at=NOON,
        is_asap=False,
        lines=[{"code": "base", "title": "30 minutes", "amount": 1500, "tax": 0}],
        amount=1500,
    )
    await take_slot(session, order, walker.walker_id, SlotState.CONFIRMED)
    await session.commit()
    return order


async def test_a_walk_moves_with_its_walker_its_slot_and_its_price(
    session: Any, deliver: Any, move: Any, outbox: Any
) -> None:
    order = await assigned(session, deliver)

    response = await move(order, NIGHT)

    assert response.status_code == 200, response.text
    moved = response.json()
    assert (moved["status"], moved["scheduled_at"]) == ("assigned", "2027-03-02T21:00:00Z")
    assert [(line["code"], line["amount"]) for line in moved["lines"]] == [
        ("base", 1500),
        ("night", 300),
    ]
    [said] = await outbox()
    assert (said.type, said.payload["delta"]) == ("order.rescheduled.v1", 300)
    assert said.payload["amount"] == moved["amount"] == 1800
    slots = await session.scalars(select(Slot).where(Slot.state == SlotState.CONFIRMED))
    assert [slot.during.lower for slot in slots] == [NIGHT]


async def test_back_to_noon_gives_the_difference_back(
    session: Any, deliver: Any, move: Any, outbox: Any
) -> None:
    order = await assigned(session, deliver)

    await move(order, NIGHT)
    await move(order, NOON)

    assert [said.payload["delta"] for said in await outbox()] == [300, -300]


async def test_the_new_price_is_known_before_anything_moves(
    client: Any, session: Any, deliver: Any, move: Any, as_user: Any, published: Any
) -> None:
    order = await assigned(session, deliver)
    path = f"/api/v1/orders/{order.id}/new-price"
    wanted = {"scheduled_at": NIGHT.isoformat(), "duration_minutes": 60}
    mine = as_user(order.client_id)

    shown = await client.get(path, params=wanted, headers=mine)
    foreign = await client.get(path, params=wanted, headers=as_user(order.walker_id))
    past = {"scheduled_at": (clock.now() - timedelta(minutes=1)).isoformat()}
    late = await client.get(path, params=past, headers=mine)

    assert shown.status_code == 200, shown.text
    assert await published() == []
    assert (foreign.status_code, late.json()["code"]) == (404, "scheduled_in_the_past")
    moved = (await move(order, NIGHT, duration_minutes=60)).json()
    assert shown.json()["amount"] == moved["amount"] == 1500 + shown.json()["difference"]
    assert shown.json()["lines"] == moved["lines"]


async def test_the_price_is_that_of_the_bookings_rule_until_that_is_over(
    session: Any, deliver: Any, move: Any, at: Any
) -> None:
    ends = clock.now() + timedelta(hours=1)
    old = {**DEFAULT_BODY, "night_bp": 100}
    await add_pricing_rule(
        session, "default", old, valid_from=clock.now() - timedelta(days=1), valid_until=ends
    )
    order = await assigned(session, deliver)
    dearer = {**DEFAULT_BODY, "base": {"30": 5000}}
    await add_pricing_rule(session, "default", dearer, valid_from=clock.now())
    await session.commit()

    before = (await move(order, NIGHT)).json()["amount"]
    at(ends)
    after = (await move(order, NIGHT + timedelta(days=1))).json()["amount"]

    assert (before, after) == (1515, 6000)


async def test_a_walker_who_is_not_free_then_makes_way_for_another(
    session: Any, deliver: Any, move: Any, published: Any
) -> None:
    order = await assigned(session, deliver)
    other = await add_order(session, OrderStatus.ASSIGNED, scheduled_at=NIGHT)
    await take_slot(session, other, order.walker_id, SlotState.CONFIRMED)
    await session.commit()
    free = walker_profile()
    await deliver(free)

    response = await move(order, NIGHT)

    assert (response.json()["status"], response.json()["walker_id"]) == ("searching", None)
    said = await published()
    assert said == [
        "order.rescheduled.v1",
        "order.unassigned.v1",
        "order.search_started.v1",
        "offer.made.v1",
    ]
    offers = await session.scalars(select(Offer.walker_id).where(Offer.order_id == order.id))
    assert list(offers) == [free.walker_id]


async def test_a_walker_may_refuse_a_time_he_did_not_accept(
    client: Any, session: Any, deliver: Any, move: Any, as_user: Any, outbox: Any
) -> None:
    order = await assigned(session, deliver)
    await move(order, NIGHT)

    url, headers = f"/api/v1/orders/{order.id}/cancel", as_user(order.walker_id, "walker")
    response = await client.post(url, json={"reason": "asleep by then"}, headers=headers)

    assert response.json()["status"] == "searching"
    [unassigned] = [said for said in await outbox() if said.type == "order.unassigned.v1"]
    assert unassigned.payload["reason_code"] == "refused_new_time"


async def test_who_was_asked_for_the_old_time_is_asked_for_the_new_one(
    client: Any, session: Any, deliver: Any, move: Any, as_user: Any
) -> None:
    walker = walker_profile()
    await deliver(walker)
    order = await add_order(
        session, OrderStatus.AWAITING_PAYMENT, search_attempt=0, scheduled_at=NOON, is_asap=False
    )
    await start_searching(session, order.id)
    await session.commit()

    await move(order, NIGHT)

    offers = await client.get("/api/v1/orders/offers", headers=as_user(walker.walker_id, "walker"))
    [offer] = offers.json()["items"]
    assert offer["scheduled_at"] == "2027-03-02T21:00:00Z"


async def test_an_asked_walker_who_is_not_free_then_stays_asked_for_the_old_time(
    client: Any, session: Any, deliver: Any, move: Any, as_user: Any
) -> None:
    walker = walker_profile()
    await deliver(walker)
    order = await add_order(
        session,
        OrderStatus.SEARCHING,
        scheduled_at=NOON,
        is_asap=False,
        requested_walker_id=walker.walker_id,
    )
    other = await add_order(session, OrderStatus.ASSIGNED, scheduled_at=NIGHT)
    await take_slot(session, order, walker.walker_id, SlotState.HELD)
    await take_slot(session, other, walker.walker_id, SlotState.CONFIRMED)
    await session.commit()

    response = await move(order, NIGHT)

    assert (response.status_code, response.json()["code"]) == (409, "slot_taken")
    seen = await client.get(f"/api/v1/orders/{order.id}", headers=as_user(order.client_id))
    assert (seen.json()["scheduled_at"], seen.json()["version"]) == ("2027-03-02T10:00:00Z", 3)


async def test_without_the_money_for_a_dearer_time_nothing_changes(
    session: Any, deliver: Any, move: Any, stand_in: Any, published: Any
) -> None:
    stand_in(PaymentClient, wallet_stand_in(299))
    order = await assigned(session, deliver)

    response = await move(order, NIGHT)

    assert (response.status_code, response.json()["code"]) == (409, "insufficient_funds")
    assert response.json()["missing"] == 1
    assert await published() == []


async def test_moving_a_walk_away_does_not_save_the_fee(
    client: Any, session: Any, deliver: Any, move: Any, as_user: Any, at: Any
) -> None:
    order = await assigned(session, deliver)
    at(NOON - timedelta(hours=2))
    assert (await move(order, NIGHT + timedelta(days=9))).status_code == 200

    url = f"/api/v1/orders/{order.id}/cancellation-fee"
    fee = (await client.get(url, headers=as_user(order.client_id))).json()["amount"]

    assert fee == 900


@pytest.mark.parametrize("status", ["en_route", "in_progress", "settled"])
async def test_a_walk_that_has_begun_is_not_moved(session: Any, move: Any, status: str) -> None:
    order = await add_order(session, OrderStatus(status))
    response = await move(order, NIGHT)
    assert (response.status_code, response.json()["code"]) == (409, "invalid_transition")


async def test_a_stale_or_backdated_or_foreign_move_is_refused(
    client: Any, session: Any, deliver: Any, move: Any, as_user: Any
) -> None:
    order = await assigned(session, deliver)

    stale = await move(order, NIGHT, {"If-Match": '"v1"'})
    past = await move(order, clock.now() - timedelta(minutes=1))
    foreign = await move(order, NIGHT, as_user(new_id()))
    too_long = await move(order, NIGHT, duration_minutes=721)

    assert [r.status_code for r in (stale, past, foreign, too_long)] == [412, 422, 404, 422]


@pytest.mark.committed
async def test_two_walks_moved_to_one_hour_of_one_walker_keep_him_once(
    session: Any, deliver: Any, move: Any
) -> None:
    first = await assigned(session, deliver)
    second = await add_order(
        session,
        OrderStatus.ASSIGNED,
        walker_id=first.walker_id,
        scheduled_at=NOON + timedelta(hours=3),
    )
    await take_slot(session, second, first.walker_id, SlotState.CONFIRMED)
    await session.commit()

    answers = await asyncio.gather(move(first, NIGHT), move(second, NIGHT))

    assert [answer.status_code for answer in answers] == [200, 200]
    assert sorted(answer.json()["status"] for answer in answers) == ["assigned", "searching"]
