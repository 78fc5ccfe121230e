"""What a walk would cost."""

from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from factories import KAMPPI, add_order, add_quote, pets_stand_in, walker_profile
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.models.order import OrderStatus
from app.models.pricing import (
    DEFAULT_BODY,
    Discount,
    PricedPet,
    PriceFacts,
    price,
    surge_of,
    tax_of,
    what_would_change,
)
from app.models.quote import Quote
from app.models.rounding import apportion, ratio, share
from app.models.settlement import Funding, split
from app.queries.markets import add_pricing_rule
from app.services.quotes import Request, explain_quote, make_quote
from lapa_contracts.pet import PetClient, QuotedPet
from lapa_contracts.values import PetSize
from lapa_kit import clock
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
        ({"pets": [PricedPet("small", date(2025, 11, 24))]}, "puppy", 200),
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


@given(total=st.integers(0, 10**9), weights=st.lists(st.integers(0, 10**6), max_size=12))
def test_largest_remainders_lose_nothing(total: int, weights: list[int]) -> None:
    parts = apportion(total, weights)

    whole = sum(weights)
    assert sum(parts) == (total if whole else 0)
    for part, weight in zip(parts, weights, strict=True):
        assert not whole or abs(part * whole - total * weight) < whole


def random_facts(random: Random) -> PriceFacts:
    starts_at = MONDAY_NOON + timedelta(minutes=random.randrange(60 * 24 * 400))
    discount = Discount(
        code="SPRING",
        percent_bp=random.choice([0, 1, 1234, 10_000]),
        fixed=random.randrange(1, 9999),
        at_most=random.choice([None, 1, 500]),
        funded_by="platform",
    )
    return facts(
        service_type=random.choice(["walk", "drop_in", "sitting", "training"]),
        duration_minutes=random.randrange(10, 721),
        starts_at=starts_at,
        asked_at=starts_at - timedelta(minutes=random.randrange(1000)),
        timezone=random.choice(["Europe/Helsinki", "Europe/Moscow", "America/St_Johns"]),
        is_holiday=random.random() < 0.2,
        pets=[
            PricedPet(
                random.choice(["small", "medium", "large", "giant"]),
                random.choice([None, date(2020, 1, 1), date(2026, 9, 9)]),
            )
            for _ in range(random.randrange(1, 7))
        ],
        surge_bp=random.randrange(10_000, 20_000),
        tax_bp=random.choice([0, 1, 550, 2000, 2550, 10_000]),
        is_tax_included=random.random() < 0.5,
        discount=random.choice([None, discount]),
    )


def random_body(random: Random) -> dict[str, Any]:
    return {
        **DEFAULT_BODY,
        "base": {str(m): random.randrange(1, 99_999) for m in (15, 30, 60, 120)},
        "night_bp": random.randrange(5000),
        "last_minute_bp": random.randrange(5000),
        "night_hours": random.choice([[22, 6], [0, 5], [23, 23]]),
    }


def test_ten_thousand_baskets_add_up_to_the_minor_unit() -> None:
    random = Random(20261125)
    for _ in range(10_000):
        body, given_facts = random_body(random), random_facts(random)

        lines = price(body, given_facts)

        amounts = {line.code: line.amount for line in lines}
        amount, off = sum(amounts.values()), -amounts.get("promo", 0)
        assert amount >= 0
        assert len(amounts) == len(lines)
        priced = sum(a for code, a in amounts.items() if code not in ("promo", "tax"))
        if given_facts.is_tax_included:
            whole = 10_000 + given_facts.tax_bp
            assert tax_of(lines) == ratio(priced, given_facts.tax_bp, whole)
        else:
            assert tax_of(lines) == amounts.get("tax", 0) == share(priced, given_facts.tax_bp)
        parts = split(amount, amount=amount, tax=tax_of(lines), commission_bp=1500, discount=off)
        plain = split(amount + off, amount=amount + off, tax=tax_of(lines), commission_bp=1500)
        assert parts.walker + parts.commission + parts.tax - parts.promo == amount
        assert (parts.walker, parts.tax) == (plain.walker, plain.tax)


def test_a_what_if_changes_only_the_named_factor() -> None:
    random = Random(7)
    for _ in range(200):
        body, given_facts = random_body(random), random_facts(random)
        lines = {line.code: line.amount for line in price(body, given_facts)}
        for what_if in what_would_change(body, given_facts):
            if what_if.factor == "duration_minutes" or what_if.factor in _BASIC:
                continue
            without = replace(given_facts, without=frozenset({what_if.factor}))
            others = {line.code: line.amount for line in price(body, without)}
            assert what_if.amount == sum(others.values())
            follows = {what_if.factor, "tax", "promo"}
            assert {c: a for c, a in lines.items() if c not in follows} == {
                c: a for c, a in others.items() if c not in follows
            }


