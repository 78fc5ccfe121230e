"""Promo codes: who may use one, how often, who pays; and the credit for bringing a friend."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from factories import (
    KAMPPI,
    add_order,
    add_quote,
    captured,
    pets_stand_in,
    track_of,
)

from app.models.order import OrderStatus
from app.models.pricing import DEFAULT_BODY
from lapa_contracts.payment import PaymentFailed
from lapa_contracts.pet import PetChanged, PetClient
from lapa_contracts.user import UserRegistered
from lapa_contracts.values import PetSize
from lapa_kit import clock
from lapa_kit.ids import new_id

URL = "/api/v1/orders/promo-codes"
WISH = {
    "pet_ids": [str(new_id())],
    "duration_minutes": 30,
    "pickup": {**KAMPPI, "address": ""},
}


@pytest.fixture(autouse=True)
def dogs(stand_in: Any) -> None:
    stand_in(PetClient, pets_stand_in())


@pytest.fixture
def make(client: Any, as_user: Any) -> Any:
    """Make a promo code of 20 % with other terms."""

    async def create(**terms: Any) -> Any:
        facts = {"code": "spring-20", "percent_bp": 2000, "currency": "EUR", **terms}
        response = await client.post(URL, json=facts, headers=as_user(new_id(), "admin"))
        assert response.status_code == 201, response.text
        return response.json()

    return create


@pytest.fixture
def quote(client: Any, as_user: Any) -> Any:
    async def ask(user_id: Any, code: str = "SPRING-20", **wish: Any) -> Any:
        body = {**WISH, "scheduled_at": "2027-03-02T10:00:00Z", "promo_code": code, **wish}
        return await client.post("/api/v1/orders/quote", json=body, headers=as_user(user_id))

    return ask


@pytest.fixture
def book(client: Any, as_user: Any) -> Any:
    async def place(user_id: Any, quote: Any) -> Any:
        body = {"quote_id": quote["quote_id"], "payment_method": "wallet"}
        return await client.post("/api/v1/orders", json=body, headers=as_user(user_id))

    return place


async def test_a_code_takes_its_share_off_and_the_walker_is_paid_as_without(
    client: Any, session: Any, quote: Any, book: Any, make: Any, deliver: Any, outbox: Any
) -> None:
    await make()
    me = new_id()
    priced = (await quote(me)).json()
    order = (await book(me, priced)).json()
    assert order["amount"] == priced["amount"] == 1200
    assert order["lines"][-1] == {"code": "promo", "title": "SPRING-20", "amount": -300, "tax": 0}

    walked = await add_order(
        session, OrderStatus.COMPLETED, lines=order["lines"], amount=order["amount"]
    )
    await deliver(track_of(walked.id))

    settlement = (await outbox())[-1].payload["settlement"]
    assert settlement["capture"] == 1200
    assert settlement["lines"] == [
        {"to": "walker", "amount": 1275},
        {"to": "commission", "amount": 225},
        {"to": "promo_platform", "amount": -300},
    ]


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ({"currency": "USD"}, "other_currency"),
        ({"market": "moscow"}, "other_market"),
        ({"minimum": 1501}, "below_minimum"),
        ({"valid_from": "2099-01-01T00:00:00Z"}, "not_yet"),
        ({"max_amount": 299}, "exhausted"),
    ],
)
async def test_a_code_says_why_it_is_not_for_this_order(
    quote: Any, make: Any, terms: dict[str, Any], reason: str
) -> None:
    await make(**terms)

    response = await quote(new_id())

    assert (response.status_code, response.json()["code"]) == (422, "promo_not_applicable")
    assert response.json()["reason"] == reason


async def test_unknown_withdrawn_and_lapsed_codes_are_refused(
    client: Any, as_user: Any, quote: Any, make: Any, at: Any
) -> None:
    until = clock.now() + timedelta(hours=1)
    lapsing = await make(code="LAPSING", valid_until=until.isoformat())
    gone = await make(code="GONE")
    admin = as_user(new_id(), "admin")
    assert (await client.delete(f"{URL}/{gone['id']}", headers=admin)).status_code == 204

    reasons = [(await quote(new_id(), code)).json()["reason"] for code in ("GONE", "NEVER")]
    at(until)
    reasons.append((await quote(new_id(), lapsing["code"])).json()["reason"])

    assert reasons == ["withdrawn", "unknown", "over"]


async def test_once_a_user_and_only_for_a_first_order(
    session: Any, quote: Any, book: Any, make: Any
) -> None:
    await make()
    await make(code="FIRST", first_order_only=True)
    me = new_id()
    one, two = (await quote(me)).json(), (await quote(me)).json()
    first = (await quote(me, "FIRST")).json()

    assert (await book(me, one)).status_code == 201
    again, not_first = await book(me, two), await book(me, first)

    assert (again.status_code, again.json()["code"]) == (409, "promo_exhausted")
    assert again.json()["reason"] == "used_already"
    assert not_first.json()["reason"] == "not_first_order"
    assert (await quote(me)).json()["reason"] == "used_already"


@pytest.mark.parametrize("end", ["cancelled", "unpaid"])
async def test_an_order_that_comes_to_nothing_gives_the_code_back(
    client: Any, as_user: Any, quote: Any, book: Any, make: Any, deliver: Any, end: str
) -> None:
    promo = await make(max_uses=1)
    me = new_id()
    order = (await book(me, (await quote(me)).json())).json()
    assert (await quote(new_id())).json()["reason"] == "exhausted"

    if end == "cancelled":
        url = f"/api/v1/orders/{order['id']}/cancel"
        await client.post(url, json={"reason": "rain"}, headers=as_user(me))
    else:
        await deliver(
            PaymentFailed(
                order_id=order["id"],
                payment_id=new_id(),
                client_id=me,
                currency="EUR",
                code="declined",
            )
        )

    assert (await quote(me)).status_code == 200
    seen = await client.get(f"{URL}/{promo['id']}", headers=as_user(new_id(), "admin"))
    assert (seen.json()["used_count"], seen.json()["used_amount"]) == (0, 0)


@pytest.mark.committed
async def test_of_twenty_at_once_with_a_code_for_five_five_pass(
    client: Any, as_user: Any, quote: Any, book: Any, make: Any
) -> None:
    promo = await make(max_uses=5)
    users = [new_id() for _ in range(20)]
    quotes = [(await quote(user)).json() for user in users]

    answers = await asyncio.gather(
        *(book(user, priced) for user, priced in zip(users, quotes, strict=True))
    )

    assert sorted(answer.status_code for answer in answers) == [201] * 5 + [409] * 15
    assert {a.json()["code"] for a in answers if a.status_code == 409} == {"promo_exhausted"}
    seen = await client.get(f"{URL}/{promo['id']}", headers=as_user(new_id(), "admin"))
    assert (seen.json()["used_count"], seen.json()["used_amount"]) == (5, 5 * 300)


@pytest.mark.committed
async def test_two_first_orders_at_once_are_one(quote: Any, book: Any, make: Any) -> None:
    await make(code="ONE", first_order_only=True)
    await make(code="TWO", first_order_only=True)
    me = new_id()
    quotes = [(await quote(me, code)).json() for code in ("ONE", "TWO")]

    answers = await asyncio.gather(*(book(me, priced) for priced in quotes))

    assert sorted(answer.status_code for answer in answers) == [201, 409]


async def test_terms_change_for_those_who_have_seen_the_newest(
    client: Any, as_user: Any, make: Any
) -> None:
    promo = await make()
    admin, url = as_user(new_id(), "admin"), f"{URL}/{promo['id']}"
    facts = {"percent_bp": 1000, "currency": "EUR"}
    etag = (await client.get(url, headers=admin)).headers["ETag"]

    changed = await client.put(url, json=facts, headers=admin | {"If-Match": etag})
    stale = await client.put(url, json=facts, headers=admin | {"If-Match": etag})

    assert (changed.json()["percent_bp"], changed.json()["version"]) == (1000, 2)
    assert stale.status_code == 412


async def test_only_those_who_manage_prices_see_and_make_codes(
    client: Any, as_user: Any, make: Any
) -> None:
    promo, me = await make(), as_user(new_id(), "support")
    for method, url in (("GET", URL), ("GET", f"{URL}/{promo['id']}"), ("POST", URL)):
        body = {"code": "MINE", "percent_bp": 1, "currency": "EUR"} if method == "POST" else None
        assert (await client.request(method, url, json=body, headers=me)).status_code == 403


@pytest.mark.parametrize(
    "facts",
    [
        {"percent_bp": 1000, "amount": 5},
        {},
        {"percent_bp": 10_001},
        {"amount": 5, "code": "no spaces"},
        {
            "amount": 5,
            "valid_from": "2027-01-02T00:00:00Z",
            "valid_until": "2027-01-01T00:00:00Z",
        },
    ],
)
async def test_a_code_that_makes_no_sense_is_refused(
    client: Any, as_user: Any, facts: dict[str, Any]
) -> None:
    body = {"code": "SPRING", "currency": "EUR", **facts}
    response = await client.post(URL, json=body, headers=as_user(new_id(), "admin"))
    assert response.status_code == 422


def registered(user_id: Any, by: Any) -> UserRegistered:
    return UserRegistered(
        user_id=user_id, roles=["client"], locale="en", timezone="UTC", referred_by=by
    )


@pytest.mark.parametrize("is_one_household", [False, True])
async def test_after_a_friends_first_walk_both_have_credit_unless_they_share_a_dog(
    client: Any, session: Any, as_user: Any, deliver: Any, quote: Any, is_one_household: bool
) -> None:
    friend, me = new_id(), new_id()
    await deliver(registered(friend, by=me))
    if is_one_household:
        await deliver(
            PetChanged(
                pet_id=new_id(),
                owner_id=friend,
                co_owner_ids=[me],
                size=PetSize.SMALL,
                archived=False,
                version=1,
            )
        )
    for _ in range(2):
        order = await add_order(session, OrderStatus.COMPLETED, client_id=friend)
        await deliver(track_of(order.id))
        await deliver(captured(order))

    credits = [
        (await client.get(f"{URL}/mine", headers=as_user(user))).json()["items"]
        for user in (friend, me)
    ]

    if is_one_household:
        assert credits == [[], []]
        return
    [[of_friend], [mine]] = credits
    assert (mine["amount"], mine["max_uses"]) == (1000, 1)
    assert (await quote(me, mine["code"])).json()["amount"] == DEFAULT_BODY["base"]["30"] - 1000
    assert (await quote(me, of_friend["code"])).json()["reason"] == "not_yours"


async def test_a_free_order_is_settled_by_the_platform_alone(
    client: Any, session: Any, quote: Any, book: Any, make: Any, deliver: Any, outbox: Any
) -> None:
    await make(percent_bp=10_000)
    me = new_id()
    order = (await book(me, (await quote(me)).json())).json()
    assert order["amount"] == 0

    walked = await add_order(session, OrderStatus.COMPLETED, lines=order["lines"], amount=0)
    await deliver(track_of(walked.id))

    settlement = (await outbox())[-1].payload["settlement"]
    assert (settlement["capture"], settlement["release"]) == (0, 0)
    assert settlement["lines"][-1] == {"to": "promo_platform", "amount": -1500}


async def test_a_late_cancellation_is_split_without_the_discount(session: Any) -> None:
    quote = await add_quote(session)
    lines = [*quote.lines, {"code": "promo", "title": "X", "amount": -950, "tax": 0}]
    order = await add_order(session, OrderStatus.ASSIGNED, lines=lines, amount=1000)

    order.end(OrderStatus.CANCELLED, reason="rain", capture=500)

    assert order.settlement == {
        "capture": 500,
        "lines": [{"to": "walker", "amount": 425}, {"to": "commission", "amount": 75}],
        "release": 500,
    }
