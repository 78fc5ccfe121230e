"""What the client wants to be done on the walk, and what has not been when it ends."""

from typing import Any

from factories import KAMPPI, add_order, add_quote

from app.models.order import OrderStatus
from lapa_kit.ids import new_id

REX, LUNA = str(new_id()), str(new_id())
DOGS = [
    {"pet_id": REX, "name": "Rex", "size": "medium"},
    {"pet_id": LUNA, "name": "Luna", "size": "small"},
]


async def test_the_walker_is_warned_of_what_is_missing_and_may_finish_all_the_same(
    client: Any, session: Any, as_user: Any
) -> None:
    order = await add_order(session, OrderStatus.IN_PROGRESS, pets=DOGS, care_plan=["water", "poo"])
    url, me = f"/api/v1/orders/{order.id}", as_user(order.walker_id, "walker")

    async def act(action: str, **body: Any) -> Any:
        return await client.post(f"{url}/{action}", json={**KAMPPI, **body}, headers=me)

    await act("events", type="water")
    await act("events", type="poo", pet_ids=[REX])
    warned = await act("finish")
    finished = await act("finish", despite_missing=True)

    assert (warned.status_code, warned.json()["code"]) == (409, "care_plan_incomplete")
    assert warned.json()["missing"] == [f"poo:{LUNA}"]
    assert finished.json()["status"] == "completed"
    owner = as_user(order.client_id)
    report = (await client.get(f"{url}/report", headers=owner)).json()
    assert report["care_missing"] == [f"poo:{LUNA}"]


async def test_a_care_plan_is_made_of_what_walkers_record(
    client: Any, session: Any, as_user: Any
) -> None:
    quote = await add_quote(session)
    me = as_user(quote.client_id)
    body = {"quote_id": str(quote.id), "care_plan": ["water", "photo", "water"]}

    nonsense = await client.post("/api/v1/orders", json={**body, "care_plan": ["sing"]}, headers=me)
    booked = await client.post("/api/v1/orders", json=body, headers=me)

    assert (nonsense.status_code, nonsense.json()["code"]) == (422, "invalid_request")
    assert booked.json()["care_plan"] == ["water", "photo"]
