"""Orders paid by card: held and taken, or taken and given back, whatever the provider does in between."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from factories import EUR, PRICE, Booking, balance_of, faults, money_of
from sqlalchemy import select

from app.models.ledger import debt, escrow, external, platform
from app.models.sandbox import SandboxCharge, SandboxRefund
from lapa_kit import clock
from lapa_kit.ids import new_id

SANDBOX = external("sandbox", EUR)


class Card:
    """A client with a card, and what becomes of his one order's money."""

    def __init__(self, client: Any, headers: Any, sessions: Any, booking: Booking) -> None:
        self.client, self.headers, self.sessions = client, headers, sessions
        self.booking, self.method = booking, ""

    async def payment(self) -> dict[str, Any]:
        params = {"order_id": str(self.booking.order_id)}
        found = await self.client.get("/api/v1/payments", params=params, headers=self.headers)
        (payment,) = found.json()["items"]
        detail = await self.client.get(f"/api/v1/payments/{payment['id']}", headers=self.headers)
        return detail.json()

    async def books(self) -> list[tuple[str, int, int]]:
        """What the provider has: how each charge stands, what was taken, what went back."""
        async with self.sessions() as session:
            rows = await session.scalars(select(SandboxCharge).order_by(SandboxCharge.reference))
            return [(row.outcome, row.taken, row.refunded) for row in rows]

    async def asked_for(self) -> list[tuple[str, str]]:
        return [(one["kind"], one["status"]) for one in (await self.payment())["operations"]]


@pytest.fixture
def card(client: Any, as_user: Any, sessions: Any) -> Any:
    async def open_card(token: str = "tok_success") -> Card:
        anna = new_id()
        made = Card(client, as_user(anna), sessions, Booking(anna))
        body = {"provider": "sandbox", "payment_token": token}
        answer = await client.post("/api/v1/payment-methods", json=body, headers=made.headers)
        made.method = answer.json()["id"]
        return made

    return open_card


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


@pytest.mark.parametrize(("capture", "back"), [(PRICE, 0), (1430, 520), (0, PRICE)])
async def test_beyond_the_holds_life_the_money_is_taken_into_escrow_and_the_rest_goes_back(
    card: Any,
    deliver: Any,
    run_jobs: Any,
    sessions: Any,
    outbox: Any,
    capture: int,
    back: int,
) -> None:
    anna = await card()
    booking = anna.booking
    await deliver(booking.placed(anna.method, hold_for=timedelta(days=30)))
    await run_jobs()
    (said,) = await outbox()
    assert (said.payload["mode"], said.payload["expires_at"]) == ("escrow", None)
    assert await anna.books() == [("paid", PRICE, 0)]
    assert await balance_of(sessions, escrow(booking.client_id, EUR)) == PRICE
    assert await money_of(sessions, booking.client_id) == (0, 0)
    assert await faults(sessions) == []

    await deliver(booking.settlement_due(capture) if capture else booking.expired())
    await run_jobs()

    assert await anna.books() == [("paid", PRICE, back)]
    assert await balance_of(sessions, escrow(booking.client_id, EUR)) == 0
    assert await balance_of(sessions, SANDBOX) == -capture
    assert (await anna.payment())["status"] == ("captured" if capture else "voided")
    assert await faults(sessions) == []


async def test_a_hold_that_nears_its_end_is_taken_into_escrow(
    card: Any, deliver: Any, run_jobs: Any, sessions: Any, at: Any
) -> None:
    anna = await card()
    await deliver(anna.booking.placed(anna.method, hold_for=timedelta(days=6, hours=20)))
    await run_jobs()
    assert await anna.books() == [("held", 0, 0)]

    at(clock.now() + timedelta(days=6, minutes=1))
    await run_jobs()
    assert await anna.books() == [("paid", PRICE, 0)]
    assert await faults(sessions) == []

    await deliver(anna.booking.settlement_due(1430))
    await run_jobs()
    assert await anna.books() == [("paid", PRICE, 520)]
    assert await faults(sessions) == []


async def test_an_order_that_never_ends_gives_its_hold_back(
    card: Any, deliver: Any, run_jobs: Any, sessions: Any, at: Any, outbox: Any
) -> None:
    anna = await card()
    await deliver(anna.booking.placed(anna.method))
    await run_jobs()
    at(clock.now() + timedelta(days=2, minutes=1))
    await run_jobs()
    said = (await outbox())[-1]
    assert (said.type, said.payload["code"]) == ("payment.authorization_lost.v1", "hold_expired")
    assert await anna.books() == [("voided", 0, 0)]
    assert await faults(sessions) == []


