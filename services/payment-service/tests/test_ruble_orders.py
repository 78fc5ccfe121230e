"""The same order through each provider of rubles: what can be held is held, what cannot is taken and goes back."""

from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from factories import PRICE, Booking, balance_of, faults

from app.models.ledger import escrow, external, wallet
from lapa_kit import clock
from lapa_kit.ids import new_id

RUB = "RUB"
TOPUPS = "/api/v1/wallets/me/topups"


class Order:
    """A client who pays for one walk through one provider."""

    def __init__(self, client: Any, headers: Any, sessions: Any, company: Any, anna: UUID) -> None:
        self.client, self.headers, self.sessions = client, headers, sessions
        self.company, self.name = company, company.provider.name
        self.booking = Booking(anna, currency=RUB)

    async def keep_method(self) -> str:
        body = {"provider": self.name, "payment_token": self.company.keeps}
        answer = await self.client.post("/api/v1/payment-methods", json=body, headers=self.headers)
        assert answer.status_code == 201, answer.text
        return answer.json()["id"]

    async def payment(self) -> dict[str, Any]:
        params = {"order_id": str(self.booking.order_id)}
        found = await self.client.get("/api/v1/payments", params=params, headers=self.headers)
        (payment,) = found.json()["items"]
        url = f"/api/v1/payments/{payment['id']}"
        return (await self.client.get(url, headers=self.headers)).json()

    async def balance(self, account: Any) -> int:
        return await balance_of(self.sessions, account)


async def tell(client: Any, company: Any, *, seed: int | None = None) -> None:
    """All that the company has sent so far arrives; twice and in any order when there is a seed."""
    sent = list(await company.webhooks())
    if seed is not None:
        sent += sent
        Random(seed).shuffle(sent)
    for webhook in sent:
        url = f"/api/v1/payments/webhooks/{company.provider.name}"
        answer = await client.post(url, content=webhook.body, headers=webhook.headers)
        assert (answer.status_code, answer.text) == (200, company.provider.webhook_answer)


@pytest.fixture
async def order(
    client: Any, as_user: Any, sessions: Any, deliver: Any, run_jobs: Any, ruble_company: Any
) -> Order:
    """Placed, and its money is secured: the person has paid where he was sent."""
    anna = new_id()
    made = Order(client, as_user(anna), sessions, ruble_company, anna)
    await deliver(made.booking.placed(await made.keep_method()))
    await run_jobs()
    payment = await made.payment()
    assert payment["status"] == "requires_action"
    await ruble_company.decide(payment["confirmation_url"], True)
    await tell(client, ruble_company)
    await run_jobs()
    assert (await made.payment())["status"] == "authorized"
    return made


async def refund(order: Order, as_user: Any, amount: int) -> None:
    url = f"/api/v1/payments/{(await order.payment())['id']}/refund"
    body = {"amount": amount, "reason": "a short walk"}
    answer = await order.client.post(url, json=body, headers=as_user(new_id(), "support"))
    assert answer.status_code == 200, answer.text


async def test_what_was_walked_is_taken_and_goes_back_in_parts(
    order: Order, client: Any, as_user: Any, deliver: Any, run_jobs: Any, sessions: Any
) -> None:
    company, booking = order.company, order.booking
    outside = external(order.name, RUB)
    is_held = company.provider.capabilities.hold
    assert company.server.kept == (0 if is_held else PRICE)
    assert await order.balance(outside) == -company.server.kept

    await deliver(booking.settlement_due(capture=1430))
    await run_jobs()

    payment = await order.payment()
    assert (payment["status"], payment["captured"], payment["released"]) == ("captured", 1430, 520)
    assert company.server.kept == 1430
    assert await order.balance(wallet(booking.walker_id, RUB)) == 1430 - 214

    for amount in (400, 400, 100):
        await refund(order, as_user, amount)
    await run_jobs()

    assert company.server.kept == 530
    assert await order.balance(outside) == -530
    assert await order.balance(escrow(booking.client_id, RUB)) == 0
    for seed in (1, 2):
        await tell(client, company, seed=seed)
        await run_jobs()
    assert (company.server.kept, await order.balance(outside)) == (530, -530)
    assert await faults(sessions) == []


async def test_an_order_that_ends_without_a_walk_costs_nothing(
    order: Order, deliver: Any, run_jobs: Any, sessions: Any
) -> None:
    await deliver(order.booking.expired())
    await run_jobs()

    assert (await order.payment())["status"] == "voided"
    assert order.company.server.kept == 0
    assert await order.balance(external(order.name, RUB)) == 0
    assert await faults(sessions) == []


