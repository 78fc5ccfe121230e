"""The same order through every provider: secured, taken in part, given back, its webhooks twice; the books agree."""

from datetime import timedelta
from typing import Any

import pytest
from company import Company
from factories import Booking, balance_of, faults

from app import config, providers
from app.models.ledger import escrow, external, wallet
from app.services import webhooks
from lapa_kit import clock
from lapa_kit.ids import new_id


@pytest.fixture
def _is_configured(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    """This installation has that provider."""
    name = company.provider.name

    class Configured(config.Settings):
        @property
        def providers(self) -> list[str]:
            return [name]

    for module in (providers, webhooks):
        monkeypatch.setattr(module, "settings", Configured())


@pytest.mark.usefixtures("_is_configured")
@pytest.mark.parametrize("ends", ["walked", "expired"])
async def test_an_order_is_secured_taken_in_part_and_given_back(
    company: Company,
    client: Any,
    as_user: Any,
    deliver: Any,
    run_jobs: Any,
    sessions: Any,
    outbox: Any,
    at: Any,
    ends: str,
) -> None:
    anna, support = new_id(), as_user(new_id(), "support")
    name, currency = company.provider.name, company.currency
    body = {"provider": name, "payment_token": company.keeps}
    card = await client.post("/api/v1/payment-methods", json=body, headers=as_user(anna))
    assert card.status_code == 201, card.text
    booking = Booking(anna, currency=currency)
    await deliver(booking.placed(card.json()["id"]))
    await settle_down(run_jobs, at)
    for said in await outbox():
        if said.type == "payment.action_required.v1":
            await company.decide(said.payload["confirmation_url"], True)
            await settle_down(run_jobs, at)
    secured = next(said for said in await outbox() if said.type == "payment.authorized.v1")
    is_held = company.provider.capabilities.hold
    assert secured.payload["mode"] == ("hold" if is_held else "escrow")

    await deliver(booking.settlement_due(1430) if ends == "walked" else booking.expired())
    await settle_down(run_jobs, at)
    payments = (await client.get("/api/v1/payments", headers=as_user(anna))).json()["items"]
    if ends == "walked":
        url = f"/api/v1/payments/{payments[0]['id']}/refund"
        for amount in (400, 30):
            refund = {"amount": amount, "reason": "a short walk"}
            assert (await client.post(url, json=refund, headers=support)).status_code == 200
        await settle_down(run_jobs, at)

    kept = 1000 if ends == "walked" else 0
    outside = external(name, currency)
    accounts = (outside, escrow(anna, currency), wallet(anna, currency))
    assert [await balance_of(sessions, account) for account in accounts] == [-kept, 0, 0]
    assert await faults(sessions) == []

    for webhook in (await company.webhooks()) * 2:
        answer = await client.post(
            f"/api/v1/payments/webhooks/{name}", content=webhook.body, headers=dict(webhook.headers)
        )
        assert answer.status_code == 200, answer.text
    await settle_down(run_jobs, at)
    assert await balance_of(sessions, outside) == -kept
    assert await faults(sessions) == []


async def settle_down(run_jobs: Any, at: Any) -> None:
    """What is decided a little later is decided by then."""
    for _ in range(3):
        await run_jobs()
        at(clock.now() + timedelta(seconds=31))