async def test_the_walker_is_paid_when_the_hold_was_lost_and_the_client_owes_it(
    card: Any, deliver: Any, run_jobs: Any, sessions: Any
) -> None:
    anna = await card("tok_hold_lost")
    booking = anna.booking
    await deliver(booking.placed(anna.method))
    await run_jobs()
    await deliver(booking.settlement_due())
    await run_jobs()

    assert await money_of(sessions, booking.walker_id) == (1658, 0)
    assert await balance_of(sessions, debt(booking.client_id, EUR)) == -PRICE
    assert await balance_of(sessions, SANDBOX) == 0
    assert (await anna.payment())["status"] == "captured"
    assert await faults(sessions) == []


@pytest.mark.parametrize(
    ("amount", "books"),
    [
        (PRICE + 800, [("voided", 0, 0), ("paid", PRICE + 800, 0)]),
        (PRICE - 800, [("paid", PRICE - 800, 0)]),
    ],
)
async def test_a_moved_walk_is_charged_at_its_new_price(
    card: Any, deliver: Any, run_jobs: Any, sessions: Any, amount: int, books: Any
) -> None:
    anna = await card()
    await deliver(anna.booking.placed(anna.method))
    await run_jobs()
    await deliver(anna.booking.rescheduled(amount))
    await run_jobs()
    payment = await anna.payment()
    assert (payment["status"], payment["amount"]) == ("authorized", amount)
    assert await faults(sessions) == []

    await deliver(anna.booking.settlement_due())
    await run_jobs()
    assert await anna.books() == books
    assert await balance_of(sessions, SANDBOX) == -amount
    assert await faults(sessions) == []


@pytest.mark.parametrize(
    ("token", "refunded", "route", "status"),
    [
        ("tok_success", 500, "•4242", "sent"),
        ("tok_refund_pending", 500, None, "sent"),
        ("tok_refund_fails", 0, "wallet", "arrived"),
    ],
)
async def test_a_refund_goes_back_to_the_card_or_else_into_the_wallet(
    card: Any,
    client: Any,
    as_user: Any,
    deliver: Any,
    run_jobs: Any,
    sessions: Any,
    at: Any,
    token: str,
    refunded: int,
    route: str | None,
    status: str,
) -> None:
    anna = await card(token)
    booking = anna.booking
    await deliver(booking.placed(anna.method))
    await run_jobs()
    await deliver(booking.settlement_due())
    await run_jobs()
    url = f"/api/v1/payments/{(await anna.payment())['id']}/refund"
    body = {"amount": 500, "reason": "a short walk"}
    given = await client.post(url, json=body, headers=as_user(new_id(), "support"))
    (refund,) = given.json()["refunds"]
    assert (refund["status"], refund["route"][0]) == ("pending", "•")
    await run_jobs()
    at(clock.now() + timedelta(minutes=2))
    await run_jobs()

    assert await anna.books() == [("paid", PRICE, refunded)]
    assert await money_of(sessions, booking.client_id) == (500 - refunded, 0)
    assert await balance_of(sessions, SANDBOX) == -PRICE + refunded
    (refund,) = (await anna.payment())["refunds"]
    assert refund["status"] == status
    assert route is None or refund["route"] == route
    assert await faults(sessions) == []


async def test_every_refund_has_one_place_in_the_providers_books(
    card: Any, client: Any, as_user: Any, deliver: Any, run_jobs: Any, sessions: Any
) -> None:
    anna = await card()
    await deliver(anna.booking.placed(anna.method))
    await run_jobs()
    await deliver(anna.booking.settlement_due())
    await run_jobs()
    payment_id = (await anna.payment())["id"]
    support = as_user(new_id(), "support")
    for body in ({"amount": 500, "reason": "late"}, {"reason": "never came"}):
        url = f"/api/v1/payments/{payment_id}/refund"
        assert (await client.post(url, json=body, headers=support)).status_code == 200
    await run_jobs()

    payment = await anna.payment()
    assert payment["status"] == "refunded"
    async with sessions() as session:
        booked = {row.reference for row in await session.scalars(select(SandboxRefund))}
    assert booked == {UUID(refund["id"]) for refund in payment["refunds"]}
    assert await balance_of(sessions, SANDBOX) == 0
    assert await faults(sessions) == []
