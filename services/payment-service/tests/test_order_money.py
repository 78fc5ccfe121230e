"""The money of an order, event by event, in whatever order they come."""

from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from factories import EUR, PRICE, Booking, balance_of, faults, give, money_of
from pydantic import ValidationError
from sqlalchemy import select

from app.models.ledger import debt, platform
from app.models.payment import Payment
from lapa_contracts.payment import PaymentState
from lapa_contracts.user import UserRegistered
from lapa_kit import clock
from lapa_kit.ids import new_id


async def payment_of(sessions: Any, booking: Booking) -> Payment:
    async with sessions() as session:
        return (
            await session.scalars(select(Payment).where(Payment.order_id == booking.order_id))
        ).one()


@pytest.fixture
async def booking(session: Any) -> Booking:
    """Somebody with 50.00 books a walk for 19.50."""
    anna = new_id()
    await give(session, anna, 5000)
    return Booking(anna)


async def test_whoever_registers_has_a_wallet(deliver: Any, client: Any, as_user: Any) -> None:
    anna = new_id()
    event = UserRegistered(user_id=anna, roles=["client"], locale="fi", timezone="Europe/Helsinki")
    await deliver(event)
    await deliver(event)

    wallet = (await client.get("/api/v1/wallets/me", headers=as_user(anna))).json()

    assert wallet == {"available": 0, "held": 0, "currency": "EUR"}


async def test_a_booking_holds_the_money(
    booking: Booking, deliver: Any, sessions: Any, outbox: Any
) -> None:
    await deliver(booking.placed())

    assert await money_of(sessions, booking.client_id) == (5000 - PRICE, PRICE)
    (said,) = await outbox()
    assert said.type == "payment.authorized.v1"
    assert said.payload["mode"] == "hold"
    assert said.payload["amount"] == PRICE
    assert said.payload["order_id"] == str(booking.order_id)


async def test_too_little_money_is_said_at_once(deliver: Any, sessions: Any, outbox: Any) -> None:
    poor = Booking(new_id())
    await deliver(poor.placed())

    (said,) = await outbox()
    assert (said.type, said.payload["code"]) == ("payment.failed.v1", "insufficient_funds")
    assert (await payment_of(sessions, poor)).state is PaymentState.FAILED
    assert await money_of(sessions, poor.client_id) == (0, 0)


async def test_a_payment_method_that_is_not_there_is_refused(
    booking: Booking, deliver: Any, sessions: Any, outbox: Any
) -> None:
    await deliver(booking.placed(payment_method=str(new_id())))
    (said,) = await outbox()
    assert said.payload["code"] == "payment_method_not_supported"
    assert await money_of(sessions, booking.client_id) == (5000, 0)


@pytest.mark.parametrize("amount", [PRICE + 800, PRICE - 800, PRICE])
async def test_a_moved_walk_holds_its_new_price_and_is_settled_at_it(
    booking: Booking, deliver: Any, sessions: Any, amount: int
) -> None:
    await deliver(booking.placed())
    moved = await deliver(booking.rescheduled(amount))
    await deliver(moved)

    assert await money_of(sessions, booking.client_id) == (5000 - amount, amount)
    payment = await payment_of(sessions, booking)
    assert (payment.state, payment.amount) == (PaymentState.AUTHORIZED, amount)

    await deliver(booking.settlement_due())
    assert await money_of(sessions, booking.client_id) == (5000 - amount, 0)
    assert await faults(sessions) == []


async def test_a_dearer_time_that_cannot_be_paid_loses_the_hold(
    booking: Booking, deliver: Any, sessions: Any, outbox: Any
) -> None:
    await deliver(booking.placed())
    await deliver(booking.rescheduled(5001))

    said = (await outbox())[-1]
    assert (said.type, said.payload["code"]) == (
        "payment.authorization_lost.v1",
        "insufficient_funds",
    )
    assert await money_of(sessions, booking.client_id) == (5000, 0)


