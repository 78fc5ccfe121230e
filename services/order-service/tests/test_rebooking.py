"""The same walk again, in one call."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from factories import KAMPPI, add_order, pets_stand_in, walker_profile
from sqlalchemy import func, select

from app.config import settings
from app.models import Order, Quote
from app.models.order import OrderStatus
from app.services.access import purge_access
from lapa_contracts.pet import PetClient
from lapa_kit.ids import new_id
from lapa_kit.seal import Sealer

# a Thursday, noon in Helsinki; three days later the clocks go forward
THURSDAY = datetime(2027, 3, 25, 10, tzinfo=UTC)


@pytest.fixture
async def before(session: Any, deliver: Any, stand_in: Any, at: Any) -> Order:
    """A walk that is over, with its care plan."""
    at(THURSDAY)
    stand_in(PetClient, pets_stand_in())
    walker = walker_profile()
    await deliver(walker)
    order_id = new_id()
    order = await add_order(
        session,
        OrderStatus.SETTLED,
        id=order_id,
        walker_id=walker.walker_id,
        scheduled_at=THURSDAY,
        is_asap=False,
        notes="Shy of cars",
        access_notes_sealed=Sealer.of(settings).seal("Lockbox 4711", context=str(order_id)),
        home_safe=True,
        start_pin="4711",
    )
    at(THURSDAY + timedelta(hours=1))
    return order


@pytest.fixture
def rebook(client: Any, as_user: Any) -> Any:
    async def post(order: Order, user_id: Any = None, **body: Any) -> Any:
        headers = as_user(user_id or order.client_id)
        return await client.post(f"/api/v1/orders/{order.id}/rebook", json=body, headers=headers)

    return post


async def test_next_weeks_walk_has_the_same_hour_walker_and_care_plan(
    session: Any, before: Order, rebook: Any, client: Any, as_user: Any, at: Any
) -> None:
    response = await rebook(before)

    assert response.status_code == 201, response.text
    order = response.json()
    # noon on the wall is an hour earlier in UTC then
    assert order["scheduled_at"] == "2027-04-01T09:00:00Z"
    same = ("duration_minutes", "pickup", "notes", "home_safe", "has_access_notes")
    seen = (
        await client.get(f"/api/v1/orders/{before.id}", headers=as_user(before.client_id))
    ).json()
    assert {name: order[name] for name in same} == {name: seen[name] for name in same}
    assert [pet["pet_id"] for pet in order["pets"]] == [pet["pet_id"] for pet in seen["pets"]]
    assert (order["status"], order["requested_walker_id"]) == (
        "awaiting_payment",
        str(before.walker_id),
    )
    assert order["start_pin"] is not None
    row = await session.get_one(Order, order["id"])
    assert row.access_notes_sealed
    assert Sealer.of(settings).open(row.access_notes_sealed, context=str(row.id)) == "Lockbox 4711"
    twice = await rebook(before)
    assert (twice.status_code, twice.json()["code"]) == (409, "slot_taken")


async def test_a_dearer_walk_than_agreed_to_is_not_booked(
    session: Any, before: Order, rebook: Any
) -> None:
    at_night = (THURSDAY + timedelta(hours=11)).isoformat()

    dearer = await rebook(before, scheduled_at=at_night, at_most=1500)
    booked = await rebook(before, scheduled_at=at_night, at_most=dearer.json()["amount"])

    assert (dearer.status_code, dearer.json()["code"]) == (409, "price_changed")
    assert dearer.json()["amount"] > 1500
    assert booked.status_code == 201
    # the refused one left nothing behind
    assert await session.scalar(select(func.count()).select_from(Quote)) == 2


async def test_notes_that_are_gone_are_given_anew_or_missing(
    session: Any, before: Order, rebook: Any
) -> None:
    await purge_access(session, before.id)
    await session.commit()

    without = (await rebook(before)).json()
    later = (THURSDAY + timedelta(days=9)).isoformat()
    anew = (await rebook(before, scheduled_at=later, access_notes="Code 1234")).json()

    assert (without["has_access_notes"], anew["has_access_notes"]) == (False, True)


async def test_another_persons_walk_cannot_be_had_again(before: Order, rebook: Any) -> None:
    for user_id in (new_id(), before.walker_id):
        response = await rebook(before, user_id)
        assert (response.status_code, response.json()["code"]) == (404, "order_not_found")
    assert KAMPPI["lat"] == before.pickup_lat
