"""The service as a process, and its events by many at once: on real commits."""

import asyncio
from typing import Any

import httpx
import pytest
from factories import PRICE, Booking, give, money_of
from sqlalchemy import select, text

from app.audit import main as run_auditor
from app.models.payment import Payment
from app.queries.audit import audit
from lapa_contracts.payment import PaymentState
from lapa_kit.events.contract import stream_of
from lapa_kit.ids import new_id
from lapa_kit.testing.plugin import envelope_for

pytestmark = pytest.mark.committed


async def audited(sessions: Any) -> Any:
    async with sessions.begin() as session:
        return await audit(session)


async def test_a_lost_answer_settles_by_itself(
    server: str, as_user: Any, sessions: Any, session: Any
) -> None:
    anna = new_id()
    body = {
        "amount": 5000,
        "currency": "EUR",
        "provider": "sandbox",
        "payment_token": "tok_timeout",
    }
    async with httpx.AsyncClient(base_url=server, headers=as_user(anna)) as http:
        topup = (await http.post("/api/v1/wallets/me/topups", json=body)).json()
        assert topup["status"] == "reconciling"
        async with asyncio.timeout(10):
            while (await http.get("/api/v1/wallets/me")).json()["available"] == 0:
                await asyncio.sleep(0.05)
    assert await money_of(sessions, anna) == (5000, 0)


async def test_an_order_from_the_stream_has_its_money_held_and_settled(
    server: str, app: Any, session: Any, sessions: Any
) -> None:
    anna = new_id()
    await give(session, anna, 5000)
    booking = Booking(anna)
    transport, stream = app.state.transport, stream_of("order-service")

    await transport.send(stream, [envelope_for(booking.placed())])
    async with asyncio.timeout(10):
        while await money_of(sessions, anna) != (5000 - PRICE, PRICE):
            await asyncio.sleep(0.05)
    await transport.send(stream, [envelope_for(booking.settlement_due())] * 2)
    async with asyncio.timeout(10):
        while await money_of(sessions, booking.walker_id) != (1658, 0):
            await asyncio.sleep(0.05)

    assert await audited(sessions) == []


async def test_events_of_one_order_handled_by_many_at_once_take_effect_once(
    session: Any, sessions: Any, deliver: Any, published: Any
) -> None:
    anna = new_id()
    await give(session, anna, 5000)
    bookings = [Booking(anna, amount=100) for _ in range(5)]
    events = [
        event
        for booking in bookings
        for event in (booking.placed(), booking.settlement_due(), booking.placed())
    ]

    await asyncio.gather(*(deliver(event) for event in events * 2))

    assert await money_of(sessions, anna) == (4500, 0)
    assert (await published()).count("payment.captured.v1") == 5
    assert (await published()).count("payment.authorized.v1") == 5
    assert await audited(sessions) == []


async def test_settling_and_releasing_at_once_does_one_of_them(
    session: Any, sessions: Any, deliver: Any
) -> None:
    anna = new_id()
    await give(session, anna, PRICE * 10)
    for _ in range(10):
        booking = Booking(anna)
        await deliver(booking.placed())
        await asyncio.gather(deliver(booking.settlement_due()), deliver(booking.expired(version=9)))

        async with sessions() as own:
            query = select(Payment).where(Payment.order_id == booking.order_id)
            payment = (await own.scalars(query)).one()
        assert payment.state in (PaymentState.CAPTURED, PaymentState.VOIDED)
        assert payment.captured + payment.released == PRICE
    assert (await money_of(sessions, anna))[1] == 0
    assert await audited(sessions) == []


async def test_a_handler_killed_before_its_commit_changed_nothing_and_comes_again(
    session: Any, sessions: Any, app: Any, deliver: Any, published: Any
) -> None:
    anna = new_id()
    await give(session, anna, 5000)
    booking = Booking(anna)

    async def handle_and_die() -> None:
        async with sessions.begin() as own:
            await app.state.subscriber.handlers["order.placed.v1"][1](booking.placed(), own)
            await own.execute(text("select pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(Exception, match=r"terminat|closed"):
        await handle_and_die()
    assert await money_of(sessions, anna) == (5000, 0)

    await deliver(booking.placed())
    assert await money_of(sessions, anna) == (5000 - PRICE, PRICE)
    assert await published() == ["payment.authorized.v1"]
    assert await audited(sessions) == []


async def test_the_auditor_names_the_fault(session: Any, sessions: Any, capsys: Any) -> None:
    await give(session, new_id(), 100)
    assert await asyncio.to_thread(run_auditor) == 0
    assert capsys.readouterr().out == "the books are right\n"

    await session.execute(text("select set_config('lapa.ledger', 'open', true)"))
    await session.execute(text("update accounts set held = 7 where kind = 'wallet'"))
    await session.commit()
    assert await asyncio.to_thread(run_auditor) == 1
    said = capsys.readouterr().out
    assert "what an account holds is the sum of its open holds: NOT SO" in said
