"""A high incident keeps the walker's part where it is; the watchdog's reminders are followed once."""

from typing import Any

import pytest
from factories import Booking, faults, give, money_of

from lapa_contracts.values import Severity
from lapa_kit.ids import new_id


@pytest.fixture
async def booking(session: Any, deliver: Any) -> Booking:
    """A walk that is under way, its money held."""
    anna = new_id()
    await give(session, anna, 5000)
    booking = Booking(anna)
    await deliver(booking.placed())
    return booking


async def test_a_part_is_frozen_until_the_last_incident_is_closed(
    booking: Booking, deliver: Any, sessions: Any
) -> None:
    bite, fall, scratch = new_id(), new_id(), new_id()
    await deliver(booking.incident(bite))
    await deliver(booking.settlement_due())
    await deliver(booking.incident(fall))
    await deliver(booking.incident(scratch, severity=Severity.LOW))
    assert await money_of(sessions, booking.walker_id) == (0, 1658)

    await deliver(booking.incident_over(bite))
    assert await money_of(sessions, booking.walker_id) == (0, 1658)
    await deliver(booking.incident_over(fall))

    assert await money_of(sessions, booking.walker_id) == (1658, 0)
    assert await faults(sessions) == []


async def test_a_closing_that_overtakes_its_opening_freezes_nothing(
    booking: Booking, deliver: Any, sessions: Any
) -> None:
    bite = new_id()
    await deliver(booking.settlement_due())
    await deliver(booking.incident_over(bite))
    await deliver(booking.incident(bite))
    assert await money_of(sessions, booking.walker_id) == (1658, 0)


async def test_a_decided_dispute_leaves_frozen_what_an_incident_still_holds(
    booking: Booking, deliver: Any, sessions: Any
) -> None:
    bite = new_id()
    await deliver(booking.settlement_due())
    await deliver(booking.incident(bite))
    await deliver(booking.disputed())
    await deliver(booking.resolved(refund=950))
    assert await money_of(sessions, booking.walker_id) == (0, 850)

    await deliver(booking.incident_over(bite))

    assert await money_of(sessions, booking.walker_id) == (850, 0)
    assert await faults(sessions) == []


async def test_a_lost_end_is_made_good_by_a_reminder_once(
    booking: Booking, deliver: Any, sessions: Any
) -> None:
    settlement = booking.settlement(booking.amount)
    for version in (10, 11):
        await deliver(booking.reminded(version, settlement=settlement))
    assert await money_of(sessions, booking.walker_id) == (1658, 0)

    await deliver(booking.reminded(12, is_disputed=True))
    assert await money_of(sessions, booking.walker_id) == (0, 1658)
    decision = booking.settlement(booking.amount - 950).model_copy(update={"release": 950})
    for version in (13, 14):
        await deliver(booking.reminded(version, resolution=decision))

    assert await money_of(sessions, booking.walker_id) == (850, 0)
    assert await faults(sessions) == []