_BASIC = {"extra_dog", "size", "puppy"}


@given(
    amount=st.integers(0, 10**7),
    discount=st.integers(0, 10**6),
    taken=st.fractions(0, 1),
    tax=st.fractions(0, 1),
    commission_bp=st.integers(0, 10_000),
    funding=st.sampled_from(Funding),
)
def test_a_split_loses_and_makes_nothing(
    amount: int, discount: int, taken: Any, tax: Any, commission_bp: int, funding: Funding
) -> None:
    capture = int(amount * taken)
    parts = split(
        capture,
        amount=amount,
        tax=int((amount + discount) * tax),
        commission_bp=commission_bp,
        discount=discount,
        funding=funding,
    )
    assert parts.walker + parts.commission + parts.tax - parts.promo == capture
    assert min(parts.walker, parts.commission, parts.tax, parts.promo) >= 0


def test_a_surge_keeps_within_the_markets_cap() -> None:
    steps = [
        {"orders_per_walker_bp": 10_000, "factor_bp": 12_000},
        {"orders_per_walker_bp": 30_000, "factor_bp": 18_000},
    ]
    body = {**DEFAULT_BODY, "surge": steps}

    def surge(open_orders: int, free_walkers: int) -> int:
        return surge_of(body, open_orders=open_orders, free_walkers=free_walkers, cap_bp=15_000)

    assert [surge(0, 3), surge(2, 3), surge(3, 3), surge(9, 3), surge(9, 0)] == [
        10_000,
        10_000,
        12_000,
        15_000,
        15_000,
    ]


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


async def test_a_thousand_quotes_replayed_give_the_same_cents(session: Any) -> None:
    random = Random(4)
    dog = QuotedPet(pet_id=new_id(), name="Rex", species="dog", size=PetSize.GIANT)
    quotes = []
    for number in range(1000):
        if number % 250 == 0:
            body = {**random_body(random), "surge": []}
            await add_pricing_rule(session, "default", body, valid_from=clock.now())
        wish = Request(
            service_type=random.choice(["walk", "sitting"]),
            pet_ids=[dog.pet_id],
            scheduled_at=clock.now() + timedelta(minutes=random.randrange(1, 50_000)),
            duration_minutes=random.randrange(10, 720),
            lat=KAMPPI["lat"],
            lon=KAMPPI["lon"],
            address="",
        )
        quote = await make_quote(session, wish, client_id=new_id(), pets=[dog])
        quotes.append((quote.id, quote.client_id, quote.lines))
    session.expunge_all()

    for quote_id, client_id, lines_then in quotes:
        again = await explain_quote(session, quote_id, client_id=client_id)
        assert [asdict(line) for line in again.lines] == lines_then


async def test_an_explanation_says_what_would_change_the_price(
    client: Any, as_user: Any, stand_in: Any
) -> None:
    stand_in(PetClient, pets_stand_in(size="giant"))
    me = as_user(new_id())
    at = "2027-01-09T21:00:00Z"  # a Saturday night
    wish = request(scheduled_at=at)
    quote = (await client.post("/api/v1/orders/quote", json=wish, headers=me)).json()

    url = f"/api/v1/orders/quotes/{quote['quote_id']}/explain"
    explained = (await client.get(url, headers=me)).json()

    by_code = {line["code"]: line["amount"] for line in quote["lines"]}
    changes = {one["factor"]: one["difference"] for one in explained["what_if"]}
    assert changes["night"] == -by_code["night"] < 0
    assert changes["weekend"] == -by_code["weekend"] < 0
    assert {one["to"] for one in explained["what_if"] if one["factor"] == "duration_minutes"} >= {
        15,
        45,
    }
    assert explained["inputs"]["timezone"] == "Europe/Helsinki"


