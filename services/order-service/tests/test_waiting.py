"""Waiting at the door: a no-show is proven by place, time and attempts."""

from datetime import timedelta
from typing import Any

from factories import KAMPPI, TOOLO, add_order

from app.models.order import OrderStatus
from app.services.start_watch import watch_start
from lapa_kit import clock


async def act(client: Any, order: Any, action: str, headers: Any, **body: Any) -> Any:
    asked = {**KAMPPI, **body}
    return await client.post(f"/api/v1/orders/{order.id}/{action}", json=asked, headers=headers)


async def test_ten_minutes_and_two_attempts_earn_the_fee(
    client: Any, session: Any, as_user: Any, at: Any, outbox: Any
) -> None:
    order = await add_order(session, OrderStatus.EN_ROUTE)
    walker = as_user(order.walker_id, "walker")
    await act(client, order, "arrived", walker)
    for _ in range(2):
        rung = await act(client, order, "contact-attempts", walker, channel="doorbell")
        assert rung.status_code == 201, rung.text
        at(clock.now() + timedelta(minutes=2))

    early = await act(client, order, "no-show", walker)
    at(clock.now() + timedelta(minutes=7))
    ended = await act(client, order, "no-show", walker)

    assert (early.status_code, early.json()["code"]) == (409, "no_show_not_proven")
    assert early.json()["missing"] == ["waiting"]
    assert ended.json()["status"] == "no_show"
    said = (await outbox())[-1]
    assert (said.type, said.payload["party"]) == ("order.no_show.v1", "client")
    assert said.payload["settlement"]["capture"] == 975
    url = f"/api/v1/orders/{order.id}/timeline"
    entry = (await client.get(url, headers=as_user(order.client_id))).json()["items"][-1]
    assert len(entry["data"]["attempts"]) == 2
    assert entry["data"]["waited_s"] >= 600


async def test_nothing_is_proven_elsewhere_unannounced_or_by_ringing_twice_at_once(
    client: Any, session: Any, as_user: Any, at: Any
) -> None:
    order = await add_order(session, OrderStatus.ASSIGNED)
    walker = as_user(order.walker_id, "walker")

    unannounced = await act(client, order, "no-show", walker)
    await act(client, order, "arrived", walker)
    first = await act(client, order, "contact-attempts", walker, channel="call")
    second = await act(client, order, "contact-attempts", walker, channel="call")
    at(clock.now() + timedelta(minutes=11))
    alone = await act(client, order, "no-show", walker)
    far = await act(client, order, "no-show", walker, **TOOLO)
    owner = await act(client, order, "no-show", as_user(order.client_id))

    assert unannounced.json()["missing"] == ["arrived"]
    assert (first.status_code, second.json()["code"]) == (201, "attempt_too_soon")
    assert alone.json()["missing"] == ["contact_attempts"]
    assert far.json()["code"] == "too_far_from_pickup"
    assert owner.status_code == 404


async def test_who_comes_early_waits_from_the_agreed_start(
    client: Any, session: Any, as_user: Any, at: Any
) -> None:
    start = clock.now() + timedelta(minutes=20)
    order = await add_order(session, OrderStatus.ASSIGNED, scheduled_at=start)
    walker = as_user(order.walker_id, "walker")
    await act(client, order, "arrived", walker)
    for _ in range(2):
        await act(client, order, "contact-attempts", walker, channel="call")
        at(clock.now() + timedelta(minutes=10))

    answer = await act(client, order, "no-show", walker)

    assert answer.json()["missing"] == ["waiting"]
    assert answer.json()["earliest_at"].startswith((start + timedelta(minutes=10)).isoformat()[:16])


async def test_a_walker_who_waits_at_the_door_is_no_no_show_of_his(
    client: Any, session: Any, as_user: Any, at: Any, run_jobs: Any, outbox: Any
) -> None:
    order = await add_order(session, OrderStatus.EN_ROUTE)
    await watch_start(session, order)
    await session.commit()
    walker = as_user(order.walker_id, "walker")
    await act(client, order, "arrived", walker)
    for _ in range(2):
        await act(client, order, "contact-attempts", walker, channel="doorbell")
        at(clock.now() + timedelta(minutes=16))
    await run_jobs()

    said = (await outbox())[-1]
    assert (said.type, said.payload["party"], said.payload["by"]) == (
        "order.no_show.v1",
        "client",
        "system",
    )
