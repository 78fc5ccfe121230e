"""Whatever becomes of an order, and however its events arrive: twice, in any order, in handlers that die; the money agrees."""

from dataclasses import dataclass
from typing import Any

from factories import PRICE, Booking, faults, give, money_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.models.ledger import Hold, HoldState
from app.models.payment import Payment
from lapa_contracts.order import OrderEvent
from lapa_kit.ids import new_id
from lapa_kit.testing.plugin import envelope_for

RICH = 10 * PRICE


class Died(Exception):
    pass


@dataclass(frozen=True)
class Life:
    """How an order ends, what its client has paid by then and its walker got; the rest is commission."""

    end: str
    paid: int
    earned: int
    refund: int | None = None

    def events(self, booking: Booking) -> list[OrderEvent]:
        ends: dict[str, OrderEvent] = {
            "walked": booking.settlement_due(),
            "expired": booking.expired(),
            "cancelled": booking.cancelled(fee=self.paid if self.end == "cancelled" else 0),
            "no_show": booking.no_show(),
        }
        events = [booking.placed(), ends[self.end]]
        if self.refund is not None:
            events += [booking.disputed(), booking.resolved(self.refund)]
        return events


def walked(refund: int | None = None) -> Life:
    paid = PRICE - (refund or 0)
    return Life("walked", paid, paid - round(paid * 15 / 100), refund)


LIVES = st.one_of(
    st.just(walked()),
    st.integers(0, PRICE).map(walked),
    st.integers(1, PRICE).map(lambda fee: Life("cancelled", fee, fee - round(fee * 15 / 100))),
    st.sampled_from([Life("cancelled", 0, 0), Life("expired", 0, 0), Life("no_show", 0, 0)]),
)


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[list[Life], list[tuple[int, int, bool]]]:
    """Some orders of one client, and their events as (order, which, whether the handler dies): each at least once."""
    lives = draw(st.lists(LIVES, min_size=1, max_size=3))
    all_of_them = [
        (n, k) for n, life in enumerate(lives) for k in range(4 if life.refund is not None else 2)
    ]
    more = draw(st.lists(st.sampled_from(all_of_them), max_size=6))
    order = draw(st.permutations(all_of_them + more))
    deaths = draw(st.lists(st.booleans(), min_size=len(order), max_size=len(order)))
    return lives, [(n, k, dies) for (n, k), dies in zip(order, deaths, strict=True)]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(story=arrivals())
async def test_the_money_of_orders_agrees_with_how_they_ended(
    session: Any, sessions: Any, app: Any, story: tuple[list[Life], list[tuple[int, int, bool]]]
) -> None:
    lives, arrived = story
    anna = new_id()
    await give(session, anna, RICH)
    bookings = [Booking(anna) for _ in lives]
    envelopes = [
        [envelope_for(event) for event in life.events(booking)]
        for life, booking in zip(lives, bookings, strict=True)
    ]
    for n, k, dies in arrived:
        for attempt_dies in (True, False) if dies else (False,):
            try:
                async with sessions.begin() as own:
                    await app.state.subscriber.deliver(own, envelopes[n][k])
                    if attempt_dies:
                        raise Died
            except Died:
                continue

    assert await money_of(sessions, anna) == (RICH - sum(life.paid for life in lives), 0)
    for life, booking in zip(lives, bookings, strict=True):
        assert await money_of(sessions, booking.walker_id) == (life.earned, 0)
        async with sessions() as own:
            query = select(Payment).where(Payment.order_id == booking.order_id)
            payment = (await own.scalars(query)).one()
            held = await own.scalars(
                select(Hold.id).where(
                    Hold.state == HoldState.OPEN, Hold.ref.in_([booking.order_id, payment.id])
                )
            )
        assert held.all() == []
        assert sum(payment.division.values()) == payment.captured
        assert payment.captured - payment.refunded == life.paid
        assert payment.captured + payment.released == PRICE
    assert await faults(sessions) == []