async def test_prices_begin_when_they_should_and_can_be_taken_back_until_then(
    client: Any, as_user: Any, stand_in: Any, at: Any
) -> None:
    stand_in(PetClient, pets_stand_in())
    me, admin = as_user(new_id()), as_user(new_id(), "admin")
    tomorrow, url = clock.now() + timedelta(days=1), "/api/v1/orders/pricing-rules"
    before = (await client.post("/api/v1/orders/quote", json=request(), headers=me)).json()
    rule = {"body": {**DEFAULT_BODY, "base": {"30": 9900}}, "valid_from": tomorrow.isoformat()}

    first, second = [(await client.post(url, json=rule, headers=admin)).json() for _ in range(2)]
    taken_back = await client.delete(f"{url}/{second['id']}", headers=admin)
    still = (await client.post("/api/v1/orders/quote", json=request(), headers=me)).json()
    at(tomorrow)
    dearer = (await client.post("/api/v1/orders/quote", json=request(), headers=me)).json()
    too_late = await client.delete(f"{url}/{first['id']}", headers=admin)

    assert taken_back.status_code == 204
    assert still["amount"] == before["amount"] < dearer["amount"]
    assert (too_late.status_code, too_late.json()["code"]) == (409, "rule_in_force")
    assert (await client.get(f"{url}/{first['id']}", headers=admin)).json()["version"] == 2


async def test_a_rule_needs_its_market(client: Any, as_user: Any) -> None:
    rule = {"market": "atlantis", "body": DEFAULT_BODY}
    response = await client.post(
        "/api/v1/orders/pricing-rules", json=rule, headers=as_user(new_id(), "admin")
    )
    assert (response.status_code, response.json()["code"]) == (404, "market_not_found")


async def test_a_market_may_include_its_tax_in_its_prices(
    client: Any, as_user: Any, stand_in: Any
) -> None:
    stand_in(PetClient, pets_stand_in())
    market = {
        "code": "spb",
        "name": "St Petersburg",
        "currency": "RUB",
        "timezone": "Europe/Moscow",
        "tax_bp": 2000,
        "tax_included": True,
        "holidays": ["2027-01-07"],
        "area": {
            "type": "Polygon",
            "coordinates": [[[30, 59], [31, 59], [31, 60], [30, 60], [30, 59]]],
        },
    }
    admin = as_user(new_id(), "admin")
    assert (await client.post("/api/v1/markets", json=market, headers=admin)).status_code == 201
    # 22:30 UTC on the eve: in Moscow the holiday has begun
    wish = request(
        pickup={"lat": 59.5, "lon": 30.5, "address": ""}, scheduled_at="2027-01-06T22:30:00Z"
    )

    response = await client.post("/api/v1/orders/quote", json=wish, headers=as_user(new_id()))

    quote = response.json()
    assert "tax" not in {line["code"] for line in quote["lines"]}
    assert "holiday" in {line["code"] for line in quote["lines"]}
    assert (quote["currency"], quote["tax_included"]) == ("RUB", True)
    assert quote["tax"] == ratio(quote["amount"], 2000, 12_000)
    assert sum(line["tax"] for line in quote["lines"]) == quote["tax"]


async def test_many_orders_and_few_walkers_raise_the_price(
    client: Any, session: Any, as_user: Any, stand_in: Any, deliver: Any
) -> None:
    stand_in(PetClient, pets_stand_in())
    body = {**DEFAULT_BODY, "surge": [{"orders_per_walker_bp": 20_000, "factor_bp": 13_000}]}
    admin, me = as_user(new_id(), "admin"), as_user(new_id())
    await client.post("/api/v1/orders/pricing-rules", json={"body": body}, headers=admin)
    await deliver(walker_profile())
    await add_order(session, OrderStatus.SEARCHING)
    calm = (await client.post("/api/v1/orders/quote", json=request(), headers=me)).json()
    await add_order(session, OrderStatus.SEARCHING)

    busy = (await client.post("/api/v1/orders/quote", json=request(), headers=me)).json()

    assert (calm["surge_multiplier"], busy["surge_multiplier"]) == (1.0, 1.3)
    assert "surge" in {line["code"] for line in busy["lines"]}


async def test_prices_written_before_there_was_a_surge_still_make_quotes(
    client: Any, session: Any, as_user: Any, stand_in: Any
) -> None:
    stand_in(PetClient, pets_stand_in())
    body = {name: value for name, value in DEFAULT_BODY.items() if name != "surge"}
    await add_pricing_rule(session, "default", body, valid_from=clock.now())

    quote = await client.post("/api/v1/orders/quote", json=request(), headers=as_user(new_id()))

    assert (quote.status_code, quote.json()["surge_multiplier"]) == (200, 1.0)


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


async def test_a_quote_that_nobody_booked_is_forgotten_after_a_month(
    session: Any, forget: Any, at: Any
) -> None:
    booked = await add_quote(session, used_at=clock.now())
    await add_quote(session)
    await session.commit()
    at(clock.now() + timedelta(days=31))
    await forget()
    assert list(await session.scalars(select(Quote.id))) == [booked.id]
