"""What a walk would cost."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from factories import KAMPPI, pets_stand_in
from hypothesis import given
from hypothesis import strategies as st

from app.models.pricing import DEFAULT_BODY, PricedPet, PriceFacts, price, share, split
from lapa_contracts.pet import PetClient
from lapa_kit.ids import new_id

MONDAY_NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def facts(**changes: Any) -> PriceFacts:
    defaults: dict[str, Any] = {
        "service_type": "walk",
        "duration_minutes": 30,
        "starts_at": MONDAY_NOON,
        "asked_at": MONDAY_NOON - timedelta(days=1),
        "timezone": "Europe/Helsinki",
        "is_holiday": False,
        "pets": [PricedPet("medium", date(2020, 1, 1))],
        "surge_bp": 10_000,
        "tax_bp": 0,
    }
    return PriceFacts(**{**defaults, **changes})


def lines(**changes: Any) -> dict[str, int]:
    return {line.code: line.amount for line in price(DEFAULT_BODY, facts(**changes))}


def test_a_plain_walk_has_one_line() -> None:
    assert lines() == {"base": 1500}


@pytest.mark.parametrize(
    ("changes", "code", "amount"),
    [
        ({"pets": [PricedPet("small", None)] * 3}, "extra_dog", 1200),
        ({"pets": [PricedPet("giant", None)]}, "size", 300),
        ({"pets": [PricedPet("small", date(2026, 9, 1))]}, "puppy", 200),
        ({"starts_at": MONDAY_NOON.replace(hour=20)}, "night", 300),
        ({"starts_at": MONDAY_NOON + timedelta(days=5)}, "weekend", 150),
        ({"is_holiday": True}, "holiday", 450),
        ({"surge_bp": 12_500}, "surge", 375),
        ({"tax_bp": 2550}, "tax", 383),
    ],
)
def test_every_reason_to_pay_more_is_its_own_line(
    changes: dict[str, Any], code: str, amount: int
) -> None:
    assert lines(**changes)[code] == amount


def test_minutes_between_two_rates_cost_the_longer_ones_rate() -> None:
    assert lines(duration_minutes=40)["base"] == 1778  # 2000 * 40 / 45, rounded up


@given(amount=st.integers(0, 10**9), basis_points=st.integers(0, 10_000))
def test_a_share_is_off_by_half_a_unit_at_most(amount: int, basis_points: int) -> None:
    assert abs(share(amount, basis_points) * 10_000 - amount * basis_points) * 2 <= 10_000


@given(
    amount=st.integers(1, 10**7),
    taken=st.fractions(0, 1),
    tax=st.fractions(0, 1),
    commission_bp=st.integers(0, 10_000),
)
def test_a_split_loses_and_makes_nothing(
    amount: int, taken: Any, tax: Any, commission_bp: int
) -> None:
    capture = int(amount * taken)
    parts = split(capture, amount=amount, tax=int(amount * tax), commission_bp=commission_bp)
    assert parts.walker + parts.commission + parts.tax == capture
    assert min(parts.walker, parts.commission, parts.tax) >= 0


def request(**changes: Any) -> dict[str, Any]:
    return {
        "service_type": "walk",
        "pet_ids": [str(new_id())],
        "scheduled_at": None,
        "duration_minutes": 30,
        "pickup": {**KAMPPI, "address": "Urho Kekkosen katu 1"},
        **changes,
    }


async def test_a_quote_is_itemised_and_sums_up(client: Any, as_user: Any, stand_in: Any) -> None:
    stand_in(PetClient, pets_stand_in(size="giant"))

    response = await client.post("/api/v1/orders/quote", json=request(), headers=as_user(new_id()))

    assert response.status_code == 200, response.text
    quote = response.json()
    assert quote["currency"] == "EUR"
    assert sum(line["amount"] for line in quote["lines"]) == quote["amount"] > 0
    assert "size" in {line["code"] for line in quote["lines"]}


async def test_a_quote_is_kept_when_the_prices_change(
    client: Any, as_user: Any, stand_in: Any
) -> None:
    stand_in(PetClient, pets_stand_in())
    me, admin = as_user(new_id()), as_user(new_id(), "admin")
    quote = (await client.post("/api/v1/orders/quote", json=request(), headers=me)).json()
    body = {**DEFAULT_BODY, "base": {"30": 99_00}}
    rule = {"market": "default", "body": body}

    added = await client.post("/api/v1/orders/pricing-rules", json=rule, headers=admin)
    again = await client.get(f"/api/v1/orders/quotes/{quote['quote_id']}/explain", headers=me)
    dearer = await client.post("/api/v1/orders/quote", json=request(), headers=me)

    assert added.json()["version"] == 2
    assert again.json()["lines"] == quote["lines"]
    assert again.json()["rule_version"] == 1
    assert dearer.json()["amount"] > quote["amount"]


async def test_another_ones_pet_is_refused_with_its_reason(
    client: Any, as_user: Any, stand_in: Any
) -> None:
    stand_in(PetClient, pets_stand_in(refuse=True))

    response = await client.post("/api/v1/orders/quote", json=request(), headers=as_user(new_id()))

    assert response.status_code == 422
    assert response.json()["code"] == "pet_not_usable"


@pytest.mark.parametrize(
    "changes",
    [
        {"duration_minutes": 0},
        {"pet_ids": []},
        {"pickup": {"lat": 95, "lon": 0}},
        {"service_type": "swim"},
        {"scheduled_at": "2020-01-01T10:00:00Z"},
        {"scheduled_at": "2026-12-01T10:00:00"},
    ],
)
async def test_nonsense_gets_a_problem_document(
    client: Any, as_user: Any, stand_in: Any, changes: dict[str, Any]
) -> None:
    stand_in(PetClient, pets_stand_in())

    response = await client.post(
        "/api/v1/orders/quote", json=request(**changes), headers=as_user(new_id())
    )

    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"


async def test_only_those_who_manage_prices_change_them(client: Any, as_user: Any) -> None:
    rule = {"market": "default", "body": DEFAULT_BODY}
    response = await client.post(
        "/api/v1/orders/pricing-rules", json=rule, headers=as_user(new_id(), "walker")
    )
    assert response.status_code == 403
    assert response.json()["code"] == "permission_denied"
