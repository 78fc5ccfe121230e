"""Orders paid by card: held and taken, whatever the provider and his answers do in between."""

from datetime import timedelta
from typing import Any

import pytest
from factories import EUR, PRICE, balance_of, faults, money_of

from app.models.ledger import escrow, external, platform
from lapa_kit import clock

SANDBOX = external("sandbox", EUR)


async def test_a_walk_is_held_and_then_taken(
    card: Any, deliver: Any, run_jobs: Any, sessions: Any, outbox: Any
) -> None:
    anna = await card()
    booking = anna.booking
    await deliver(booking.placed(anna.method))
    assert (await anna.payment())["status"] == "reconciling"
    await run_jobs()

    (said,) = await outbox()
    assert (said.type, said.payload["mode"], said.payload["amount"]) == (
        "payment.authorized.v1",
        "hold",
        PRICE,
    )
    assert said.payload["expires_at"]
    assert await anna.books() == [("held", 0, 0)]
    assert await balance_of(sessions, SANDBOX) == 0
    assert await faults(sessions) == []

    await deliver(booking.settlement_due())
    await run_jobs()

    payment = await anna.payment()
    assert (payment["status"], payment["captured"], payment["provider"]) == (
        "captured",
        PRICE,
        "sandbox",
    )
    assert await anna.books() == [("paid", PRICE, 0)]
    assert await balance_of(sessions, SANDBOX) == -PRICE
    assert await money_of(sessions, booking.walker_id) == (1658, 0)
    assert await balance_of(sessions, platform("commission", EUR)) == 292
    assert await balance_of(sessions, escrow(booking.client_id, EUR)) == 0
    assert (await outbox())[-1].type == "payment.captured.v1"
    assert await faults(sessions) == []


async def test_only_what_was_walked_is_taken(
    card: Any, deliver: Any, run_jobs: Any, sessions: Any
) -> None:
    anna = await card()
    await deliver(anna.booking.placed(anna.method))
    await run_jobs()
    await deliver(anna.booking.settlement_due(capture=1430))
    await run_jobs()

    assert await anna.books() == [("paid", 1430, 0)]
    payment = await anna.payment()
    assert (payment["captured"], payment["released"]) == (1430, 520)
    assert await faults(sessions) == []


@pytest.mark.parametrize(
    ("token", "code"),
    [("tok_declined", "payment_declined"), ("tok_insufficient", "insufficient_funds")],
)
async def test_a_refused_card_fails_the_payment(
    card: Any, deliver: Any, run_jobs: Any, outbox: Any, token: str, code: str
) -> None:
    anna = await card(token)
    await deliver(anna.booking.placed(anna.method))
    await run_jobs()
    (said,) = await outbox()
    assert (said.type, said.payload["code"]) == ("payment.failed.v1", code)
    assert (await anna.payment())["failure_code"] == code


async def test_another_ones_card_pays_nothing(card: Any, deliver: Any, outbox: Any) -> None:
    thief, anna = await card(), await card()
    await deliver(thief.booking.placed(anna.method))
    (said,) = await outbox()
    assert (said.type, said.payload["code"]) == (
        "payment.failed.v1",
        "payment_method_not_supported",
    )


@pytest.mark.usefixtures("messages_arrive")
@pytest.mark.parametrize("is_confirmed", [True, False])
async def test_the_client_confirms_or_refuses_at_his_bank(
    card: Any, client: Any, deliver: Any, run_jobs: Any, outbox: Any, is_confirmed: bool
) -> None:
    anna = await card("tok_3ds")
    await deliver(anna.booking.placed(anna.method))
    await run_jobs()
    asked = (await outbox())[-1]
    assert asked.type == "payment.action_required.v1"
    assert asked.payload["confirmation_url"] == (await anna.payment())["confirmation_url"]

    page = "/api" + asked.payload["confirmation_url"].partition("/api")[2]
    shown = await client.post(f"{page}/{'confirm' if is_confirmed else 'refuse'}")
    assert f"/orders/{anna.booking.order_id}" in shown.text
    await run_jobs()

    expected = ("authorized", None) if is_confirmed else ("failed", "confirmation_refused")
    payment = await anna.payment()
    assert (payment["status"], payment["failure_code"]) == expected
    assert payment["confirmation_url"] is None


