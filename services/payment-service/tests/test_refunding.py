"""Refunds and tips: what comes back, who bears it, and what comes on top."""

import asyncio
from typing import Any

import pytest
from factories import EUR, PRICE, Booking, balance_of, faults, give, money_of
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.models.ledger import Line, debt, external, platform, wallet
from app.models.payment import Payment
from app.models.refund import apportion, divide_refund
from app.queries.audit import audit
from app.queries.ledger import post
from lapa_contracts.payment import PaymentClient
from lapa_kit.clients import ServiceRefused
from lapa_kit.ids import new_id


async def settled(session: Any, deliver: Any, **parts: int) -> tuple[Booking, str]:
    """A walk that was paid for, and the id of its payment."""
    anna = new_id()
    await give(session, anna, 5000)
    booking = Booking(anna)
    await deliver(booking.placed())
    await deliver(booking.settlement_due(**parts))
    session.expire_all()
    payment = await session.scalar(select(Payment).where(Payment.order_id == booking.order_id))
    return booking, f"/api/v1/payments/{payment.id}"


async def refund(client: Any, path: str, headers: Any, amount: int | None) -> Any:
    body = {"amount": amount, "reason": "the walk was short"}
    return await client.post(f"{path}/refund", json=body, headers=headers)


async def test_a_partial_refund_is_borne_in_proportion(
    client: Any,
    session: Any,
    sessions: Any,
    deliver: Any,
    as_user: Any,
    outbox: Any,
    audited: Any,
) -> None:
    booking, path = await settled(session, deliver)
    supporter = new_id()
    headers = as_user(supporter, "support") | {"X-Request-Id": "trace-me"}

    response = await refund(client, path, headers, 650)

    assert response.status_code == 200, response.text
    payment = response.json()
    assert (payment["status"], payment["refunded"]) == ("partially_refunded", 650)
    assert [one["amount"] for one in payment["refunds"]] == [650]
    assert await money_of(sessions, booking.client_id) == (5000 - PRICE + 650, 0)
    assert await money_of(sessions, booking.walker_id) == (1658 - 553, 0)
    assert await balance_of(sessions, platform("commission", EUR)) == 292 - 97
    said = (await outbox())[-1]
    assert said.type == "payment.refunded.v1"
    assert (said.payload["captured"], said.payload["refunded"]) == (PRICE, 650)
    assert await faults(sessions) == []
    (record,) = [one.payload for one in await audited()]
    assert (record["actor_id"], record["action"]) == (str(supporter), "payment_refunded")
    assert (record["before"]["refunded"], record["after"]["refunded"]) == (0, 650)
    assert (record["permissions"], record["request_id"]) == (["payments:refund"], "trace-me")
    assert record["reason_sealed"]


async def test_refunds_in_parts_end_exactly_where_the_capture_began(
    client: Any, session: Any, sessions: Any, deliver: Any, as_user: Any
) -> None:
    booking, path = await settled(
        session, deliver, walker=1900, commission=333, tax=17, promo_platform=-300
    )
    support = as_user(new_id(), "support")
    for amount in (7, 333, None):
        response = await refund(client, path, support, amount)

    assert response.json()["status"] == "refunded"
    assert await money_of(sessions, booking.client_id) == (5000, 0)
    assert await money_of(sessions, booking.walker_id) == (0, 0)
    for part in ("commission", "tax", "promo"):
        assert await balance_of(sessions, platform(part, EUR)) == 0
    assert await faults(sessions) == []


async def test_no_refund_exceeds_what_was_captured(
    client: Any, session: Any, sessions: Any, deliver: Any, as_user: Any
) -> None:
    booking, path = await settled(session, deliver)
    support = as_user(new_id(), "support")
    assert (await refund(client, path, support, 1000)).status_code == 200

    over = await refund(client, path, support, PRICE - 999)
    assert (over.status_code, over.json()["code"]) == (422, "refund_exceeds_capture")
    assert (await refund(client, path, support, None)).json()["refunded"] == PRICE
    none_left = await refund(client, path, support, 1)
    assert (none_left.status_code, none_left.json()["code"]) == (409, "payment_not_captured")
    assert await money_of(sessions, booking.client_id) == (5000, 0)


async def test_a_walker_who_has_spent_it_owes_the_rest(
    client: Any, session: Any, sessions: Any, deliver: Any, as_user: Any
) -> None:
    booking, path = await settled(session, deliver)
    away = [
        Line(wallet(booking.walker_id, EUR), -1600),
        Line(external("sandbox", EUR), 1600),
    ]
    await post(session, key="payout", kind="payout", lines=away)
    await session.commit()

    await refund(client, path, as_user(new_id(), "finance"), None)

    assert await money_of(sessions, booking.client_id) == (5000, 0)
    assert await money_of(sessions, booking.walker_id) == (0, 0)
    assert await balance_of(sessions, debt(booking.walker_id, EUR)) == -1600
    assert await faults(sessions) == []


async def test_only_captured_money_is_refunded_and_only_by_those_who_may(
    client: Any, session: Any, deliver: Any, as_user: Any
) -> None:
    anna = new_id()
    await give(session, anna, 5000)
    booking = Booking(anna)
    await deliver(booking.placed())
    session.expire_all()
    payment = await session.scalar(select(Payment).where(Payment.order_id == booking.order_id))
    path = f"/api/v1/payments/{payment.id}"

    held = await refund(client, path, as_user(new_id(), "support"), 5)
    assert (held.status_code, held.json()["code"]) == (409, "payment_not_captured")
    assert (await refund(client, path, as_user(anna), 5)).status_code == 403
    strange = f"/api/v1/payments/{new_id()}"
    assert (await refund(client, strange, as_user(new_id(), "support"), 5)).status_code == 404
    for bad in (0, -1, 1.5, "5"):
        response = await refund(client, path, as_user(new_id(), "support"), bad)  # pyright: ignore[reportArgumentType]
        assert response.status_code == 422


