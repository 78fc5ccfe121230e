"""Money into a wallet, through a provider that pays, declines, asks, or loses its answer."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from factories import faults, money_of

from app.providers.sandbox import Sandbox
from lapa_kit import clock
from lapa_kit.ids import new_id

TOPUPS = "/api/v1/wallets/me/topups"


def body(token: str = "tok_success", **changes: Any) -> dict[str, Any]:
    return {
        "amount": 5000,
        "currency": "EUR",
        "provider": "sandbox",
        "payment_token": token,
        **changes,
    }


async def test_a_good_card_pays_at_once(
    client: Any, as_user: Any, sessions: Any, outbox: Any, run_jobs: Any
) -> None:
    anna = new_id()
    response = await client.post(TOPUPS, json=body(), headers=as_user(anna))

    assert response.status_code == 201, response.text
    assert response.json()["status"] == "succeeded"
    assert await money_of(sessions, anna) == (5000, 0)
    (said,) = await outbox()
    assert (said.type, said.payload["state"]) == ("topup.changed.v1", "succeeded")
    listed = (await client.get(TOPUPS, headers=as_user(anna))).json()
    assert [item["id"] for item in listed["items"]] == [response.json()["id"]]
    assert await faults(sessions) == []


@pytest.mark.parametrize(
    ("token", "code"),
    [
        ("tok_declined", "payment_declined"),
        ("tok_insufficient", "insufficient_funds"),
        ("tok_nonsense", "payment_declined"),
    ],
)
async def test_a_declined_card_is_402_and_written_down(
    client: Any, as_user: Any, sessions: Any, token: str, code: str
) -> None:
    anna = new_id()
    response = await client.post(TOPUPS, json=body(token), headers=as_user(anna))

    assert (response.status_code, response.json()["code"]) == (402, code)
    assert await money_of(sessions, anna) == (0, 0)
    (kept,) = (await client.get(TOPUPS, headers=as_user(anna))).json()["items"]
    assert (kept["status"], kept["failure_code"]) == ("failed", code)


async def confirmation(client: Any, headers: Any) -> tuple[str, str]:
    """The id of a top-up that waits, and the path of its page."""
    topup = (await client.post(TOPUPS, json=body("tok_3ds"), headers=headers)).json()
    assert topup["status"] == "requires_action"
    return topup["id"], "/api" + topup["confirmation_url"].partition("/api")[2]


@pytest.mark.usefixtures("messages_arrive")
async def test_a_confirmed_3ds_payment_arrives_once(
    client: Any, as_user: Any, sessions: Any, run_jobs: Any
) -> None:
    anna = new_id()
    topup_id, page = await confirmation(client, as_user(anna))

    question = await client.get(page)
    assert question.headers["content-type"].startswith("text/html")
    assert "50.00 EUR" in question.text
    assert await money_of(sessions, anna) == (0, 0)
    for _ in range(2):
        assert "Paid" in (await client.post(f"{page}/confirm")).text
    assert "Paid" in (await client.post(f"{page}/refuse")).text
    russian = await client.get(page, headers={"Accept-Language": "ru-RU,ru;q=0.9"})
    assert "Оплачено" in russian.text
    await run_jobs()

    assert await money_of(sessions, anna) == (5000, 0)
    topup = (await client.get(f"{TOPUPS}/{topup_id}", headers=as_user(anna))).json()
    assert (topup["status"], topup["confirmation_url"]) == ("succeeded", None)


@pytest.mark.usefixtures("messages_arrive")
async def test_a_refused_3ds_payment_never_arrives(
    client: Any, as_user: Any, sessions: Any, run_jobs: Any
) -> None:
    anna = new_id()
    topup_id, page = await confirmation(client, as_user(anna))
    await client.post(f"{page}/refuse")
    await client.post(f"{page}/confirm")
    await run_jobs()

    topup = (await client.get(f"{TOPUPS}/{topup_id}", headers=as_user(anna))).json()
    assert (topup["status"], topup["failure_code"]) == ("failed", "confirmation_refused")
    assert await money_of(sessions, anna) == (0, 0)


async def test_a_confirmation_that_nobody_gives_lapses(
    client: Any, as_user: Any, sessions: Any, run_jobs: Any, at: Any
) -> None:
    anna = new_id()
    topup_id, page = await confirmation(client, as_user(anna))
    at(clock.now() + timedelta(minutes=16))
    await run_jobs()
    await client.post(f"{page}/confirm")

    topup = (await client.get(f"{TOPUPS}/{topup_id}", headers=as_user(anna))).json()
    assert topup["failure_code"] == "confirmation_expired"
    assert await money_of(sessions, anna) == (0, 0)


async def test_nobody_finds_a_confirmation_by_guessing(client: Any) -> None:
    for method, path in (("GET", ""), ("POST", "/confirm"), ("POST", "/refuse")):
        response = await client.request(method, f"/api/v1/payments/sandbox/{new_id()}{path}")
        assert response.status_code == 404


async def test_a_lost_answer_is_looked_up_and_settles_once(
    client: Any, as_user: Any, sessions: Any, run_jobs: Any, outbox: Any, at: Any
) -> None:
    anna = new_id()
    response = await client.post(TOPUPS, json=body("tok_timeout"), headers=as_user(anna))
    assert (response.status_code, response.json()["status"]) == (201, "reconciling")
    assert await money_of(sessions, anna) == (0, 0)

    await run_jobs()
    at(clock.now() + timedelta(minutes=20))
    await run_jobs()

    assert await money_of(sessions, anna) == (5000, 0)
    states = [said.payload["state"] for said in await outbox()]
    assert states == ["reconciling", "succeeded"]


async def test_a_process_that_dies_after_the_call_is_made_good_by_the_look_up(
    client: Any, as_user: Any, sessions: Any, run_jobs: Any, at: Any, monkeypatch: Any
) -> None:
    anna = new_id()
    charge = Sandbox.charge

    async def charge_and_die(self: Any, request: Any) -> Any:
        await charge(self, request)
        raise RuntimeError("killed")

    monkeypatch.setattr(Sandbox, "charge", charge_and_die)
    response = await client.post(TOPUPS, json=body(), headers=as_user(anna))
    assert response.status_code == 500

    at(clock.now() + timedelta(seconds=21))
    await run_jobs()
    assert await money_of(sessions, anna) == (5000, 0)


async def test_a_charge_that_never_reached_the_provider_fails_in_the_end(
    client: Any, as_user: Any, sessions: Any, run_jobs: Any, at: Any, monkeypatch: Any
) -> None:
    anna = new_id()

    async def die(self: Any, request: Any) -> Any:
        raise RuntimeError("killed")

    monkeypatch.setattr(Sandbox, "charge", die)
    await client.post(TOPUPS, json=body(), headers=as_user(anna))
    for minutes in (1, 16):
        at(clock.now() + timedelta(minutes=minutes))
        await run_jobs()

    (topup,) = (await client.get(TOPUPS, headers=as_user(anna))).json()["items"]
    assert (topup["status"], topup["failure_code"]) == ("failed", "never_charged")


async def test_the_same_key_charges_once_and_another_body_is_refused(
    client: Any, as_user: Any, sessions: Any
) -> None:
    anna = new_id()
    headers = {**as_user(anna), "Idempotency-Key": "k1"}

    first = await client.post(TOPUPS, json=body(), headers=headers)
    again = await client.post(TOPUPS, json=body(), headers=headers)
    other = await client.post(TOPUPS, json=body(amount=6000), headers=headers)

    assert again.status_code == 201
    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_mismatch")
    assert await money_of(sessions, anna) == (5000, 0)


async def test_a_refusal_is_not_remembered(client: Any, as_user: Any, sessions: Any) -> None:
    anna = new_id()
    headers = {**as_user(anna), "Idempotency-Key": "k1"}
    assert (
        await client.post(TOPUPS, json=body("tok_declined"), headers=headers)
    ).status_code == 402
    assert (await client.post(TOPUPS, json=body(), headers=headers)).status_code == 201
    assert await money_of(sessions, anna) == (5000, 0)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"amount": 0}, "invalid_request"),
        ({"amount": -5}, "invalid_request"),
        ({"amount": 10.5}, "invalid_request"),
        ({"amount": "5000"}, "invalid_request"),
        ({"amount": 10**30}, "invalid_request"),
        ({"amount": 10_000_001}, "limit_exceeded"),
        ({"currency": "euro"}, "invalid_request"),
        ({"currency": "RUB"}, "currency_not_supported"),
        ({"provider": "stripe"}, "provider_not_available"),
        ({"payment_token": ""}, "invalid_request"),
        ({"payment_token": None}, "invalid_request"),
        ({"payment_method_id": str(new_id())}, "invalid_request"),
    ],
)
async def test_bad_input_is_a_problem_and_moves_nothing(
    client: Any, as_user: Any, sessions: Any, changes: dict[str, Any], code: str
) -> None:
    anna = new_id()
    response = await client.post(TOPUPS, json=body(**changes), headers=as_user(anna))
    assert (response.status_code, response.json()["code"]) == (422, code)
    assert await money_of(sessions, anna) == (0, 0)


async def test_a_kept_card_tops_up_its_owners_wallet_alone(
    client: Any, as_user: Any, sessions: Any
) -> None:
    anna, card = new_id(), {"provider": "sandbox", "payment_token": "tok_success"}
    method = await client.post("/api/v1/payment-methods", json=card, headers=as_user(anna))
    wish = {"amount": 5000, "currency": "EUR", "payment_method_id": method.json()["id"]}

    stolen = await client.post(TOPUPS, json=wish, headers=as_user(new_id()))
    assert (stolen.status_code, stolen.json()["code"]) == (404, "payment_method_not_found")
    own = await client.post(TOPUPS, json=wish, headers=as_user(anna))
    assert (own.status_code, own.json()["provider"]) == (201, "sandbox")
    assert await money_of(sessions, anna) == (5000, 0)


async def test_another_ones_topup_does_not_exist(client: Any, as_user: Any) -> None:
    topup = (await client.post(TOPUPS, json=body(), headers=as_user(new_id()))).json()
    response = await client.get(f"{TOPUPS}/{topup['id']}", headers=as_user(new_id()))
    assert response.status_code == 404


@pytest.fixture
def test_mode(app: Any) -> Any:
    usual = app.state.settings
    app.state.settings = usual.model_copy(update={"test_mode": True})
    yield
    app.state.settings = usual


@pytest.mark.usefixtures("test_mode")
async def test_a_scenario_overrules_every_token(client: Any, as_user: Any) -> None:
    admin, anna = as_user(new_id(), "admin"), as_user(new_id())
    scenario = {"scenario": "tok_declined"}
    assert (
        await client.post("/api/v1/test/provider", json=scenario, headers=admin)
    ).status_code == 200
    assert (await client.post(TOPUPS, json=body(), headers=anna)).status_code == 402

    await client.post("/api/v1/test/provider", json={"scenario": "none"}, headers=admin)
    assert (await client.post(TOPUPS, json=body(), headers=anna)).status_code == 201


async def test_without_test_mode_there_are_no_scenarios(client: Any, as_user: Any) -> None:
    scenario = {"scenario": "tok_declined"}
    for role, status in (("admin", 404), ("client", 403)):
        response = await client.post(
            "/api/v1/test/provider", json=scenario, headers=as_user(new_id(), role)
        )
        assert response.status_code == status


def test_sandbox_money_is_not_made_in_production() -> None:
    from app.config import Settings

    production = Settings.model_construct(environment="production")
    assert production.providers == []
    assert Settings.model_construct(environment="development").providers == ["sandbox"]
    asked = Settings.model_construct(environment="production", sandbox_provider=True)
    assert asked.providers == ["sandbox"]


def test_a_provider_is_there_when_it_is_configured_whole_and_chosen_only_then() -> None:
    from app.config import Settings

    keys = {"stripe_api_key": "sk_test_lapa", "stripe_webhook_secret": "whsec_lapa"}
    both = Settings(**keys, payment_providers="EUR=stripe, spb = sandbox")  # pyright: ignore[reportArgumentType]
    assert both.providers == ["stripe", "sandbox"]
    assert both.payment_providers == {"EUR": "stripe", "spb": "sandbox"}
    with pytest.raises(ValueError, match="STRIPE_API_KEY and STRIPE_WEBHOOK_SECRET"):
        Settings(stripe_api_key="sk_test_lapa")  # pyright: ignore[reportArgumentType]
    with pytest.raises(ValueError, match="PAYMENT_PROVIDERS names stripe"):
        Settings(payment_providers="EUR=stripe")  # pyright: ignore[reportArgumentType]


async def test_the_reference_charges_once_at_the_provider(sessions: Any) -> None:
    from app.providers.provider import ChargeRequest, Declined

    sandbox, reference = Sandbox(sessions), UUID(int=7)
    declined = await sandbox.charge(ChargeRequest(reference, 100, "EUR", "tok_declined"))
    again = await sandbox.charge(ChargeRequest(reference, 100, "EUR", "tok_success"))
    assert declined == again == Declined("payment_declined", str(reference))