async def test_a_refund_that_fails_days_later_is_in_the_clients_wallet(
    order: Order, as_user: Any, deliver: Any, run_jobs: Any, sessions: Any, at: Any
) -> None:
    server, anna = order.company.server, order.booking.client_id
    await deliver(order.booking.settlement_due())
    await run_jobs()
    server.is_slow = True
    await refund(order, as_user, 450)
    await run_jobs()
    assert await order.balance(wallet(anna, RUB)) == 0

    server.decide_refunds(is_done=False)
    at(clock.now() + timedelta(days=2))
    await run_jobs()

    assert server.kept == PRICE
    assert await order.balance(wallet(anna, RUB)) == 450
    (tracked,) = (await order.payment())["refunds"]
    assert (tracked["route"], tracked["status"]) == ("wallet", "arrived")
    assert await faults(sessions) == []


async def test_the_books_agree_with_the_report_of_who_gives_one(
    order: Order, client: Any, as_user: Any, deliver: Any, run_jobs: Any, at: Any
) -> None:
    await deliver(order.booking.settlement_due(capture=1430))
    await run_jobs()
    url, day, admin = (
        "/api/v1/ledger/reconciliation",
        clock.now().date(),
        as_user(new_id(), "admin"),
    )
    at(clock.now() + timedelta(days=1))
    wanted = {"provider": order.name, "day": day.isoformat()}

    answer = await client.post(url, json=wanted, headers=admin)

    if not order.company.provider.capabilities.report:
        assert (answer.status_code, answer.json()["code"]) == (422, "provider_not_available")
        return
    assert answer.status_code == 202, answer.text
    await run_jobs()
    found = (await client.get(url, params=wanted, headers=admin)).json()
    assert (found["matched"], found["exceptions"]) == (1, [])
    assert await order.balance(external(order.name, RUB)) == -1430 + 50  # what YooKassa keeps


async def test_topups_come_to_the_same_however_their_webhooks_arrive(
    client: Any, as_user: Any, sessions: Any, run_jobs: Any, ruble_company: Any
) -> None:
    anna, name = new_id(), ruble_company.provider.name
    headers = as_user(anna)
    for amount, is_confirmed in ((5000, True), (7000, False), (9000, True)):
        body = {"amount": amount, "currency": RUB, "provider": name}
        body["payment_token"] = ruble_company.asking
        topup = (await client.post(TOPUPS, json=body, headers=headers)).json()
        assert topup["status"] == "requires_action", topup
        await ruble_company.decide(topup["confirmation_url"], is_confirmed)
    assert await balance_of(sessions, wallet(anna, RUB)) == 0

    for seed in (3, 4):
        await tell(client, ruble_company, seed=seed)
        await run_jobs()

    assert await balance_of(sessions, wallet(anna, RUB)) == 14000 == ruble_company.server.kept
    assert await faults(sessions) == []


async def test_a_lost_webhook_is_made_good_by_looking(
    client: Any, as_user: Any, sessions: Any, run_jobs: Any, at: Any, ruble_company: Any
) -> None:
    anna, name = new_id(), ruble_company.provider.name
    body = {"amount": 5000, "currency": RUB, "provider": name}
    body["payment_token"] = ruble_company.asking
    topup = (await client.post(TOPUPS, json=body, headers=as_user(anna))).json()
    for _ in range(2):
        at(clock.now() + timedelta(seconds=30))
        await run_jobs()
    url = f"{TOPUPS}/{topup['id']}"
    still = (await client.get(url, headers=as_user(anna))).json()
    assert (still["status"], still["confirmation_url"]) == (
        "requires_action",
        topup["confirmation_url"],
    )

    await ruble_company.decide(topup["confirmation_url"], True)
    at(clock.now() + timedelta(seconds=30))
    await run_jobs()

    assert await balance_of(sessions, wallet(anna, RUB)) == 5000
    assert await faults(sessions) == []


@pytest.mark.parametrize("token", ["card:1001", "card:1001:", "x" * 200])
async def test_a_made_up_token_pays_nothing(
    client: Any, as_user: Any, sessions: Any, ruble_company: Any, token: str
) -> None:
    anna, name = new_id(), ruble_company.provider.name
    if name == "yookassa":  # there any text may be a card that was just given
        token = "22e18a2f-000f-5000-a000-000000000000"
    body = {"amount": 5000, "currency": RUB, "provider": name, "payment_token": token}
    answer = await client.post(TOPUPS, json=body, headers=as_user(anna))
    assert (answer.status_code, answer.json()["code"]) == (402, "payment_declined")
    assert ruble_company.server.kept == 0
