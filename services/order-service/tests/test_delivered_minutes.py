"""A walk that was clearly too short is paid for as far as it went, where the market guarantees it."""

from datetime import timedelta
from typing import Any

import pytest
from factories import KAMPPI, add_order, track_of
from hypothesis import given
from hypothesis import strategies as st

from app.models.credit import EarlyFinish, credit_for
from app.models.order import OrderStatus


async def walk_of(
    minutes: int, client: Any, session: Any, as_user: Any, deliver: Any, at: Any, **finish: Any
) -> Any:
    order = await add_order(session, OrderStatus.IN_PROGRESS)
    order.terms = {**order.terms, "minutes_credit": finish.pop("guaranteed", True)}
    await session.commit()
    assert order.started_at
    at(order.started_at + timedelta(minutes=minutes))
    finished = await client.post(
        f"/api/v1/orders/{order.id}/finish",
        json={**KAMPPI, **finish},
        headers=as_user(order.walker_id, "walker"),
    )
    assert finished.status_code == 200, finished.text
    await deliver(track_of(order.id))
    url = f"/api/v1/orders/{order.id}/report"
    return (await client.get(url, headers=as_user(order.client_id))).json()


async def test_eight_of_thirty_minutes_are_not_paid_for(
    client: Any, session: Any, as_user: Any, deliver: Any, at: Any, outbox: Any
) -> None:
    report = await walk_of(22, client, session, as_user, deliver, at)

    assert report["credit"]["booked_s"] == 1800
    # a second or two pass in the test itself
    assert 1318 <= report["credit"]["delivered_s"] <= 1325
    assert 515 <= report["credit"]["amount"] <= 522
    (due,) = [e.payload for e in await outbox() if e.type == "order.settlement_due.v1"]
    settlement = due["settlement"]
    assert settlement["release"] == report["credit"]["amount"]
    assert sum(line["amount"] for line in settlement["lines"]) == settlement["capture"]


@pytest.mark.parametrize(
    ("minutes", "finish"),
    [(28, {}), (22, {"early_finish": "heat"}), (22, {"guaranteed": False}), (45, {})],
)
async def test_there_is_no_credit_without_a_reason_for_one(
    client: Any,
    session: Any,
    as_user: Any,
    deliver: Any,
    at: Any,
    minutes: int,
    finish: dict[str, Any],
) -> None:
    excuse = finish.get("early_finish")

    report = await walk_of(minutes, client, session, as_user, deliver, at, **finish)

    assert (report["credit"], report["early_finish"]) == (None, excuse)


def test_the_example_of_the_rule() -> None:
    credit = credit_for(1950, booked_s=1800, delivered_s=1320, excuse=None)
    assert credit
    assert credit.amount == 520
    assert credit_for(1950, booked_s=1800, delivered_s=1620, excuse=None) is None
    assert credit_for(1950, booked_s=1800, delivered_s=0, excuse=EarlyFinish.STORM) is None


@given(
    amount=st.integers(0, 10**9),
    minutes=st.integers(1, 600),
    delivered_s=st.integers(-60, 40_000),
)
def test_a_credit_is_never_more_than_the_price(amount: int, minutes: int, delivered_s: int) -> None:
    credit = credit_for(amount, booked_s=minutes * 60, delivered_s=delivered_s, excuse=None)
    if credit:
        assert 0 <= credit.amount <= amount
