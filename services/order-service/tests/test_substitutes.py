"""The backup chain: substitutes who were met and have agreed, asked one after another when a walker fails."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from factories import KAMPPI, TOOLO, add_order, captured, track_of, walker_profile
from sqlalchemy import select

from app.models import Offer, Order
from app.models.offer import OfferState
from app.models.order import OrderStatus
from app.services.start_watch import watch_start
from lapa_contracts.values import Point
from lapa_kit import clock
from lapa_kit.ids import new_id

URL = "/api/v1/orders/substitutes"


class Household:
    """A client, his walker, three others who have walked for him before, and a stranger next door."""

    def __init__(self, client: Any, session: Any, as_user: Any, deliver: Any) -> None:
        self.client, self.session, self.as_user, self.deliver = client, session, as_user, deliver
        self.id, self.walker_id, self.stranger_id = new_id(), new_id(), new_id()
        self.others = [new_id() for _ in range(3)]

    async def move_in(self) -> None:
        for walker_id in (self.walker_id, self.stranger_id):
            await self.deliver(walker_profile(walker_id))
        for walker_id in self.others:
            # farther than the stranger, and wanting to be told long before
            home = Point(**TOOLO)
            profile = walker_profile(walker_id, home=home, min_notice_minutes=24 * 60)
            await self.deliver(profile)
            met = {"client_id": self.id, "walker_id": walker_id}
            long_ago = clock.now() - timedelta(days=30)
            await add_order(self.session, OrderStatus.SETTLED, scheduled_at=long_ago, **met)

    async def rank(self, *walker_ids: Any) -> Any:
        body = {"walker_ids": [str(one) for one in walker_ids]}
        return await self.client.put(URL, json=body, headers=self.as_user(self.id))

    async def agree(self, *walker_ids: Any) -> None:
        ranked = (await self.rank(*walker_ids)).json()["items"]
        for one in ranked:
            headers = self.as_user(one["walker_id"], "walker")
            said = await self.client.post(f"{URL}/{one['id']}/consent", headers=headers)
            assert said.json()["state"] == "consented"

    async def order(self, starts_in: timedelta = timedelta(0), **fields: Any) -> Order:
        """A walk that its walker has."""
        order = await add_order(
            self.session,
            OrderStatus.ASSIGNED,
            client_id=self.id,
            walker_id=self.walker_id,
            scheduled_at=clock.now() + starts_in,
            is_asap=False,
            **fields,
        )
        accepted = Offer(
            id=new_id(),
            order_id=order.id,
            walker_id=self.walker_id,
            attempt=1,
            wave=1,
            distance_m=0,
            earnings=order.walker_earnings,
            score=0,
            factors={},
            state=OfferState.ACCEPTED,
            expires_at=clock.now(),
        )
        self.session.add(accepted)
        await watch_start(self.session, order)
        await self.session.commit()
        return order

    async def asked(self, order: Order) -> list[Any]:
        """Who could accept it at this moment."""
        statement = select(Offer).where(Offer.order_id == order.id, Offer.state == OfferState.OPEN)
        offers = list(await self.session.scalars(statement))
        return [offer.walker_id for offer in offers if offer.expires_at > clock.now()]

    async def answer(self, walker_id: Any, action: str) -> Any:
        me = self.as_user(walker_id, "walker")
        [offer] = (await self.client.get("/api/v1/orders/offers", headers=me)).json()["items"]
        assert offer["as_substitute"] is True
        url = f"/api/v1/orders/offers/{offer['id']}/{action}"
        return await self.client.post(url, headers=me)

    async def act(self, order: Order, action: str, walker_id: Any, **body: Any) -> Any:
        return await self.client.post(
            f"/api/v1/orders/{order.id}/{action}",
            json={**KAMPPI, **body},
            headers=self.as_user(walker_id, "walker"),
        )


@pytest.fixture
async def home(client: Any, session: Any, as_user: Any, deliver: Any) -> Household:
    household = Household(client, session, as_user, deliver)
    await household.move_in()
    return household


@pytest.fixture
def pass_by(at: Any, run_jobs: Any) -> Any:
    async def move(minutes: float) -> None:
        at(clock.now() + timedelta(minutes=minutes))
        await run_jobs()

    return move


async def test_a_substitute_has_been_met_and_says_himself_whether_he_is_one(
    client: Any, as_user: Any, home: Household, outbox: Any
) -> None:
    first, second, third = home.others

    strange = await home.rank(first, home.stranger_id)
    many = await home.rank(*[new_id() for _ in range(6)])
    named = (await home.rank(first, second)).json()["items"]
    me = as_user(first, "walker")
    [request] = (await client.get(f"{URL}/requests", headers=me)).json()["items"]
    agreed = await client.post(f"{URL}/{request['id']}/consent", headers=me)
    again = await client.post(f"{URL}/{request['id']}/consent", headers=me)
    for_another = await client.post(f"{URL}/{named[1]['id']}/consent", headers=me)
    reordered = (await home.rank(third, first)).json()["items"]

    assert (strange.status_code, strange.json()["code"]) == (422, "not_met_yet")
    assert strange.json()["walker_ids"] == [str(home.stranger_id)]
    assert many.status_code == 422
    assert [(one["rank"], one["state"]) for one in named] == [(1, "asked"), (2, "asked")]
    assert agreed.json()["state"] == again.json()["state"] == "consented"
    assert (for_another.status_code, for_another.json()["code"]) == (404, "substitute_not_found")
    assert [(one["walker_id"], one["state"]) for one in reordered] == [
        (str(third), "asked"),
        (str(first), "consented"),
    ]
    assert (await client.get(URL, headers=as_user(home.id))).json()["items"] == reordered
    said = [(one.type, one.payload["walker_id"]) for one in await outbox()]
    assert said == [
        ("substitute.asked.v1", str(first)),
        ("substitute.asked.v1", str(second)),
        ("substitute.answered.v1", str(first)),
        ("substitute.asked.v1", str(third)),
    ]


async def test_a_silent_walker_loses_the_walk_to_the_substitute_who_accepts_and_with_it_the_keys(
    client: Any, as_user: Any, home: Household, pass_by: Any, outbox: Any, deliver: Any
) -> None:
    first, second, third = home.others
    await home.agree(second, third)
    await home.rank(first, second, third)  # the first choice has not agreed
    order = await home.order()

    await pass_by(9)
    assert await home.asked(order) == []
    await pass_by(1)
    assert await home.asked(order) == [second]
    seen = [
        (await client.get(f"/api/v1/orders/{order.id}", headers=as_user(user_id))).json()
        for user_id in (home.id, home.walker_id)
    ]
    assert {(one["status"], one["substitutes_until"] is None) for one in seen} == {
        ("assigned", False)
    }
    assert (await home.answer(second, "decline")).status_code == 204
    assert await home.asked(order) == [third]
    assert (await home.act(order, "access/reveal", home.walker_id)).status_code == 200
    taken = await home.answer(third, "accept")

    assert (taken.status_code, taken.json()["status"]) == (200, "assigned")
    assert taken.json()["walker_id"] == str(third)
    assert (await home.act(order, "access/reveal", home.walker_id)).status_code == 404
    assert (await home.act(order, "start", home.walker_id)).status_code == 404
    assert (await home.act(order, "access/reveal", third)).status_code == 200
    for action in ("start", "finish"):
        assert (await home.act(order, action, third)).status_code == 200
    await deliver(track_of(order.id))
    await home.session.refresh(order)
    await deliver(captured(order))
    said = await outbox()
    [due] = [one.payload for one in said if one.type == "order.settlement_due.v1"]
    assert (due["walker_id"], due["settlement"]["capture"]) == (str(third), order.amount)
    types = [one.type for one in said]
    assert {"order.placed.v1", "order.rescheduled.v1", "order.cancelled.v1"}.isdisjoint(types)
    gone = next(one.payload for one in said if one.type == "order.unassigned.v1")
    assert (gone["previous_walker_id"], gone["reason_code"]) == (str(home.walker_id), "walker_late")
    assert types[types.index("order.unassigned.v1") :][:3] == [
        "order.unassigned.v1",
        "offer.closed.v1",
        "order.assigned.v1",
    ]
    timeline = await client.get(f"/api/v1/orders/{order.id}/timeline", headers=as_user(home.id))
    kinds = [entry["kind"] for entry in timeline.json()["items"]]
    assert kinds == [
        "start_overdue",
        "start_overdue",
        "substitutes_asked",
        "unassigned",
        "assigned",
        "in_progress",
        "completed",
        "settled",
    ]


async def test_who_does_not_answer_makes_way_for_the_next_until_nobody_came(
    home: Household, pass_by: Any
) -> None:
    await home.agree(*home.others)
    order = await home.order()

    asked = []
    for minutes in (10, 5, 5, 5):
        await pass_by(minutes)
        asked.append(await home.asked(order))
    await pass_by(5)

    assert asked == [[one] for one in home.others] + [[]]
    await home.session.refresh(order)
    assert (order.status, order.ended_reason) == (OrderStatus.NO_SHOW, "walker_did_not_come")


@pytest.mark.parametrize("action", ["arrived", "start"])
async def test_the_late_walker_who_is_at_the_door_first_keeps_the_walk(
    client: Any, as_user: Any, home: Household, pass_by: Any, action: str
) -> None:
    [first, *_] = home.others
    await home.agree(first)
    order = await home.order()
    await pass_by(10)
    me = as_user(first, "walker")
    [offer] = (await client.get("/api/v1/orders/offers", headers=me)).json()["items"]

    there = await home.act(order, action, home.walker_id)
    late = await client.post(f"/api/v1/orders/offers/{offer['id']}/accept", headers=me)
    await pass_by(10)

    assert (there.status_code, there.json()["substitutes_until"]) == (200, None)
    assert (late.status_code, late.json()["code"]) == (409, "offer_taken")
    assert await home.asked(order) == []


async def test_who_is_on_his_way_has_until_the_last_call(home: Household, pass_by: Any) -> None:
    [first, *_] = home.others
    await home.agree(first)
    order = await home.order()
    await home.act(order, "en-route", home.walker_id)

    await pass_by(10)
    before = await home.asked(order)
    await pass_by(5)

    assert (before, await home.asked(order)) == ([], [first])


async def test_who_has_said_when_he_comes_is_not_silent_until_then(
    home: Household, pass_by: Any
) -> None:
    [first, *_] = home.others
    await home.agree(first)
    order = await home.order()
    await home.act(order, "running-late", home.walker_id, minutes=12)

    await pass_by(10)
    before = await home.asked(order)
    await pass_by(5)

    assert (before, await home.asked(order)) == ([], [first])


async def test_when_the_walker_cancels_the_substitutes_are_asked_before_everybody_else(
    home: Household, pass_by: Any, client: Any, as_user: Any
) -> None:
    first, second, _ = home.others
    await home.agree(first, second)
    order = await home.order(timedelta(hours=1))

    left = await home.act(order, "cancel", home.walker_id, reason="ill")
    waves = [await home.asked(order)]
    await pass_by(10)
    waves.append(await home.asked(order))
    await home.answer(second, "decline")
    waves.append(await home.asked(order))

    assert left.json()["status"] == "searching"
    assert waves == [[first], [second], [home.stranger_id]]
    url = f"/api/v1/orders/{order.id}/explain"
    explained = (await client.get(url, headers=as_user(home.id))).json()["asked"]
    assert [one["as_substitute"] for one in explained] == [False, True, True, False]


async def test_a_chain_leaves_half_of_the_time_to_find_somebody_else(
    home: Household, pass_by: Any
) -> None:
    await home.agree(*home.others)
    order = await home.order()
    await home.act(order, "cancel", home.walker_id, reason="ill")

    asked = [await home.asked(order)]
    for _ in range(3):
        await pass_by(2.5)
        asked.append(await home.asked(order))

    assert asked == [[one] for one in [*home.others, home.stranger_id]]


@pytest.mark.committed
async def test_the_late_walker_and_the_substitute_at_the_same_moment(
    client: Any, session: Any, as_user: Any, deliver: Any, run_jobs: Any, at: Any
) -> None:
    home = Household(client, session, as_user, deliver)
    await home.move_in()
    [first, *_] = home.others
    await home.agree(first)
    order = await home.order()
    at(clock.now() + timedelta(minutes=10))
    await run_jobs()

    answers = await asyncio.gather(
        home.act(order, "start", home.walker_id), home.answer(first, "accept")
    )

    await session.refresh(order)
    if answers[0].status_code == 200:
        assert (order.status, order.walker_id) == (OrderStatus.IN_PROGRESS, home.walker_id)
        assert (answers[1].status_code, answers[1].json()["code"]) == (409, "offer_taken")
    else:
        assert (order.status, order.walker_id) == (OrderStatus.ASSIGNED, first)
        assert (answers[0].status_code, answers[1].status_code) == (404, 200)
