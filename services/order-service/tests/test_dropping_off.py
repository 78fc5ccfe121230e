"""A dog that comes home before the others has a walk of its own."""

from datetime import timedelta
from typing import Any

import pytest
from factories import KAMPPI, TOOLO, add_order
from fastapi import FastAPI, Response

from app.models.order import OrderStatus
from lapa_contracts.media import MediaClient
from lapa_kit import clock
from lapa_kit.ids import new_id

REX, LUNA = str(new_id()), str(new_id())
DOGS = [
    {"pet_id": REX, "name": "Rex", "size": "medium"},
    {"pet_id": LUNA, "name": "Luna", "size": "small"},
]


@pytest.fixture
def act(client: Any, as_user: Any) -> Any:
    async def post(order: Any, action: str, **body: Any) -> Any:
        return await client.post(
            f"/api/v1/orders/{order.id}/{action}",
            json={**KAMPPI, **body},
            headers=as_user(order.walker_id, "walker"),
        )

    return post


async def test_it_has_its_own_end_and_its_own_events(
    client: Any, session: Any, as_user: Any, act: Any, at: Any, outbox: Any
) -> None:
    order = await add_order(session, OrderStatus.IN_PROGRESS, pets=DOGS)
    began = clock.now()
    at(began + timedelta(minutes=10))

    await act(order, "events", type="play")
    home = await act(order, "drop-off", pet_ids=[REX])
    at(began + timedelta(minutes=11))
    later = await act(order, "events", type="pee")
    too_late = await act(order, "events", type="poo", pet_ids=[REX])
    before = (began + timedelta(minutes=9)).isoformat()
    sent_late = await act(order, "events", type="water", pet_ids=[REX], at=before)
    again = await act(order, "drop-off", pet_ids=[REX])
    last = await act(order, "drop-off", pet_ids=[LUNA])
    at(began + timedelta(minutes=30))
    await act(order, "finish")

    assert home.status_code == 200, home.text
    assert later.json()["pet_ids"] == [LUNA]
    assert (too_late.status_code, too_late.json()["code"]) == (409, "pet_dropped_off")
    assert sent_late.status_code == 201
    assert (again.status_code, again.json()["code"]) == (409, "pet_dropped_off")
    assert (last.status_code, last.json()["code"]) == (409, "last_pet")
    url = f"/api/v1/orders/{order.id}/report"
    report = (await client.get(url, headers=as_user(order.client_id))).json()
    minutes = {one["name"]: round(one["duration_s"] / 60) for one in report["pets"]}
    assert minutes == {"Rex": 10, "Luna": 30}
    assert [event["pet_ids"] for event in report["events"]] == [[REX], [REX, LUNA], [LUNA]]
    [told] = [one.payload for one in await outbox() if one.type == "order.pets_dropped_off.v1"]
    assert (told["pet_ids"], told["proof"]) == ([REX], "valid")


@pytest.mark.parametrize(
    ("place", "pet_id", "code"),
    [(TOOLO, REX, "too_far_from_pickup"), (KAMPPI, str(new_id()), "unknown_pet")],
)
async def test_it_is_brought_to_the_door_and_was_on_the_walk(
    session: Any, act: Any, published: Any, place: Any, pet_id: str, code: str
) -> None:
    order = await add_order(session, OrderStatus.IN_PROGRESS, pets=DOGS)
    refused = await act(order, "drop-off", pet_ids=[pet_id], **place)
    assert refused.json()["code"] == code
    assert await published() == []


async def test_with_home_safe_each_dog_is_photographed_where_it_ends(
    session: Any, act: Any, stand_in: Any, at: Any
) -> None:
    media = FastAPI()

    @media.post("/internal/v1/media/claims", status_code=204)
    async def claim() -> Response:
        return Response(status_code=204)

    stand_in(MediaClient, media)
    order = await add_order(session, OrderStatus.IN_PROGRESS, pets=DOGS, home_safe=True)
    done = dict.fromkeys(("lead_off", "water", "door_locked", "key_returned"), True)

    async def photograph(pet_id: str) -> None:
        await act(order, "events", type="photo", pet_ids=[pet_id], media_ids=[str(new_id())])

    blind = await act(order, "drop-off", pet_ids=[REX])
    await photograph(REX)
    home = await act(order, "drop-off", pet_ids=[REX])
    at(clock.now() + timedelta(minutes=10))
    unseen = await act(order, "finish", checklist=done)
    await photograph(LUNA)
    finished = await act(order, "finish", checklist=done)

    assert (blind.json()["code"], blind.json()["missing"]) == (
        "home_safe_incomplete",
        [f"photo:{REX}"],
    )
    assert home.status_code == 200
    assert unseen.json()["missing"] == [f"photo:{LUNA}"]
    assert finished.json()["status"] == "completed"