async def test_the_same_idempotency_key_refunds_once(
    client: Any, session: Any, sessions: Any, deliver: Any, as_user: Any
) -> None:
    booking, path = await settled(session, deliver)
    headers = {**as_user(new_id(), "support"), "Idempotency-Key": "r1"}
    first = await refund(client, path, headers, 100)
    again = await refund(client, path, headers, 100)
    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert await money_of(sessions, booking.client_id) == (5000 - PRICE + 100, 0)


@pytest.mark.committed
async def test_parallel_refunds_never_exceed_the_capture(
    client: Any, session: Any, sessions: Any, deliver: Any, as_user: Any
) -> None:
    booking, path = await settled(session, deliver)
    await session.commit()
    support = as_user(new_id(), "support")

    answers = await asyncio.gather(*(refund(client, path, support, 500) for _ in range(12)))

    assert sorted(answer.status_code for answer in answers) == [200] * 3 + [422] * 9
    assert await money_of(sessions, booking.client_id) == (5000 - PRICE + 1500, 0)
    async with sessions.begin() as own:
        assert await audit(own) == []


parts = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 10**9), min_size=1)


@given(parts=parts, fraction=st.fractions(0, 1))
def test_an_apportioned_amount_is_whole_and_nobody_gets_more_than_his_part(
    parts: dict[str, int], fraction: Any
) -> None:
    amount = int(sum(parts.values()) * fraction)
    shares = apportion(amount, parts)
    assert sum(shares.values()) == amount
    assert all(0 <= shares[name] <= parts[name] for name in parts)


@given(
    walker=st.integers(1, 10**7),
    commission=st.integers(0, 10**6),
    discount=st.fractions(0, "99/100"),
    steps=st.lists(st.fractions(0, 1), max_size=6),
)
def test_any_row_of_refunds_returns_every_part_in_the_end(
    walker: int, commission: int, discount: Any, steps: list[Any]
) -> None:
    promo = -int((walker + commission) * discount)
    left = {"walker": walker, "commission": commission, "promo_platform": promo}
    for step in [*steps, 1]:
        amount = int(sum(left.values()) * step)
        if not amount:
            continue
        shares = divide_refund(amount, left=left)
        assert sum(shares.values()) == amount
        left = {name: part - shares.get(name, 0) for name, part in left.items()}
        assert left["walker"] >= 0
        assert left["commission"] >= 0
        assert left["promo_platform"] <= 0
    assert sum(left.values()) == 0
    assert set(left.values()) == {0}


@pytest.fixture
def payments(app: Any, stand_in: Any) -> PaymentClient:
    """The published client of this very service, as order-service uses it."""
    return stand_in(PaymentClient, app)


def tip(booking: Booking, **changes: Any) -> dict[str, Any]:
    return {
        "order_id": booking.order_id,
        "from_user_id": booking.client_id,
        "to_walker_id": booking.walker_id,
        "amount": 300,
        "currency": "EUR",
        "key": "tip-1",
        **changes,
    }


async def test_a_tip_reaches_the_walker_whole_and_once(
    payments: PaymentClient, session: Any, sessions: Any, deliver: Any, published: Any
) -> None:
    booking, _ = await settled(session, deliver)

    first = await payments.tip(**tip(booking))
    again = await payments.tip(**tip(booking))

    assert first == again
    assert first.status == "captured"
    assert await money_of(sessions, booking.walker_id) == (1658 + 300, 0)
    assert (await published()).count("tip.paid.v1") == 1
    assert await faults(sessions) == []


@pytest.mark.parametrize(
    ("changes", "code", "status"),
    [
        ({"amount": 301}, "idempotency_mismatch", 422),
        ({"amount": 999_999, "key": "2"}, "insufficient_funds", 402),
        ({"amount": 99_999_999, "key": "2"}, "limit_exceeded", 422),
        ({"currency": "RUB", "key": "2"}, "currency_not_supported", 422),
        ({"amount": 0, "key": "2"}, "invalid_request", 422),
    ],
)
async def test_a_tip_that_cannot_be_is_refused_with_its_reason(
    payments: PaymentClient,
    session: Any,
    sessions: Any,
    deliver: Any,
    changes: dict[str, Any],
    code: str,
    status: int,
) -> None:
    booking, _ = await settled(session, deliver)
    await payments.tip(**tip(booking))
    with pytest.raises(ServiceRefused) as refusal:
        await payments.tip(**tip(booking, **changes))
    assert (refusal.value.code, refusal.value.status) == (code, status)
    assert await money_of(sessions, booking.walker_id) == (1958, 0)


async def test_the_money_of_many_orders_is_told_at_once(
    payments: PaymentClient, session: Any, deliver: Any
) -> None:
    booking, _ = await settled(session, deliver)
    poor = Booking(new_id())
    await deliver(poor.placed())
    unknown = new_id()

    told = await payments.payments_of([booking.order_id, poor.order_id, unknown])

    by_order = {money.order_id: money for money in told}
    assert by_order[booking.order_id].state == "captured"
    assert by_order[booking.order_id].captured == PRICE
    assert by_order[poor.order_id].state == "failed"
    assert by_order[unknown].state == "none"
