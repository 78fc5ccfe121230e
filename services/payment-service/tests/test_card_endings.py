"""Orders paid by card that go another way: escrow, holds that end, times that move, money that goes back."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from factories import EUR, PRICE, balance_of, faults, money_of
from sqlalchemy import select

from app.models.ledger import debt, escrow, external
from app.models.sandbox import SandboxRefund
from lapa_kit import clock
from lapa_kit.ids import new_id

SANDBOX = external("sandbox", EUR)


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