async def test_a_move_that_is_heard_of_late_or_first_comes_to_the_same(
    booking: Booking, deliver: Any, sessions: Any
) -> None:
    placed, moved = booking.placed(), booking.rescheduled(PRICE + 800)
    for event in (moved, placed, booking.settlement_due()):
        await deliver(event)

    assert await money_of(sessions, booking.client_id) == (5000 - PRICE - 800, 0)
    assert await faults(sessions) == []


async def test_a_settled_walk_is_divided_to_the_last_cent(
    booking: Booking, deliver: Any, sessions: Any, outbox: Any
) -> None:
    await deliver(booking.placed())
    await deliver(booking.settlement_due(walker=1300, commission=250, tax=400))

    assert await money_of(sessions, booking.client_id) == (5000 - PRICE, 0)
    assert await money_of(sessions, booking.walker_id) == (1300, 0)
    assert await balance_of(sessions, platform("commission", EUR)) == 250
    assert await balance_of(sessions, platform("tax", EUR)) == 400
    said = (await outbox())[-1]
    assert said.type == "payment.captured.v1"
    assert (said.payload["captured"], said.payload["released"]) == (PRICE, 0)
    assert await faults(sessions) == []


async def test_what_is_not_captured_is_released_in_the_same_step(
    booking: Booking, deliver: Any, sessions: Any, outbox: Any
) -> None:
    await deliver(booking.placed())
    await deliver(booking.settlement_due(capture=1430))

    assert await money_of(sessions, booking.client_id) == (5000 - 1430, 0)
    said = (await outbox())[-1]
    assert (said.payload["captured"], said.payload["released"]) == (1430, 520)


async def test_a_discount_is_the_platforms_not_the_walkers(
    booking: Booking, deliver: Any, sessions: Any
) -> None:
    await deliver(booking.placed())
    await deliver(booking.settlement_due(walker=1900, commission=350, promo_platform=PRICE - 2250))
    assert await money_of(sessions, booking.walker_id) == (1900, 0)
    assert await balance_of(sessions, platform("promo", EUR)) == PRICE - 2250
    assert await faults(sessions) == []


@pytest.mark.parametrize("end", ["expired", "cancelled", "no_show"])
async def test_an_order_that_ends_without_a_walk_gives_the_money_back(
    booking: Booking, deliver: Any, sessions: Any, published: Any, end: str
) -> None:
    await deliver(booking.placed())
    await deliver(getattr(booking, end)())

    assert await money_of(sessions, booking.client_id) == (5000, 0)
    assert await published() == ["payment.authorized.v1", "payment.voided.v1"]
    assert (await payment_of(sessions, booking)).released == PRICE


async def test_a_cancellation_fee_is_captured_and_divided(
    booking: Booking, deliver: Any, sessions: Any, outbox: Any
) -> None:
    await deliver(booking.placed())
    await deliver(booking.cancelled(fee=975))

    assert await money_of(sessions, booking.client_id) == (5000 - 975, 0)
    assert await money_of(sessions, booking.walker_id) == (829, 0)
    assert await balance_of(sessions, platform("commission", EUR)) == 146
    assert (await outbox())[-1].type == "payment.captured.v1"


async def test_a_free_order_is_authorized_and_captured_without_money(
    deliver: Any, published: Any, sessions: Any
) -> None:
    free = Booking(new_id(), amount=0)
    await deliver(free.placed())
    await deliver(free.settlement_due())
    assert await published() == ["payment.authorized.v1", "payment.captured.v1"]
    assert await faults(sessions) == []


async def test_a_walk_credited_whole_is_captured_with_nothing(
    booking: Booking, deliver: Any, published: Any, sessions: Any
) -> None:
    await deliver(booking.placed())
    await deliver(booking.settlement_due(capture=0))
    assert await published() == ["payment.authorized.v1", "payment.captured.v1"]
    assert await money_of(sessions, booking.client_id) == (5000, 0)


