"""Tips: asked of payment-service once, remembered on the order."""

from datetime import timedelta
from typing import Any

from factories import add_order
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from app.models.order import OrderStatus
from lapa_contracts.payment import PaymentClient, TipPaid
from lapa_kit import clock
from lapa_kit.ids import new_id


def payments_stand_in(asked: list[Any], *, refuse: bool = False) -> FastAPI:
    app = FastAPI()

    @app.post("/internal/v1/tips")
    async def tip(request: Request) -> JSONResponse:
        asked.append(await request.json())
        if refuse:
            return JSONResponse({"code": "insufficient_funds", "title": "Too little"}, 402)
        return JSONResponse({"payment_id": str(new_id()), "status": "captured"})

    return app


async def tip(client: Any, order: Any, headers: Any, amount: int = 300) -> Any:
    return await client.post(
        f"/api/v1/orders/{order.id}/tip", json={"amount": amount}, headers=headers
    )


async def test_a_repeated_request_asks_under_the_same_key(
    client: Any, session: Any, as_user: Any, stand_in: Any, deliver: Any
) -> None:
    order = await add_order(session, OrderStatus.SETTLED)
    assert order.walker_id
    asked: list[Any] = []
    stand_in(PaymentClient, payments_stand_in(asked))
    owner = as_user(order.client_id) | {"Idempotency-Key": "thanks"}

    first, again = await tip(client, order, owner), await tip(client, order, owner)
    paid = TipPaid(
        payment_id=new_id(),
        order_id=order.id,
        from_user_id=order.client_id,
        walker_id=order.walker_id,
        amount=300,
        currency="EUR",
    )
    await deliver(paid)

    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert {one["key"] for one in asked} == {f"{order.id}:thanks"}
    seen = await client.get(f"/api/v1/orders/{order.id}", headers=as_user(order.client_id))
    assert seen.json()["tipped"] == 300


async def test_refusals_are_passed_on_and_change_nothing(
    client: Any, session: Any, as_user: Any, stand_in: Any, at: Any
) -> None:
    order = await add_order(session, OrderStatus.SETTLED)
    walking = await add_order(session, OrderStatus.IN_PROGRESS)
    stand_in(PaymentClient, payments_stand_in([], refuse=True))

    poor = await tip(client, order, as_user(order.client_id))
    early = await tip(client, walking, as_user(walking.client_id))
    walker = await tip(client, order, as_user(order.walker_id, "walker"))
    nothing = await tip(client, order, as_user(order.client_id), amount=0)
    at(clock.now() + timedelta(days=15))
    late = await tip(client, order, as_user(order.client_id))

    assert (poor.status_code, poor.json()["code"]) == (402, "insufficient_funds")
    assert (early.status_code, walker.status_code, nothing.status_code) == (409, 404, 422)
    assert late.json()["code"] == "tipping_window_closed"