async def test_a_confirmation_is_not_waited_for_when_the_order_has_ended(
    card: Any, client: Any, deliver: Any, run_jobs: Any, sessions: Any, published: Any
) -> None:
    anna = await card("tok_3ds")
    await deliver(anna.booking.placed(anna.method))
    await run_jobs()
    page = "/api" + (await anna.payment())["confirmation_url"].partition("/api")[2]
    await deliver(anna.booking.expired())
    await run_jobs()

    assert (await anna.payment())["status"] == "voided"
    assert "Paid" not in (await client.post(f"{page}/confirm")).text
    assert await published() == ["payment.action_required.v1", "payment.voided.v1"]
    assert await anna.books() == [("voided", 0, 0)]
    assert await faults(sessions) == []


async def test_lost_answers_are_looked_up_and_nothing_is_taken_twice(
    card: Any, deliver: Any, run_jobs: Any, sessions: Any, at: Any
) -> None:
    anna = await card("tok_timeout")
    await deliver(anna.booking.placed(anna.method))
    await run_jobs()
    assert (await anna.payment())["status"] == "reconciling"
    at(clock.now() + timedelta(seconds=11))
    await run_jobs()
    assert (await anna.payment())["status"] == "authorized"

    await deliver(anna.booking.settlement_due(capture=1430))
    await run_jobs()
    at(clock.now() + timedelta(seconds=11))
    await run_jobs()

    assert await anna.books() == [("paid", 1430, 0)]
    assert await anna.asked_for() == [("charge", "succeeded"), ("capture", "succeeded")]
    assert await balance_of(sessions, SANDBOX) == -1430
    assert await faults(sessions) == []


async def test_no_hold_survives_an_ended_order(
    card: Any, deliver: Any, run_jobs: Any, sessions: Any, published: Any
) -> None:
    anna = await card()
    await deliver(anna.booking.placed(anna.method))
    await run_jobs()
    await deliver(anna.booking.expired())
    await run_jobs()

    assert await anna.books() == [("voided", 0, 0)]
    assert await published() == ["payment.authorized.v1", "payment.voided.v1"]
    assert await faults(sessions) == []


async def test_a_charge_that_is_answered_after_the_end_is_let_go_at_once(
    card: Any, deliver: Any, run_jobs: Any, sessions: Any, at: Any, published: Any
) -> None:
    anna = await card("tok_timeout")
    await deliver(anna.booking.placed(anna.method))
    await run_jobs()
    await deliver(anna.booking.expired())
    for _ in range(4):
        await run_jobs()
        at(clock.now() + timedelta(seconds=11))

    assert await anna.books() == [("voided", 0, 0)]
    assert await published() == ["payment.voided.v1"]
    assert await faults(sessions) == []


async def test_an_order_that_ends_before_the_provider_was_asked_costs_nothing(
    card: Any, deliver: Any, run_jobs: Any, sessions: Any
) -> None:
    anna = await card()
    await deliver(anna.booking.placed(anna.method))
    await deliver(anna.booking.expired())
    await run_jobs()
    assert await anna.books() == []
    assert (await anna.payment())["status"] == "voided"
    assert await faults(sessions) == []


async def test_a_cancellation_takes_the_fee_alone(
    card: Any, deliver: Any, run_jobs: Any, sessions: Any
) -> None:
    anna = await card()
    await deliver(anna.booking.placed(anna.method))
    await run_jobs()
    await deliver(anna.booking.cancelled(fee=500))
    await run_jobs()
    assert await anna.books() == [("paid", 500, 0)]
    assert await balance_of(sessions, platform("commission", EUR)) == 75
    assert await faults(sessions) == []