async def test_every_event_twice_is_as_if_once(
    booking: Booking, deliver: Any, sessions: Any, published: Any
) -> None:
    for event in (booking.placed(), booking.settlement_due()):
        envelope = await deliver(event)
        await deliver(envelope)  # redelivered
        await deliver(event)  # said again under another id

    assert await money_of(sessions, booking.client_id) == (5000 - PRICE, 0)
    assert await published() == ["payment.authorized.v1", "payment.captured.v1"]
    assert await faults(sessions) == []


async def test_an_end_that_overtakes_the_beginning_leaves_nothing_held(
    booking: Booking, deliver: Any, sessions: Any, published: Any
) -> None:
    await deliver(booking.expired())
    await deliver(booking.placed())

    assert await money_of(sessions, booking.client_id) == (5000, 0)
    assert await published() == ["payment.voided.v1"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_events_in_any_order_end_alike(
    booking: Booking, deliver: Any, sessions: Any, order: tuple[int, ...]
) -> None:
    events = [booking.placed(), booking.settlement_due(), booking.settlement_due(version=7)]
    for position in order:
        await deliver(events[position])

    assert await money_of(sessions, booking.client_id) == (5000 - PRICE, 0)
    assert await money_of(sessions, booking.walker_id) == (1658, 0)
    assert (await payment_of(sessions, booking)).state is PaymentState.CAPTURED
    assert await faults(sessions) == []


async def test_the_first_end_counts(booking: Booking, deliver: Any, sessions: Any) -> None:
    await deliver(booking.placed())
    await deliver(booking.expired(version=3))
    await deliver(booking.settlement_due(version=9))
    assert await money_of(sessions, booking.client_id) == (5000, 0)
    assert await money_of(sessions, booking.walker_id) == (0, 0)


async def test_a_settlement_of_another_amount_is_refused(
    booking: Booking, deliver: Any, sessions: Any
) -> None:
    await deliver(booking.placed())
    with pytest.raises(ValidationError):
        booking.settlement_due(walker=PRICE - 1)
    booking.amount = PRICE + 100
    with pytest.raises(Exception, match="divides another amount"):
        await deliver(booking.settlement_due())
    assert await money_of(sessions, booking.client_id) == (5000 - PRICE, PRICE)


async def test_a_hold_that_nobody_ended_lapses_and_the_order_is_told(
    booking: Booking, deliver: Any, sessions: Any, outbox: Any, run_jobs: Any, at: Any
) -> None:
    await deliver(booking.placed())
    at(clock.now() + timedelta(days=2, minutes=1))
    await run_jobs()

    assert await money_of(sessions, booking.client_id) == (5000, 0)
    said = (await outbox())[-1]
    assert (said.type, said.payload["code"]) == ("payment.authorization_lost.v1", "hold_expired")


async def test_an_ended_order_leaves_no_timer_behind(
    booking: Booking, deliver: Any, run_jobs: Any, at: Any, published: Any
) -> None:
    await deliver(booking.placed())
    await deliver(booking.settlement_due())
    at(clock.now() + timedelta(days=3))
    await run_jobs()
    assert await published() == ["payment.authorized.v1", "payment.captured.v1"]


async def test_the_walker_is_paid_though_the_hold_was_lost(
    booking: Booking, deliver: Any, sessions: Any, session: Any, run_jobs: Any, at: Any
) -> None:
    await deliver(booking.placed())
    at(clock.now() + timedelta(days=3))
    await run_jobs()
    # meanwhile the client has spent his money on another walk
    other = Booking(booking.client_id, amount=5000)
    await deliver(other.placed())
    await deliver(booking.settlement_due())

    assert await money_of(sessions, booking.walker_id) == (1658, 0)
    assert await balance_of(sessions, debt(booking.client_id, EUR)) == -PRICE
    assert await faults(sessions) == []


async def test_a_walker_may_book_himself(session: Any, deliver: Any, sessions: Any) -> None:
    anna = new_id()
    await give(session, anna, PRICE)
    own = Booking(anna, walker_id=anna)
    await deliver(own.placed())
    await deliver(own.settlement_due())
    assert await money_of(sessions, anna) == (1658, 0)
    assert await faults(sessions) == []
