"""Disputes: the money waits, support decides, once more on appeal."""

from datetime import timedelta
from typing import Any

import pytest
from factories import add_order, captured

from app.models.order import OrderStatus
from lapa_contracts.payment import PaymentChargedBack, PaymentRefunded
from lapa_kit import clock
from lapa_kit.ids import new_id

REASON = {"reason": "The walk was ten minutes long."}


async def post(client: Any, order: Any, path: str, headers: Any, body: Any) -> Any:
    return await client.post(f"/api/v1/orders/{order.id}/{path}", json=body, headers=headers)


async def resolve(client: Any, order: Any, as_user: Any, refund: int) -> Any:
    body = {"refund_amount": refund, "note": "Half of it took place."}
    return await post(client, order, "dispute/resolve", as_user(new_id(), "support"), body)


async def settled(session: Any, deliver: Any) -> Any:
    order = await add_order(session, OrderStatus.COMPLETED)
    order.settle_for(order.amount)
    await session.commit()
    await deliver(captured(order))
    return order


async def test_a_settled_walk_is_disputed_decided_and_appealed_once(
    client: Any, session: Any, as_user: Any, deliver: Any, outbox: Any
) -> None:
    order = await settled(session, deliver)
    owner, walker = as_user(order.client_id), as_user(order.walker_id, "walker")

    opened = await post(client, order, "dispute", owner, REASON)
    again = await post(client, order, "dispute", walker, REASON)
    decided = await resolve(client, order, as_user, 975)
    appealed = await post(client, order, "dispute/appeal", walker, REASON)
    overruled = await resolve(client, order, as_user, 195)
    third = await post(client, order, "dispute/appeal", owner, REASON)

    assert (opened.status_code, opened.json()["base"]) == (201, 1950)
    assert (again.status_code, again.json()["code"]) == (409, "already_disputed")
    assert decided.status_code == appealed.status_code - 1 == 200
    assert overruled.json()["refund_amount"] == 195
    assert (third.status_code, third.json()["code"]) == (409, "nothing_to_appeal")
    settlements = [
        envelope.payload["settlement"]
        for envelope in await outbox()
        if envelope.type == "order.dispute_resolved.v1"
    ]
    assert [(one["capture"], one["release"]) for one in settlements] == [(975, 975), (1755, 195)]
    for one in settlements:
        assert sum(line["amount"] for line in one["lines"]) == one["capture"]
    seen = await client.get(f"/api/v1/orders/{order.id}/disputes", headers=walker)
    assert [one["note"] for one in seen.json()["items"]] == ["Half of it took place."] * 2
    assert (await client.get(f"/api/v1/orders/{order.id}", headers=owner)).json()["status"] == (
        "settled"
    )


