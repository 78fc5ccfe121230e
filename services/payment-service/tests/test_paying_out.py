"""Walkers' money on its way out: what is payable, sent once, looked up when nobody answers, kept back when it must be."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from factories import EUR, Booking, balance_of, faults, give, money_of
from sqlalchemy import select

from app.models.ledger import Line, debt, external, platform
from app.models.sandbox import SandboxPayout
from app.queries.ledger import post
from app.services import payouts as payout_services
from lapa_contracts.order import MarketChanged, PayoutTerms
from lapa_contracts.user import UserChanged
from lapa_kit import clock
from lapa_kit.ids import new_id

URL = "/api/v1/payouts"


class Walker:
    """A walker with money and somewhere to send it."""

    def __init__(self, client: Any, headers: dict[str, str], walker_id: UUID) -> None:
        self.client, self.headers, self.id = client, headers, walker_id
        self.destination = ""

    async def open(self, token: str = "dest_success") -> "Walker":
        body = {"provider": "sandbox", "token": token, "label": "*4242"}
        made = await self.client.post(f"{URL}/destinations", json=body, headers=self.headers)
        assert made.status_code == 201, made.text
        assert "token" not in made.json()
        self.destination = made.json()["id"]
        return self

    async def ask(self, amount: int, **more: Any) -> Any:
        body = {"amount": amount, "currency": EUR, "destination": self.destination, **more}
        return await self.client.post(URL, json=body, headers=self.headers)

    async def look(self, payout: Any) -> Any:
        return (await self.client.get(f"{URL}/{payout.json()['id']}", headers=self.headers)).json()


@pytest.fixture
async def walker(client: Any, session: Any, as_user: Any) -> Walker:
    walker_id = new_id()
    await give(session, walker_id, 10_000)
    return await Walker(client, as_user(walker_id, "walker"), walker_id).open()


async def asked(sessions: Any) -> list[int]:
    async with sessions() as session:
        return list(await session.scalars(select(SandboxPayout.asked)))


async def test_a_payout_arrives_once_and_its_fee_stays(
    walker: Walker, sessions: Any, run_jobs: Any, published: Any
) -> None:
    payout = await walker.ask(4000, instant=True)
    assert (payout.status_code, payout.json()["status"]) == (201, "approved")
    assert payout.json()["expected_on"] == clock.now().date().isoformat()
    assert await money_of(sessions, walker.id) == (6000, 4000)

    await run_jobs()

    assert (await walker.look(payout))["status"] == "paid"
    assert await money_of(sessions, walker.id) == (6000, 0)
    assert await balance_of(sessions, external("sandbox", EUR)) == -10_000 + 3940
    assert await balance_of(sessions, platform("commission", EUR)) == 60
    assert await published() == ["payout.changed.v1"] * 3
    assert await faults(sessions) == []


@pytest.mark.parametrize(
    ("token", "ends", "left", "times_asked"),
    [
        ("dest_refused", "failed", 10_000, [1]),
        ("dest_timeout", "paid", 6000, [1]),
        ("dest_late_refusal", "failed", 10_000, [1]),
        ("dest_unheard", "failed", 10_000, []),
    ],
)
async def test_a_payout_without_an_answer_is_looked_up_and_never_repeated(
    client: Any,
    session: Any,
    sessions: Any,
    as_user: Any,
    run_jobs: Any,
    at: Any,
    token: str,
    ends: str,
    left: int,
    times_asked: list[int],
) -> None:
    walker_id = new_id()
    await give(session, walker_id, 10_000)
    walker = await Walker(client, as_user(walker_id, "walker"), walker_id).open(token)
    payout = await walker.ask(4000)
    for _ in range(4):
        await run_jobs()
        at(clock.now() + timedelta(minutes=6))

    assert (await walker.look(payout))["status"] == ends
    assert await money_of(sessions, walker_id) == (left, 0)
    assert await asked(sessions) == times_asked
    assert await faults(sessions) == []


async def test_fresh_earnings_wait_and_the_walker_sees_when_they_come(
    client: Any, session: Any, sessions: Any, deliver: Any, as_user: Any, at: Any
) -> None:
    anna, walker_id = new_id(), new_id()
    await give(session, anna, 5000)
    await give(session, walker_id, 3000)
    walker = await Walker(client, as_user(walker_id, "walker"), walker_id).open()
    booking = Booking(anna, walker_id=walker_id)
    terms = PayoutTerms(delay_days=3, minimum=500)
    await deliver(
        MarketChanged(
            code="default", currency=EUR, timezone="UTC", locale="en", payout=terms, version=1
        )
    )
    await deliver(booking.placed())
    await deliver(booking.settlement_due())

    upcoming = (await client.get(f"{URL}/upcoming", headers=walker.headers)).json()
    on = (clock.now() + timedelta(days=3)).date().isoformat()
    assert (upcoming["payable"], upcoming["minimum"]) == (3000, 500)
    assert upcoming["upcoming"] == [{"on": on, "amount": 1658}]
    too_much = await walker.ask(3001)
    assert (too_much.status_code, too_much.json()["code"]) == (422, "not_payable")
    too_little = await walker.ask(499)
    assert (too_little.status_code, too_little.json()["code"]) == (422, "below_minimum")

    at(clock.now() + timedelta(days=3, minutes=1))
    assert (await walker.ask(4658)).status_code == 201
    assert await faults(sessions) == []


async def test_what_is_owed_is_taken_first(
    walker: Walker, session: Any, sessions: Any, client: Any
) -> None:
    lines = [Line(debt(walker.id, EUR), -2500), Line(platform("commission", EUR), 2500)]
    await post(session, key="owed", kind="refund", lines=lines)
    await session.commit()

    assert (await walker.ask(7501)).json()["code"] == "not_payable"
    assert (await walker.ask(7500)).status_code == 201
    assert await money_of(sessions, walker.id) == (0, 7500)
    assert await balance_of(sessions, debt(walker.id, EUR)) == 0
    assert await faults(sessions) == []


async def test_a_changed_destination_keeps_everything_back_for_a_day(
    walker: Walker, sessions: Any, run_jobs: Any, at: Any
) -> None:
    old = walker.destination
    await walker.open("dest_success")
    to_the_new = await walker.ask(1000)
    walker.destination = old
    to_the_old = await walker.ask(1000)
    await run_jobs()
    assert {(await walker.look(p))["status"] for p in (to_the_new, to_the_old)} == {"approved"}

    at(clock.now() + timedelta(hours=24, minutes=1))
    await run_jobs()
    assert {(await walker.look(p))["status"] for p in (to_the_new, to_the_old)} == {"paid"}


async def test_nothing_goes_out_while_somebody_is_suspended(
    walker: Walker, run_jobs: Any, deliver: Any, at: Any
) -> None:
    await deliver(account(walker.id, "suspended", 2))
    payout = await walker.ask(1000)
    await run_jobs()
    assert (await walker.look(payout))["status"] == "approved"

    await deliver(account(walker.id, "active", 3))
    await deliver(account(walker.id, "suspended", 2))  # late
    at(clock.now() + timedelta(hours=2))
    await run_jobs()
    assert (await walker.look(payout))["status"] == "paid"


def account(user_id: UUID, status: str, version: int) -> UserChanged:
    return UserChanged.model_validate(
        {
            "user_id": user_id,
            "display_name": "W",
            "roles": ["walker"],
            "status": status,
            "email_verified": True,
            "phone_verified": True,
            "locale": "en",
            "timezone": "UTC",
            "version": version,
        }
    )


async def test_where_two_must_agree_it_takes_two_different_people(
    walker: Walker,
    client: Any,
    sessions: Any,
    run_jobs: Any,
    as_user: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    strict = payout_services.settings.model_copy(update={"payout_approvals": 2})
    monkeypatch.setattr(payout_services, "settings", strict)
    payout, other = await walker.ask(1000), await walker.ask(2000)
    url = f"{URL}/{payout.json()['id']}/approve"
    first, second = as_user(new_id(), "finance"), as_user(new_id(), "admin")
    own = as_user(walker.id, "walker", "admin")

    assert (await client.post(url, headers=walker.headers)).status_code == 403
    assert (await client.post(url, headers=own)).json()["code"] == "another_person_needed"
    assert (await client.post(url, headers=first)).json()["status"] == "requested"
    assert (await client.post(url, headers=first)).json()["code"] == "another_person_needed"
    await run_jobs()
    assert await asked(sessions) == []
    assert (await client.post(url, headers=second)).json()["status"] == "approved"
    await run_jobs()
    assert (await walker.look(payout))["status"] == "paid"
    assert (await client.post(url, headers=second)).json()["code"] == "payout_decided"

    url = f"{URL}/{other.json()['id']}/reject"
    rejected = await client.post(url, json={"reason": "a wrong name"}, headers=first)
    assert (rejected.json()["status"], rejected.json()["reason"]) == ("rejected", "a wrong name")
    assert await money_of(sessions, walker.id) == (9000, 0)


async def test_the_daily_run_pays_everybody_once(
    walker: Walker, client: Any, sessions: Any, run_jobs: Any, at: Any
) -> None:
    for _ in range(3):
        async with sessions.begin() as session:
            await payout_services.run_for_everybody(session)
        await run_jobs()

    payouts = (await client.get(URL, headers=walker.headers)).json()["items"]
    assert [(p["amount"], p["status"]) for p in payouts] == [(10_000, "paid")]
    assert await money_of(sessions, walker.id) == (0, 0)


@pytest.mark.parametrize(
    ("role", "changes", "status", "code"),
    [
        ("client", {}, 403, "payouts_are_for_walkers"),
        ("walker", {"destination": str(new_id())}, 404, "destination_not_found"),
        ("walker", {"amount": 0}, 422, "invalid_request"),
        ("walker", {"amount": -5}, 422, "invalid_request"),
        ("walker", {"currency": "RUB"}, 422, "currency_not_supported"),
    ],
)
async def test_a_payout_that_cannot_be_moves_nothing(
    walker: Walker,
    client: Any,
    sessions: Any,
    as_user: Any,
    role: str,
    changes: Any,
    status: int,
    code: str,
) -> None:
    walker.headers = as_user(walker.id, role)
    answer = await walker.ask(**{"amount": 1000, **changes})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert await money_of(sessions, walker.id) == (10_000, 0)


async def test_another_ones_payout_and_destination_do_not_exist(
    walker: Walker, client: Any, as_user: Any
) -> None:
    payout = await walker.ask(1000)
    stranger = Walker(client, as_user(new_id(), "walker"), new_id())
    stranger.destination = walker.destination
    assert (
        await client.get(f"{URL}/{payout.json()['id']}", headers=stranger.headers)
    ).status_code == 404
    assert (await stranger.ask(1000)).status_code == 404
    url = f"{URL}/destinations/{walker.destination}"
    assert (await client.delete(url, headers=stranger.headers)).status_code == 404
    assert (await client.delete(url, headers=walker.headers)).status_code == 204
    assert (await walker.ask(1000)).json()["code"] == "destination_not_found"


@pytest.mark.committed
async def test_payouts_asked_for_at_once_never_take_more_than_there_is(
    walker: Walker, sessions: Any, client: Any
) -> None:
    answers = await asyncio.gather(*(walker.ask(3000) for _ in range(10)))

    assert sorted(answer.status_code for answer in answers) == [201] * 3 + [422] * 7
    assert await money_of(sessions, walker.id) == (1000, 9000)
    assert await faults(sessions) == []


@pytest.mark.committed
async def test_a_payout_and_a_booking_at_once_do_not_both_get_the_same_money(
    walker: Walker, sessions: Any, deliver: Any, published: Any
) -> None:
    """He walks dogs and has one: he books a walk while his wallet is being paid out."""
    booking = Booking(walker.id, amount=7000)

    answer, _ = await asyncio.gather(walker.ask(7000), deliver(booking.placed()))

    is_paid_out = answer.status_code == 201
    is_booked = "payment.authorized.v1" in await published()
    assert is_paid_out != is_booked
    assert await money_of(sessions, walker.id) == (3000, 7000)
    assert await faults(sessions) == []
