"""Banks take money back: posted at once, borne by whom it is decided, undone when it was won."""

from itertools import permutations
from typing import Any
from uuid import UUID

import pytest
from factories import EUR, PRICE, Booking, balance_of, faults, money_of

from app.config import Settings
from app.models.ledger import debt, external, platform
from app.providers.provider import ChargedBack, Stage
from app.services import chargebacks
from lapa_kit.ids import new_id

CHARGEBACKS, SANDBOX = platform("chargebacks", EUR), external("sandbox", EUR)


@pytest.fixture
def test_mode(app: Any) -> Any:
    usual = app.state.settings
    app.state.settings = usual.model_copy(update={"test_mode": True})
    yield
    app.state.settings = usual


@pytest.fixture
async def booking(client: Any, as_user: Any, deliver: Any, run_jobs: Any) -> Booking:
    """A walk that was paid for by card."""
    anna = new_id()
    body = {"provider": "sandbox", "payment_token": "tok_success"}
    card = await client.post("/api/v1/payment-methods", json=body, headers=as_user(anna))
    booking = Booking(anna)
    await deliver(booking.placed(card.json()["id"]))
    await run_jobs()
    await deliver(booking.settlement_due())
    await run_jobs()
    return booking


async def payment_of(client: Any, as_user: Any, booking: Booking) -> dict[str, Any]:
    headers = as_user(booking.client_id)
    params = {"order_id": str(booking.order_id)}
    found = (await client.get("/api/v1/payments", params=params, headers=headers)).json()
    detail = await client.get(f"/api/v1/payments/{found['items'][0]['id']}", headers=headers)
    return detail.json()


def notice(payment: dict[str, Any], stage: Stage) -> ChargedBack:
    (charge,) = [one["id"] for one in payment["operations"] if one["kind"] == "charge"]
    return ChargedBack("evt", "cb_1", UUID(charge), None, PRICE, EUR, stage)


@pytest.mark.usefixtures("messages_arrive", "test_mode")
async def test_a_chargeback_is_posted_told_and_decided_with_the_dispute(
    booking: Booking,
    client: Any,
    as_user: Any,
    deliver: Any,
    run_jobs: Any,
    sessions: Any,
    outbox: Any,
) -> None:
    payment = await payment_of(client, as_user, booking)
    body = {"payment_id": payment["id"], "stage": "opened"}
    for _ in range(2):
        answer = await client.post(
            "/api/v1/test/provider/chargebacks", json=body, headers=as_user(new_id(), "admin")
        )
        assert answer.status_code == 204
    await run_jobs()

    said = (await outbox())[-1]
    assert (said.type, said.payload["amount"]) == ("payment.charged_back.v1", PRICE)
    assert await balance_of(sessions, SANDBOX) == 0
    assert await balance_of(sessions, CHARGEBACKS) == -PRICE

    await deliver(booking.disputed())
    assert await money_of(sessions, booking.walker_id) == (0, 1658)
    await deliver(booking.resolved(refund=PRICE))
    await run_jobs()

    assert await money_of(sessions, booking.walker_id) == (0, 0)
    assert await balance_of(sessions, CHARGEBACKS) == 0
    assert await money_of(sessions, booking.client_id) == (0, 0)
    (refund,) = (await payment_of(client, as_user, booking))["refunds"]
    assert (refund["route"], refund["status"]) == ("bank", "sent")
    listed = await client.get("/api/v1/ledger/chargebacks", headers=as_user(new_id(), "finance"))
    assert [(one["stage"], one["recovered"]) for one in listed.json()["items"]] == [
        ("opened", PRICE)
    ]
    assert await faults(sessions) == []


@pytest.mark.parametrize("ends", [Stage.WON, Stage.LOST])
async def test_stages_in_any_order_and_twice_come_to_the_same(
    booking: Booking, client: Any, as_user: Any, sessions: Any, ends: Stage
) -> None:
    payment = await payment_of(client, as_user, booking)
    for stages in permutations([Stage.OPENED, ends, ends, Stage.OPENED]):
        async with sessions() as session:
            for stage in stages:
                await chargebacks.take(session, "sandbox", notice(payment, stage))
            await session.flush()
            lost = PRICE if ends is Stage.LOST else 0
            assert await balance_of_now(session, CHARGEBACKS) == -lost
            await session.rollback()


async def balance_of_now(session: Any, name: Any) -> int:
    from app.queries.ledger import find_account

    account = await find_account(session, name)
    return account.balance if account else 0


async def test_by_rule_those_who_had_got_the_money_bear_a_lost_one(
    booking: Booking,
    client: Any,
    as_user: Any,
    sessions: Any,
    monkeypatch: Any,
) -> None:
    rule = Settings().model_copy(update={"chargebacks_borne_by": "walker"})
    monkeypatch.setattr(chargebacks, "settings", rule)
    payment = await payment_of(client, as_user, booking)
    for stage in (Stage.OPENED, Stage.LOST):
        async with sessions.begin() as session:
            await chargebacks.take(session, "sandbox", notice(payment, stage))

    assert await money_of(sessions, booking.walker_id) == (0, 0)
    assert await balance_of(sessions, platform("commission", EUR)) == 0
    assert await balance_of(sessions, CHARGEBACKS) == 0
    assert (await payment_of(client, as_user, booking))["status"] == "refunded"
    assert await faults(sessions) == []


@pytest.mark.parametrize(("spent", "owed"), [(0, 0), (3000, 5000)])
async def test_a_topup_that_is_charged_back_leaves_the_wallet_or_a_debt(
    client: Any, as_user: Any, session: Any, sessions: Any, spent: int, owed: int
) -> None:
    from app.models.ledger import Line, wallet
    from app.queries.ledger import post

    anna = new_id()
    body = {"amount": 5000, "currency": EUR, "provider": "sandbox", "payment_token": "tok_success"}
    topup = await client.post("/api/v1/wallets/me/topups", json=body, headers=as_user(anna))
    lines = [Line(wallet(anna, EUR), -spent), Line(wallet(new_id(), EUR), spent)]
    if spent:
        await post(session, key="spent", kind="transfer", lines=lines)
        await session.commit()
    reference = UUID(topup.json()["id"])
    opened = ChargedBack("evt", "cb_2", reference, None, 5000, EUR, Stage.OPENED)
    for _ in range(2):
        async with sessions.begin() as writing:
            await chargebacks.take(writing, "sandbox", opened)

    assert await balance_of(sessions, debt(anna, EUR)) == -owed
    assert await balance_of(sessions, SANDBOX) == 0
    assert await faults(sessions) == []


async def test_a_chargeback_of_nothing_of_ours_moves_nothing(sessions: Any) -> None:
    stranger = ChargedBack("evt", "cb_3", new_id(), None, 5000, EUR, Stage.OPENED)
    async with sessions.begin() as session:
        await chargebacks.take(session, "sandbox", stranger)
    assert await balance_of(sessions, SANDBOX) == 0
