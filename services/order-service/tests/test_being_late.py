"""The walk does not begin: the walker is called, in the end all know, and then he did not come."""

from datetime import datetime, timedelta
from typing import Any

from factories import KAMPPI, add_order, walker_profile

from app.models.order import OrderStatus
from app.services.start_watch import watch_start
from lapa_kit import clock
from lapa_kit.ids import new_id


async def assigned(session: Any) -> Any:
    order = await add_order(session, OrderStatus.ASSIGNED)
    await watch_start(session, order)
    await session.commit()
    return order


async def pass_by(at: Any, run_jobs: Any, minutes: int) -> None:
    at(clock.now() + timedelta(minutes=minutes))
    await run_jobs()


async def test_the_ladder_of_calls_ends_with_a_no_show_that_costs_the_client_nothing(
    client: Any, session: Any, as_user: Any, at: Any, run_jobs: Any, outbox: Any, deliver: Any
) -> None:
    order = await assigned(session)
    await deliver(walker_profile(order.walker_id))

    for _ in range(7):
        await pass_by(at, run_jobs, 5)

    said = await outbox()
    calls = [e.payload for e in said if e.type == "order.start_overdue.v1"]
    assert [(one["minutes_late"], one["is_last_call"]) for one in calls] == [
        (5, False),
        (10, False),
        (15, True),
    ]
    assert said[-1].type == "order.no_show.v1"
    assert said[-1].payload["party"] == "walker"
    assert said[-1].payload["settlement"]["release"] == order.amount
    reputation = [e for e in said if e.type == "walker.reputation_changed.v1"]
    assert reputation[-1].payload["reliability"] == 0


async def test_who_stands_at_the_door_is_not_called(
    client: Any, session: Any, as_user: Any, at: Any, run_jobs: Any, published: Any
) -> None:
    order = await assigned(session)
    walker = as_user(order.walker_id, "walker")
    await client.post(f"/api/v1/orders/{order.id}/arrived", json=KAMPPI, headers=walker)

    await pass_by(at, run_jobs, 6)

    assert await published() == ["order.arrived.v1"]


async def test_who_will_be_late_says_so_and_the_client_hears_it_once_until_it_is_worse(
    client: Any, session: Any, as_user: Any, outbox: Any, at: Any
) -> None:
    order = await assigned(session)
    walker = as_user(order.walker_id, "walker")
    starts_at = order.scheduled_at

    async def say(minutes: int) -> Any:
        url = f"/api/v1/orders/{order.id}/running-late"
        return await client.post(url, json={"minutes": minutes}, headers=walker)

    at(starts_at)
    answers = [await say(minutes) for minutes in (5, 12, 20, 23, 121)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 422]
    told = [one.payload for one in await outbox()]
    assert [one["minutes_late"] for one in told] == [12, 23]
    seen = await client.get(f"/api/v1/orders/{order.id}", headers=as_user(order.client_id))
    late = datetime.fromisoformat(seen.json()["eta_at"]) - starts_at
    assert round(late.total_seconds() / 60) == 23
    await client.post(f"/api/v1/orders/{order.id}/arrived", json=KAMPPI, headers=walker)
    there = await say(5)
    assert (there.status_code, there.json()["code"]) == (409, "invalid_transition")


async def test_support_ends_a_walk_under_way_and_finishes_one_for_its_walker(
    client: Any, session: Any, as_user: Any, outbox: Any
) -> None:
    support = as_user(new_id(), "support")
    stopped = await add_order(session, OrderStatus.IN_PROGRESS)
    stuck = await add_order(session, OrderStatus.IN_PROGRESS)

    too_much = {"reason": "storm", "fee_amount": 1951}
    url = f"/api/v1/orders/{stopped.id}/cancel"
    refused = await client.post(url, json=too_much, headers=support)
    ended = await client.post(url, json={"reason": "storm", "fee_amount": 500}, headers=support)
    told = (await outbox())[-1]
    url = f"/api/v1/orders/{stuck.id}/finish"
    no_reason = await client.post(url, json={}, headers=support)
    finished = await client.post(url, json={"reason": "his phone died"}, headers=support)
    nowhere = await client.post(
        f"/api/v1/orders/{(await add_order(session, OrderStatus.IN_PROGRESS)).id}/finish",
        json={"reason": "mine"},
        headers=as_user(stuck.walker_id, "walker"),
    )

    assert (refused.status_code, refused.json()["code"]) == (422, "fee_out_of_range")
    assert ended.json()["status"] == "cancelled"
    assert (told.payload["by"], told.payload["settlement"]["capture"]) == ("support", 500)
    assert (no_reason.status_code, no_reason.json()["code"]) == (422, "reason_needed")
    assert finished.json()["status"] == "completed"
    assert nowhere.status_code == 404
