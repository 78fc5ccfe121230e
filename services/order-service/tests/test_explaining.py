"""Why this walker, and walks in a calendar."""

from datetime import timedelta
from typing import Any

import pytest
from factories import KAMPPI, add_order, walker_profile
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from sqlalchemy import update

from app.models import Walker
from app.models.order import OrderStatus
from app.models.ranking import WEIGHTS, Standing, factors_of, score_of
from app.services.booking import start_searching
from lapa_contracts.values import Point
from lapa_kit import clock
from lapa_kit.ids import new_id

COUNT = st.integers(0, 10_000)
STANDING = st.builds(
    Standing,
    distance_m=st.integers(0, 50_000),
    rating_sum=st.just(0),
    rating_count=st.just(0),
    completed_walks=COUNT,
    late_cancellations=COUNT,
    walks_together=COUNT,
    walks_of_week=COUNT,
)


@given(standing=STANDING)
def test_factors_and_score_stay_within_their_scale(standing: Standing) -> None:
    factors = factors_of(standing)
    assert set(factors) == set(WEIGHTS)
    assert sum(WEIGHTS.values()) == 100
    assert all(0 <= value <= 10_000 for value in [*factors.values(), score_of(factors)])


async def test_the_owner_learns_why_this_walker(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    near, known, good = [
        walker_profile(home=Point(lat=KAMPPI["lat"] + step * 0.002, lon=KAMPPI["lon"]))
        for step in range(3)
    ]
    for walker in (near, known, good):
        await deliver(walker)
    me = new_id()
    for _ in range(3):
        await add_order(session, OrderStatus.SETTLED, client_id=me, walker_id=known.walker_id)
    rated = update(Walker).where(Walker.walker_id == good.walker_id)
    await session.execute(rated.values(rating_sum=500, rating_count=100, completed_walks=100))
    order = await add_order(
        session, OrderStatus.AWAITING_PAYMENT, client_id=me, search_attempt=0, search_round=0
    )
    await start_searching(session, order.id)
    await session.commit()

    url = f"/api/v1/orders/{order.id}/explain"
    explained = (await client.get(url, headers=as_user(me))).json()
    to_walker = await client.get(url, headers=as_user(near.walker_id, "walker"))
    to_support = await client.get(url, headers=as_user(new_id(), "support"))

    asked = explained["asked"]
    assert {one["walker_id"] for one in asked} == {
        str(walker.walker_id) for walker in (near, known, good)
    }
    scores = [
        sum(explained["weights"][name] * value for name, value in one["factors"].items()) // 100
        for one in asked
    ]
    assert scores == [one["score"] for one in asked] == sorted(scores, reverse=True)
    factors = {one["walker_id"]: one["factors"] for one in asked}
    assert factors[str(known.walker_id)]["familiarity"] == 10_000
    assert factors[str(known.walker_id)]["fairness"] < factors[str(near.walker_id)]["fairness"]
    assert factors[str(good.walker_id)]["rating"] > factors[str(near.walker_id)]["rating"]
    assert factors[str(near.walker_id)]["distance"] == 10_000
    assert (to_walker.status_code, to_support.status_code) == (404, 200)


async def test_the_better_walker_is_asked_before_the_somewhat_nearer_ones(
    session: Any, client: Any, as_user: Any, deliver: Any
) -> None:
    walkers = [
        walker_profile(home=Point(lat=KAMPPI["lat"] + step * 0.0005, lon=KAMPPI["lon"]))
        for step in range(5)
    ]
    for walker in walkers:
        await deliver(walker)
    rated = update(Walker).where(Walker.walker_id == walkers[4].walker_id)
    await session.execute(rated.values(rating_sum=500, rating_count=100, completed_walks=100))
    order = await add_order(session, OrderStatus.AWAITING_PAYMENT, search_attempt=0)
    await start_searching(session, order.id)
    await session.commit()

    url = f"/api/v1/orders/{order.id}/explain"
    asked = (await client.get(url, headers=as_user(order.client_id))).json()["asked"]

    assert asked[0]["walker_id"] == str(walkers[4].walker_id)
    assert len(asked) == 3


@pytest.fixture
def feed(client: Any) -> Any:
    async def read(path: str) -> set[str]:
        response = await client.get(path)
        assert response.status_code == 200, response.text
        calendar = Calendar.from_ical(response.content)
        return {str(event["uid"]).split("@")[0] for event in calendar.walk("VEVENT")}

    return read


async def test_a_calendar_shows_what_will_be_and_forgets_what_is_cancelled(
    client: Any, session: Any, as_user: Any, feed: Any
) -> None:
    me, tomorrow = new_id(), clock.now() + timedelta(days=1)
    mine = await add_order(session, OrderStatus.ASSIGNED, client_id=me, scheduled_at=tomorrow)
    to_walk = await add_order(
        session, OrderStatus.ASSIGNED, walker_id=me, scheduled_at=tomorrow + timedelta(hours=3)
    )
    await add_order(session, OrderStatus.ASSIGNED, scheduled_at=tomorrow)
    path = (await client.post("/api/v1/orders/calendar", headers=as_user(me))).json()["path"]
    assert await feed(path) == {str(mine.id), str(to_walk.id)}

    await client.post(
        f"/api/v1/orders/{mine.id}/cancel", json={"reason": "rain"}, headers=as_user(me)
    )

    assert await feed(path) == {str(to_walk.id)}


async def test_a_calendars_address_ends_when_it_is_renewed_or_withdrawn(
    client: Any, as_user: Any, feed: Any
) -> None:
    me, url = as_user(new_id()), "/api/v1/orders/calendar"
    first = (await client.post(url, headers=me)).json()["path"]
    second = (await client.post(url, headers=me)).json()["path"]

    assert (await client.get(first)).status_code == 404
    assert await feed(second) == set()
    assert (await client.delete(url, headers=me)).status_code == 204
    gone = await client.get(second)
    assert (gone.status_code, gone.json()["code"]) == (404, "calendar_not_found")
