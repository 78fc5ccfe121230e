"""The watchdog: ended orders held against their money."""

from datetime import timedelta
from typing import Any

import pytest
from factories import add_order
from fastapi import FastAPI, Request

from app.models.order import Order, OrderStatus
from app.services.watchdog import DISAGREEING
from lapa_contracts.payment import PaymentClient
from lapa_kit import clock
from lapa_kit.ids import new_id


class Money:
    """payment-service as far as the watchdog asks it."""

    def __init__(self) -> None:
        self.known: dict[str, dict[str, Any]] = {}
        self.app = FastAPI()

        @self.app.get("/internal/v1/payments")
        async def look(request: Request) -> dict[str, Any]:
            ids = request.query_params.getlist("order_ids")
            return {"items": [self._entry(order_id) for order_id in ids]}

    def put(self, order: Order, state: str, captured: int = 0, **more: Any) -> None:
        self.known[str(order.id)] = {"state": state, "captured": captured, **more}

    def _entry(self, order_id: str) -> dict[str, Any]:
        nothing = {"state": "none", "captured": 0, "refunded": 0, "released": 0, "frozen": False}
        known = self.known.get(order_id, {})
        return {"order_id": order_id, "payment_id": str(new_id()), **nothing, **known}


@pytest.fixture
def money(stand_in: Any) -> Money:
    one = Money()
    stand_in(PaymentClient, one.app)
    return one


@pytest.fixture
def rounds(at: Any, run_jobs: Any, app: Any, sessions: Any) -> Any:
    """`await rounds(2)`: that many rounds of the watchdog, five minutes apart."""

    async def pass_by(number: int) -> None:
        from lapa_kit.jobs import Runner, Worker

        worker = Worker(sessions, app.state.clients, app.state.settings)
        await Runner(app.state.jobs, worker).plan_crons()
        for _ in range(number):
            at(clock.now() + timedelta(minutes=5, seconds=1))
            await run_jobs()

    return pass_by


async def ended(session: Any, status: OrderStatus, fee: int = 0) -> Order:
    order = await add_order(session, OrderStatus.ASSIGNED)
    order.end(status, reason="test", capture=fee)
    await session.commit()
    return order


@pytest.mark.parametrize(
    ("status", "fee", "state", "captured", "agrees"),
    [
        (OrderStatus.CANCELLED, 975, "captured", 975, True),
        (OrderStatus.CANCELLED, 975, "captured", 1950, False),
        (OrderStatus.CANCELLED, 975, "authorized", 0, False),
        (OrderStatus.CANCELLED, 0, "voided", 0, True),
        (OrderStatus.CANCELLED, 0, "authorized", 0, False),
        (OrderStatus.NO_SHOW, 0, "voided", 0, True),
        (OrderStatus.NO_SHOW, 975, "partially_refunded", 975, True),
        (OrderStatus.NO_SHOW, 975, "voided", 0, False),
    ],
)
async def test_the_two_ends_fit_or_the_intent_is_said_again(
    session: Any,
    money: Money,
    rounds: Any,
    outbox: Any,
    status: OrderStatus,
    fee: int,
    state: str,
    captured: int,
    agrees: bool,
) -> None:
    order = await ended(session, status, fee)
    money.put(order, state, captured)

    await rounds(2)

    said = [e.payload for e in await outbox() if e.type == "order.money_reminded.v1"]
    assert len(said) == (0 if agrees else 2)
    (metric,) = DISAGREEING.collect()
    assert metric.samples[0].value == (0 if agrees else 1)
    if said:
        assert said[0]["settlement"]["capture"] == fee


async def test_the_news_of_a_capture_that_was_lost_is_made_good(
    client: Any, session: Any, money: Money, rounds: Any, published: Any, as_user: Any
) -> None:
    order = await add_order(session, OrderStatus.COMPLETED)
    order.settle_for(order.amount)
    await session.commit()
    money.put(order, "captured", order.amount)

    await rounds(4)

    seen = await client.get(f"/api/v1/orders/{order.id}", headers=as_user(order.client_id))
    assert seen.json()["status"] == "settled"
    assert await published() == ["order.settled.v1"]


async def test_a_dispute_whose_money_is_not_frozen_is_said_again(
    client: Any, session: Any, money: Money, rounds: Any, outbox: Any, as_user: Any
) -> None:
    order = await add_order(session, OrderStatus.SETTLED)
    order.settle_for(order.amount)
    await session.commit()
    url = f"/api/v1/orders/{order.id}/dispute"
    await client.post(url, json={"reason": "short"}, headers=as_user(order.client_id))
    money.put(order, "captured", order.amount)

    await rounds(1)
    decision = {"refund_amount": 950, "note": "half"}
    await client.post(f"{url}/resolve", json=decision, headers=as_user(new_id(), "support"))
    money.put(order, "captured", order.amount, frozen=True)
    await rounds(1)
    money.put(order, "partially_refunded", order.amount, refunded=950)
    await rounds(1)

    said = [e.payload for e in await outbox() if e.type == "order.money_reminded.v1"]
    assert [one["is_disputed"] for one in said] == [True, False]
    assert (said[1]["resolution"]["capture"], said[1]["resolution"]["release"]) == (1000, 950)
