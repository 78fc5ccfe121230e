"""News of an order's money, in whatever order it arrives."""

from itertools import permutations
from typing import Any

import pytest
from factories import add_order, authorized

from app.models.order import OrderStatus
from lapa_contracts.payment import PaymentCaptured, PaymentRefunded, PaymentVoided
from lapa_kit.ids import new_id


@pytest.mark.parametrize("order_of_arrival", permutations(range(3)))
async def test_the_newest_word_counts(
    session: Any, deliver: Any, order_of_arrival: tuple[int, ...]
) -> None:
    order = await add_order(session, OrderStatus.COMPLETED, payment_id=new_id())
    about: dict[str, Any] = {
        "order_id": order.id,
        "payment_id": order.payment_id,
        "client_id": order.client_id,
    }
    totals: dict[str, Any] = {**about, "currency": "EUR", "captured": order.amount}
    told = [
        authorized(order.id, order.client_id).model_copy(
            update={"payment_id": order.payment_id, "version": 1}
        ),
        PaymentCaptured(**totals, version=2),
        PaymentRefunded(**totals, refunded=500, refund_id=new_id(), version=3),
    ]

    for place in order_of_arrival:
        await deliver(told[place])

    await session.refresh(order)
    assert (order.payment_status, order.refunded) == ("partially_refunded", 500)


async def test_an_authorisation_that_comes_after_its_end_does_not_wake_the_money(
    session: Any, deliver: Any
) -> None:
    order = await add_order(session, OrderStatus.CANCELLED)
    held = authorized(order.id, order.client_id).model_copy(update={"version": 1})
    facts: dict[str, Any] = {
        "order_id": order.id,
        "payment_id": held.payment_id,
        "client_id": order.client_id,
    }

    await deliver(PaymentVoided(**facts, currency="EUR", released=order.amount, version=2))
    await deliver(held)

    await session.refresh(order)
    assert (order.status, order.payment_status) == (OrderStatus.CANCELLED, "voided")


async def test_what_goes_back_of_a_tip_is_no_refund_of_the_walk(session: Any, deliver: Any) -> None:
    order = await add_order(session, OrderStatus.SETTLED, payment_id=new_id())
    of_the_tip = PaymentRefunded(
        order_id=order.id,
        payment_id=new_id(),
        client_id=order.client_id,
        currency="EUR",
        captured=300,
        refunded=300,
        refund_id=new_id(),
        version=2,
    )

    await deliver(of_the_tip)

    await session.refresh(order)
    assert (order.payment_status, order.refunded) == ("authorized", 0)