async def test_support_finds_what_waits_for_a_decision(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    waiting, decided = await settled(session, deliver), await settled(session, deliver)
    for order in (waiting, decided):
        await post(client, order, "dispute", as_user(order.client_id), REASON)
    await resolve(client, decided, as_user, 975)
    support = as_user(new_id(), "support")

    async def found(**query: Any) -> list[str]:
        response = await client.get("/api/v1/orders/disputes", params=query, headers=support)
        assert response.status_code == 200, response.text
        return [one["order_id"] for one in response.json()["items"]]

    assert await found() == [str(decided.id), str(waiting.id)]
    assert await found(state="open") == [str(waiting.id)]
    assert await found(state="decided") == [str(decided.id)]
    owner = await client.get("/api/v1/orders/disputes", headers=as_user(waiting.client_id))
    assert owner.status_code == 403


async def test_what_went_back_already_is_the_least_that_can_be_decided(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    order = await settled(session, deliver)
    refunded = PaymentRefunded(
        order_id=order.id,
        payment_id=new_id(),
        client_id=order.client_id,
        currency="EUR",
        captured=1950,
        refunded=500,
    )
    await deliver(refunded)
    await post(client, order, "dispute", as_user(order.client_id), REASON)

    for amount in (499, 1951):
        answer = await resolve(client, order, as_user, amount)
        assert (answer.status_code, answer.json()["code"]) == (422, "refund_out_of_range")
    assert (await resolve(client, order, as_user, 500)).status_code == 200


async def test_a_walk_disputed_before_its_money_moved_is_settled_by_the_decision(
    client: Any, session: Any, as_user: Any, deliver: Any, published: Any
) -> None:
    order = await add_order(session, OrderStatus.COMPLETED)
    await post(client, order, "dispute", as_user(order.client_id), REASON)
    await resolve(client, order, as_user, 0)
    assert "order.settled.v1" not in await published()

    await deliver(captured(order))

    assert (await published()).count("order.settled.v1") == 1


async def test_the_capture_that_arrives_during_a_dispute_is_told_with_the_decision(
    client: Any, session: Any, as_user: Any, deliver: Any, published: Any
) -> None:
    order = await add_order(session, OrderStatus.COMPLETED)
    order.settle_for(order.amount)
    await session.commit()
    await post(client, order, "dispute", as_user(order.client_id), REASON)
    await deliver(captured(order))
    assert "order.settled.v1" not in await published()

    await resolve(client, order, as_user, 100)

    assert (await published()).count("order.settled.v1") == 1


@pytest.mark.parametrize(
    ("status", "days", "code"),
    [
        (OrderStatus.COMPLETED, 15, "dispute_window_closed"),
        (OrderStatus.IN_PROGRESS, 0, "invalid_transition"),
        (OrderStatus.CANCELLED, 0, "invalid_transition"),
    ],
)
async def test_too_early_and_too_late(
    client: Any, session: Any, as_user: Any, at: Any, status: OrderStatus, days: int, code: str
) -> None:
    order = await add_order(session, status)
    at(clock.now() + timedelta(days=days))

    answer = await post(client, order, "dispute", as_user(order.client_id), REASON)

    assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_strangers_neither_dispute_nor_decide(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    order = await settled(session, deliver)
    stranger = as_user(new_id())

    assert (await post(client, order, "dispute", stranger, REASON)).status_code == 404
    seen = await client.get(f"/api/v1/orders/{order.id}/disputes", headers=stranger)
    assert seen.status_code == 404
    body = {"refund_amount": 0, "note": "mine"}
    mine = await post(client, order, "dispute/resolve", as_user(order.client_id), body)
    assert mine.status_code == 403


def charged_back(order: Any) -> PaymentChargedBack:
    return PaymentChargedBack(
        order_id=order.id,
        payment_id=new_id(),
        client_id=order.client_id,
        currency="EUR",
        amount=1950,
    )


async def test_a_chargeback_is_a_dispute_opened_by_the_system(
    client: Any, session: Any, as_user: Any, deliver: Any, published: Any
) -> None:
    order = await settled(session, deliver)
    await deliver(charged_back(order))

    seen = await client.get(f"/api/v1/orders/{order.id}/disputes", headers=as_user(order.client_id))
    assert [one["opened_by"] for one in seen.json()["items"]] == ["system"]
    assert "order.disputed.v1" in await published()


@pytest.mark.parametrize(
    ("is_decided", "openers"), [(False, ["client"]), (True, ["client", "system"])]
)
async def test_a_chargeback_after_a_dispute_is_decided_with_it_or_anew(
    client: Any,
    session: Any,
    as_user: Any,
    deliver: Any,
    is_decided: bool,
    openers: list[str],
) -> None:
    order = await settled(session, deliver)
    owner, support = as_user(order.client_id), as_user(new_id(), "support")
    assert (await post(client, order, "dispute", owner, REASON)).status_code == 201
    decision = {"refund_amount": 0, "note": "the walk was whole"}
    if is_decided:
        assert (await post(client, order, "dispute/resolve", support, decision)).status_code == 200

    await deliver(charged_back(order))

    url = f"/api/v1/orders/{order.id}"
    seen = (await client.get(f"{url}/disputes", headers=owner)).json()["items"]
    assert [one["opened_by"] for one in seen] == openers
    assert (await client.get(url, headers=owner)).json()["status"] == "disputed"
    timeline = (await client.get(f"{url}/timeline", headers=owner)).json()["items"]
    assert "charged_back" in [entry["kind"] for entry in timeline]
    assert (await post(client, order, "dispute/resolve", support, decision)).status_code == 200
    assert (await post(client, order, "dispute/appeal", owner, REASON)).status_code == 201
    assert (await post(client, order, "dispute/appeal", owner, REASON)).status_code == 409
