"""Who is asked, who wins, and what happens when nobody wants."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from factories import KAMPPI, TOOLO, add_order, walker_profile
from sqlalchemy import select

from app.config import settings
from app.models import Offer, Order, Slot
from app.models.offer import OfferState
from app.models.order import OrderStatus
from app.models.slot import SlotState, window
from app.queries import walkers as walker_queries
from app.services.booking import start_searching
from lapa_contracts.order import WalkerBooking
from lapa_contracts.user import BlockAdded, FavoriteAdded, UserSuspended
from lapa_contracts.values import PetSize, Point, Species
from lapa_kit import clock
from lapa_kit.ids import new_id


async def search(session: Any, **fields: Any) -> Order:
    """An order whose money has just been secured; the first wave is out."""
    order = await add_order(session, OrderStatus.AWAITING_PAYMENT, search_attempt=0, **fields)
    await start_searching(session, order.id)
    await session.commit()
    return order


async def asked(session: Any, order: Order) -> set[Any]:
    statement = select(Offer.walker_id).where(
        Offer.order_id == order.id, Offer.state == OfferState.OPEN
    )
    return set(await session.scalars(statement))


async def accept(client: Any, headers: Any) -> Any:
    [offer] = (await client.get("/api/v1/orders/offers", headers=headers)).json()["items"]
    return await client.post(f"/api/v1/orders/offers/{offer['id']}/accept", headers=headers)


async def test_the_nearest_three_are_asked_first(session: Any, deliver: Any) -> None:
    walkers = []
    for step in range(5):
        home = Point(lat=KAMPPI["lat"] + step * 0.002, lon=KAMPPI["lon"])
        walkers.append(walker_profile(home=home))
        await deliver(walkers[-1])

    order = await search(session)

    assert await asked(session, order) == {walker.walker_id for walker in walkers[:3]}


@pytest.mark.parametrize(
    "reason",
    [
        {"verification": "pending"},
        {"verified_until": clock.now() - timedelta(days=1)},
        {"online": False},
        {"accepted_sizes": [PetSize.SMALL]},
        {"max_dogs": 2},
        {"accepted_species": [Species.CAT]},
        {"takes_puppies": False},
        {"takes_reactive": False},
        {"home": Point(**TOOLO), "service_radius_m": 1000},
        {
            # a square around the pickup with a hole where it stands
            "area": {
                "type": "Polygon",
                "coordinates": [
                    [[24.9, 60.1], [25.0, 60.1], [25.0, 60.2], [24.9, 60.2], [24.9, 60.1]],
                    [
                        [24.93, 60.16],
                        [24.93, 60.17],
                        [24.94, 60.17],
                        [24.94, 60.16],
                        [24.93, 60.16],
                    ],
                ],
            }
        },
    ],
)
async def test_who_does_not_fit_is_never_asked(
    session: Any, deliver: Any, reason: dict[str, Any]
) -> None:
    fitting = walker_profile()
    await deliver(fitting)
    await deliver(walker_profile(**reason))
    young = (clock.now() - timedelta(days=200)).date().isoformat()
    dogs = [
        {"pet_id": str(new_id()), "name": "Rex", "size": "medium", "species": "dog"},
        {"pet_id": str(new_id()), "name": "Pup", "size": "medium", "birth_date": young},
        {"pet_id": str(new_id()), "name": "Tiger", "size": "medium", "temperament": ["reactive"]},
    ]

    order = await search(session, pets=dogs)

    assert await asked(session, order) == {fitting.walker_id}


async def test_where_a_check_is_demanded_its_end_takes_the_walker_out_of_the_search(
    session: Any, deliver: Any, at: Any, monkeypatch: Any
) -> None:
    demanding = settings.model_copy(update={"background_check_required": True})
    monkeypatch.setattr(walker_queries, "settings", demanding)
    ends = clock.now() + timedelta(days=30)
    unchecked, checked = walker_profile(), walker_profile(checked_until=ends)
    await deliver(unchecked)
    await deliver(checked)

    assert await asked(session, await search(session)) == {checked.walker_id}
    at(ends)
    assert await asked(session, await search(session)) == set()


async def test_a_blocked_pair_never_meets(session: Any, deliver: Any) -> None:
    walker, client_id = walker_profile(), new_id()
    await deliver(walker)
    await deliver(BlockAdded(user_id=walker.walker_id, other_id=client_id))

    order = await search(session, client_id=client_id)

    assert await asked(session, order) == set()


async def test_favourites_are_asked_alone_first(session: Any, deliver: Any) -> None:
    near, liked, client_id = walker_profile(), walker_profile(home=Point(**TOOLO)), new_id()
    await deliver(near)
    await deliver(liked)
    await deliver(FavoriteAdded(user_id=client_id, other_id=liked.walker_id))

    order = await search(session, client_id=client_id)

    assert await asked(session, order) == {liked.walker_id}


async def test_when_all_have_declined_the_next_wave_goes_out_at_once(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    walkers = [
        walker_profile(home=Point(lat=KAMPPI["lat"] + step * 0.002, lon=KAMPPI["lon"]))
        for step in range(4)
    ]
    for walker in walkers:
        await deliver(walker)
    order = await search(session)

    for walker in walkers[:3]:
        headers = as_user(walker.walker_id, "walker")
        [offer] = (await client.get("/api/v1/orders/offers", headers=headers)).json()["items"]
        url = f"/api/v1/orders/offers/{offer['id']}/decline"
        assert (await client.post(url, headers=headers)).status_code == 204

    assert await asked(session, order) == {walkers[3].walker_id}


async def test_an_unanswered_wave_makes_way_for_the_next(
    session: Any, deliver: Any, run_jobs: Any, at: Any
) -> None:
    walkers = [
        walker_profile(home=Point(lat=KAMPPI["lat"] + step * 0.002, lon=KAMPPI["lon"]))
        for step in range(4)
    ]
    for walker in walkers:
        await deliver(walker)
    order = await search(session)

    at(clock.now() + timedelta(seconds=61))
    await run_jobs()

    assert await asked(session, order) == {walkers[3].walker_id}


async def test_nobody_found_in_time_gives_the_money_back(
    session: Any, run_jobs: Any, at: Any, outbox: Any
) -> None:
    order = await search(session)

    at(clock.now() + timedelta(minutes=11))
    await run_jobs()

    await session.refresh(order)
    assert (order.status, order.ended_reason) == (OrderStatus.EXPIRED, "no_walker_found")
    assert (await outbox())[-1].payload["settlement"]["release"] == order.amount


async def test_the_winner_gets_the_walk_and_the_others_are_told(
    client: Any, session: Any, as_user: Any, deliver: Any, published: Any
) -> None:
    first, second = walker_profile(), walker_profile()
    await deliver(first)
    await deliver(second)
    order = await search(session)
    slow = as_user(second.walker_id, "walker")
    [offer] = (await client.get("/api/v1/orders/offers", headers=slow)).json()["items"]

    won = await accept(client, as_user(first.walker_id, "walker"))
    lost = await client.post(f"/api/v1/orders/offers/{offer['id']}/accept", headers=slow)

    assert (won.status_code, won.json()["status"]) == (200, "assigned")
    assert (lost.status_code, lost.json()["code"]) == (409, "offer_taken")
    assert (await published())[-3:] == ["offer.closed.v1", "offer.closed.v1", "order.assigned.v1"]
    await session.refresh(order)
    assert order.walker_id == first.walker_id


@pytest.mark.committed
async def test_ten_walkers_accept_at_once_and_one_wins(
    client: Any, session: Any, as_user: Any, deliver: Any, app: Any, monkeypatch: Any
) -> None:
    walkers = [walker_profile() for _ in range(3)]
    for walker in walkers:
        await deliver(walker)
    await search(session)

    answers = await asyncio.gather(
        *(accept(client, as_user(walker.walker_id, "walker")) for walker in walkers)
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]


@pytest.mark.committed
async def test_one_walker_accepting_two_walks_of_one_hour_gets_one(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    walker = walker_profile()
    await deliver(walker)
    await search(session)
    await search(session)
    headers = as_user(walker.walker_id, "walker")
    offers = (await client.get("/api/v1/orders/offers", headers=headers)).json()["items"]
    assert len(offers) == 2

    answers = await asyncio.gather(
        *(
            client.post(f"/api/v1/orders/offers/{offer['id']}/accept", headers=headers)
            for offer in offers
        )
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert {a.json()["code"] for a in answers if a.status_code == 409} == {"slot_taken"}


async def test_another_walkers_offer_does_not_exist(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    walker = walker_profile()
    await deliver(walker)
    await search(session)
    offer_id = await session.scalar(select(Offer.id))

    response = await client.post(
        f"/api/v1/orders/offers/{offer_id}/accept", headers=as_user(new_id(), "walker")
    )

    assert response.status_code == 404


async def test_a_walker_who_cancels_is_replaced(
    client: Any, session: Any, as_user: Any, deliver: Any, published: Any
) -> None:
    first, second = walker_profile(), walker_profile()
    await deliver(first)
    order = await search(session)
    headers = as_user(first.walker_id, "walker")
    await accept(client, headers)
    await deliver(second)

    url = f"/api/v1/orders/{order.id}/cancel"
    response = await client.post(url, json={"reason": "ill"}, headers=headers)

    assert response.json()["status"] == "searching"
    said = await published()
    assert "order.unassigned.v1" in said
    assert "order.cancelled.v1" not in said
    # so shortly before the start everybody sees it at once
    assert "walker.reputation_changed.v1" in said
    assert await asked(session, order) == {second.walker_id}


async def test_a_suspended_walkers_order_finds_another(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    walker = walker_profile()
    await deliver(walker)
    order = await search(session)
    await accept(client, as_user(walker.walker_id, "walker"))

    await deliver(UserSuspended(user_id=walker.walker_id, reason_code="fraud"))

    await session.refresh(order)
    assert (order.status, order.walker_id) == (OrderStatus.SEARCHING, None)
    assert await asked(session, order) == set()


async def test_no_replacement_found_cancels_and_releases_everything(
    client: Any, session: Any, as_user: Any, deliver: Any, run_jobs: Any, at: Any, outbox: Any
) -> None:
    walker = walker_profile()
    await deliver(walker)
    order = await search(session)
    await accept(client, as_user(walker.walker_id, "walker"))
    await deliver(UserSuspended(user_id=walker.walker_id, reason_code="fraud"))

    at(clock.now() + timedelta(minutes=20))
    await run_jobs()

    await session.refresh(order)
    assert (order.status, order.ended_reason) == (OrderStatus.CANCELLED, "no_replacement_found")
    assert (await outbox())[-1].payload["settlement"]["release"] == order.amount


async def test_services_find_walkers_nearest_first(client: Any, deliver: Any) -> None:
    from lapa_kit.testing.identity import as_service

    near, far = walker_profile(), walker_profile(home=Point(**TOOLO))
    await deliver(far)
    await deliver(near)

    response = await client.get(
        "/internal/v1/walkers/search", params={**KAMPPI, "radius_m": 5000}, headers=as_service()
    )

    hits = response.json()["items"]
    assert [hit["walker_id"] for hit in hits] == [str(near.walker_id), str(far.walker_id)]
    assert hits[0]["distance_m"] == 0
    assert 1900 < hits[1]["distance_m"] < 2100


async def test_services_are_told_what_of_a_walkers_time_is_booked(
    client: Any, session: Any
) -> None:
    from lapa_kit.testing.identity import as_service

    now = clock.now()
    walks = [
        await add_order(session, OrderStatus.ASSIGNED, scheduled_at=now + timedelta(hours=hours))
        for hours in (1, 5, 9, 13)
    ]
    walker = new_id()
    for order, state in zip(walks, ("confirmed", "held", "freed", "confirmed"), strict=True):
        during = window(order.scheduled_at, order.ends_at, settings.travel_buffer)
        session.add(
            Slot(walker_id=walker, order_id=order.id, during=during, state=SlotState(state))
        )
    await session.commit()
    times = {"starts_at": walks[0].ends_at.isoformat(), "ends_at": walks[3].ends_at.isoformat()}

    path = f"/internal/v1/walkers/{walker}/bookings"
    response = await client.get(path, params=times, headers=as_service())
    others = await client.get(
        f"/internal/v1/walkers/{new_id()}/bookings", params=times, headers=as_service()
    )

    bookings = [WalkerBooking.model_validate(one) for one in response.json()["items"]]
    assert [one.order_id for one in bookings] == [walks[1].id, walks[3].id]
    assert (bookings[0].scheduled_at, bookings[0].status) == (walks[1].scheduled_at, "assigned")
    assert others.json()["items"] == []
