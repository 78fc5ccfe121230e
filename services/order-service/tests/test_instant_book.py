"""Walkers who need not be asked: whoever chooses one has him when the money is secured."""

from datetime import timedelta
from typing import Any

import pytest
from factories import KAMPPI, add_quote, authorized, pets_stand_in, walker_profile
from sqlalchemy import func, select

from app.models import Offer, Order
from app.models.offer import OfferState
from app.models.order import OrderStatus
from lapa_contracts.pet import PetClient
from lapa_contracts.user import UserSuspended
from lapa_kit import clock
from lapa_kit.ids import new_id


async def book(client: Any, session: Any, as_user: Any, **body: Any) -> Order:
    quote = await add_quote(session)
    asked = {"quote_id": str(quote.id), **body}
    response = await client.post("/api/v1/orders", json=asked, headers=as_user(quote.client_id))
    assert response.status_code == 201, response.text
    return await session.get_one(Order, response.json()["id"])


async def pay(session: Any, deliver: Any, order: Order) -> Order:
    await deliver(authorized(order.id, order.client_id))
    await session.refresh(order)
    return order


async def test_the_walker_who_was_chosen_has_the_walk_when_it_is_paid_for(
    client: Any, session: Any, as_user: Any, deliver: Any, published: Any
) -> None:
    walker = walker_profile(instant_book=True)
    await deliver(walker)
    order = await book(client, session, as_user, walker_id=str(walker.walker_id))
    assert order.status is OrderStatus.AWAITING_PAYMENT

    await pay(session, deliver, order)

    assert (order.status, order.walker_id) == (OrderStatus.ASSIGNED, walker.walker_id)
    assert await session.scalar(select(Offer.state)) is OfferState.ACCEPTED
    assert (await published())[1:] == ["order.search_started.v1", "order.assigned.v1"]
    url = f"/api/v1/orders/{order.id}"
    timeline = (await client.get(f"{url}/timeline", headers=as_user(order.client_id))).json()
    assert timeline["items"][-1]["data"] == {"instant_book": True}
    # his time is taken like any other's, and he may leave as anybody may
    rival = await add_quote(session)
    again = {"quote_id": str(rival.id), "walker_id": str(walker.walker_id)}
    refused = await client.post("/api/v1/orders", json=again, headers=as_user(rival.client_id))
    assert (refused.status_code, refused.json()["code"]) == (409, "slot_taken")
    me = as_user(walker.walker_id, "walker")
    left = await client.post(f"{url}/cancel", json={"reason": "ill"}, headers=me)
    assert left.json()["status"] == "searching"
    # and is not asked for what he has just left
    assert await session.scalar(select(func.count()).select_from(Offer)) == 1


async def test_who_was_not_chosen_is_asked_all_the_same(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    await deliver(walker_profile(instant_book=True))

    order = await pay(session, deliver, await book(client, session, as_user))

    assert order.status is OrderStatus.SEARCHING
    assert await session.scalar(select(func.count()).select_from(Offer)) == 1


@pytest.mark.parametrize("instant", [True, False])
async def test_the_notice_a_walker_wants_counts_when_he_is_chosen_not_when_it_is_paid_for(
    client: Any, session: Any, as_user: Any, deliver: Any, at: Any, instant: bool
) -> None:
    walker = walker_profile(instant_book=instant, min_notice_minutes=120)
    await deliver(walker)
    in_time = clock.now() + timedelta(minutes=121)
    quote = await add_quote(session, is_asap=False, scheduled_at=in_time)
    body = {"quote_id": str(quote.id), "walker_id": str(walker.walker_id)}
    made = await client.post("/api/v1/orders", json=body, headers=as_user(quote.client_id))
    assert made.status_code == 201, made.text
    order = await session.get_one(Order, made.json()["id"])

    at(clock.now() + timedelta(minutes=4))
    await pay(session, deliver, order)

    state = await session.scalar(select(Offer.state))
    assert state is (OfferState.ACCEPTED if instant else OfferState.OPEN)


@pytest.mark.parametrize("change", ["suspended", "offline", "asks_again"])
async def test_what_has_changed_while_the_client_paid_counts(
    client: Any, session: Any, as_user: Any, deliver: Any, change: str
) -> None:
    walker = walker_profile(instant_book=True)
    await deliver(walker)
    order = await book(client, session, as_user, walker_id=str(walker.walker_id))

    if change == "suspended":
        await deliver(UserSuspended(user_id=walker.walker_id, reason_code="fraud"))
    elif change == "offline":
        await deliver(walker_profile(walker.walker_id, 2, instant_book=True, online=False))
    else:
        await deliver(walker_profile(walker.walker_id, 2, instant_book=False))
    await pay(session, deliver, order)

    assert order.status is OrderStatus.SEARCHING
    offered = await session.scalar(select(func.count()).select_from(Offer))
    assert offered == (1 if change == "asks_again" else 0)


async def test_the_search_and_the_quote_say_who_need_not_be_asked(
    client: Any, as_user: Any, deliver: Any, stand_in: Any
) -> None:
    from lapa_kit.testing.identity import as_service

    stand_in(PetClient, pets_stand_in())
    instant, asked = walker_profile(instant_book=True), walker_profile()
    off_duty = walker_profile(instant_book=True, accepted_sizes=["small"])
    for walker in (instant, asked, off_duty):
        await deliver(walker)

    async def hits(**wish: Any) -> dict[str, bool]:
        params = {**KAMPPI, "size": "medium", **wish}
        url = "/internal/v1/walkers/search"
        found = await client.get(url, params=params, headers=as_service())
        return {hit["walker_id"]: hit["instant_book"] for hit in found.json()["items"]}

    async def quoted(walker_id: Any) -> bool:
        body = {
            "pet_ids": [str(new_id())],
            "scheduled_at": (clock.now() + timedelta(hours=3)).isoformat(),
            "duration_minutes": 30,
            "pickup": {**KAMPPI, "address": "Urho Kekkosen katu 1"},
            "walker_id": str(walker_id) if walker_id else None,
        }
        url = "/api/v1/orders/quote"
        response = await client.post(url, json=body, headers=as_user(new_id()))
        assert response.status_code == 200, response.text
        return response.json()["instant_book"]

    assert await hits() == {str(instant.walker_id): True, str(asked.walker_id): False}
    assert await hits(instant_book=True) == {str(instant.walker_id): True}
    walkers = (instant.walker_id, asked.walker_id, off_duty.walker_id, new_id(), None)
    assert [await quoted(one) for one in walkers] == [True, False, False, False, False]
