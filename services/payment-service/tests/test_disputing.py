"""A disputed order: the walker's part stays until it is decided, and then goes where it should."""

from typing import Any

import pytest
from factories import EUR, PRICE, Booking, balance_of, faults, give, money_of

from app.models.ledger import Line, debt, external, platform, wallet
from app.queries.ledger import post
from lapa_contracts.payment import PaymentClient
from lapa_kit.ids import new_id


@pytest.fixture
async def booking(session: Any, deliver: Any) -> Booking:
    """A walk that was paid for: 16.58 to the walker, 2.92 to the platform."""
    anna = new_id()
    await give(session, anna, 5000)
    booking = Booking(anna)
    await deliver(booking.placed())
    await deliver(booking.settlement_due())
    return booking


async def test_a_dispute_freezes_the_walkers_part_at_once(
    booking: Booking, deliver: Any, sessions: Any, app: Any, stand_in: Any
) -> None:
    await deliver(booking.disputed())
    await deliver(booking.disputed())

    assert await money_of(sessions, booking.walker_id) == (0, 1658)
    (money,) = await stand_in(PaymentClient, app).payments_of([booking.order_id])
    assert money.frozen
    assert await faults(sessions) == []


async def test_a_resolution_divides_anew_and_frees_the_rest(
    booking: Booking, deliver: Any, sessions: Any, outbox: Any
) -> None:
    await deliver(booking.disputed())
    await deliver(booking.resolved(refund=950))
    await deliver(booking.resolved(refund=950))

    assert await money_of(sessions, booking.client_id) == (5000 - 1000, 0)
    assert await money_of(sessions, booking.walker_id) == (850, 0)
    assert await balance_of(sessions, platform("commission", EUR)) == 150
    said = (await outbox())[-1]
    assert (said.type, said.payload["refunded"]) == ("payment.refunded.v1", 950)
    assert await faults(sessions) == []


async def test_a_resolution_for_the_walker_only_frees_his_part(
    booking: Booking, deliver: Any, sessions: Any
) -> None:
    await deliver(booking.disputed())
    await deliver(booking.resolved(refund=0))
    assert await money_of(sessions, booking.walker_id) == (1658, 0)


async def test_a_resolution_may_let_the_platform_bear_it(
    booking: Booking, deliver: Any, sessions: Any
) -> None:
    await deliver(booking.disputed())
    await deliver(booking.resolved(refund=292, walker=1658))
    assert await money_of(sessions, booking.walker_id) == (1658, 0)
    assert await balance_of(sessions, platform("commission", EUR)) == 0
    assert await faults(sessions) == []


async def test_a_dispute_that_comes_after_its_resolution_freezes_nothing(
    booking: Booking, deliver: Any, sessions: Any
) -> None:
    await deliver(booking.resolved(refund=PRICE))
    await deliver(booking.disputed())
    assert await money_of(sessions, booking.walker_id) == (0, 0)
    assert await money_of(sessions, booking.client_id) == (5000, 0)


async def test_a_walker_who_has_spent_his_part_owes_it(
    booking: Booking, deliver: Any, session: Any, sessions: Any
) -> None:
    spent = [Line(wallet(booking.walker_id, EUR), -1000), Line(external("sandbox", EUR), 1000)]
    await post(session, key="spent", kind="payout", lines=spent)
    await session.commit()
    await deliver(booking.disputed())
    assert await money_of(sessions, booking.walker_id) == (0, 658)

    await deliver(booking.resolved(refund=PRICE))

    assert await money_of(sessions, booking.client_id) == (5000, 0)
    assert await balance_of(sessions, debt(booking.walker_id, EUR)) == -1000
    assert await faults(sessions) == []


async def test_a_dispute_before_the_money_was_divided_freezes_it_when_it_is(
    session: Any, deliver: Any, sessions: Any
) -> None:
    anna = new_id()
    await give(session, anna, 5000)
    early = Booking(anna)
    await deliver(early.placed())
    await deliver(early.disputed())
    await deliver(early.settlement_due())
    assert await money_of(sessions, early.walker_id) == (0, 1658)


async def test_a_resolution_settles_what_never_was(
    session: Any, deliver: Any, sessions: Any
) -> None:
    anna = new_id()
    await give(session, anna, 5000)
    early = Booking(anna)
    await deliver(early.placed())
    await deliver(early.disputed())
    await deliver(early.resolved(refund=950))
    assert await money_of(sessions, anna) == (4000, 0)
    assert await money_of(sessions, early.walker_id) == (850, 0)
    assert await faults(sessions) == []
