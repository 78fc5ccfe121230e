"""Incidents: reported in one call, answered in time, every step seen by both sides."""

from typing import Any

from factories import add_order
from fastapi import FastAPI, Response

from app.models.order import OrderStatus
from lapa_contracts.media import MediaClient
from lapa_kit.ids import new_id

BITE = {"type": "bite", "severity": "high", "description": "Rex was bitten by a stray."}


async def report(client: Any, order: Any, headers: Any, **more: Any) -> Any:
    url = f"/api/v1/orders/{order.id}/incidents"
    return await client.post(url, json={**BITE, **more}, headers=headers)


async def test_both_sides_see_what_support_does_and_by_when(
    client: Any, session: Any, as_user: Any, published: Any
) -> None:
    order = await add_order(session, OrderStatus.IN_PROGRESS)
    owner, walker = as_user(order.client_id), as_user(order.walker_id, "walker")
    support = as_user(new_id(), "support")

    reported = (await report(client, order, walker, people=["a jogger"])).json()
    url = f"/api/v1/orders/{order.id}/incidents"
    queue = (await client.get("/api/v1/orders/incidents?state=open", headers=support)).json()
    note = {"text": "The vet is called."}
    answered = await client.post(f"{url}/{reported['id']}/notes", json=note, headers=support)
    done = {"resolution": "Stitched, the walker is not to blame."}
    await client.post(f"{url}/{reported['id']}/close", json=done, headers=support)
    late = await client.post(f"{url}/{reported['id']}/close", json=done, headers=support)

    assert reported["respond_by"] is not None
    assert [one["id"] for one in queue["items"]] == [reported["id"]]
    assert answered.json()["respond_by"] is None
    seen = (await client.get(url, headers=owner)).json()["items"][0]
    assert seen["state"] == "closed"
    assert [step["author"] for step in seen["notes"]] == ["support", "support"]
    assert (late.status_code, late.json()["code"]) == (409, "incident_closed_already")
    assert await published() == ["incident.opened.v1", "incident.closed.v1"]


async def test_evidence_is_claimed_as_the_order_s(
    client: Any, session: Any, as_user: Any, stand_in: Any
) -> None:
    order = await add_order(session, OrderStatus.IN_PROGRESS)
    claims: list[Any] = []
    media = FastAPI()

    @media.post("/internal/v1/media/claims", status_code=204)
    async def claim(body: dict[str, Any]) -> Response:
        claims.append(body)
        return Response(status_code=204)

    stand_in(MediaClient, media)
    photo = str(new_id())

    await report(client, order, as_user(order.walker_id, "walker"), media_ids=[photo])

    assert claims[0]["context"] == {"type": "order", "id": str(order.id)}
    assert claims[0]["media_ids"] == [photo]


async def test_who_and_what_is_not_of_the_order_is_refused(
    client: Any, session: Any, as_user: Any
) -> None:
    order = await add_order(session, OrderStatus.IN_PROGRESS)
    owner = as_user(order.client_id)

    stranger = await report(client, order, as_user(new_id()))
    elsewhere = await report(client, order, owner, pet_ids=[str(new_id())])
    nothing = await report(client, await add_order(session, OrderStatus.EXPIRED), owner)
    closing = await client.post(
        f"/api/v1/orders/{order.id}/incidents/{new_id()}/close",
        json={"resolution": "x"},
        headers=owner,
    )

    assert (stranger.status_code, elsewhere.status_code) == (404, 422)
    assert nothing.status_code == 404
    assert closing.status_code == 403
