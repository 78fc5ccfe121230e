"""From a quote to an order whose money is secured."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from factories import KAMPPI, add_order, add_quote, authorized, walker_profile
from sqlalchemy import func, select

from app.config import settings
from app.models import Offer, Order, Slot
from app.models.order import OrderStatus
from app.models.slot import SlotState
from app.services import booking
from lapa_contracts.payment import PaymentAuthorizationLost, PaymentFailed
from lapa_contracts.user import UserChanged, UserStatus
from lapa_contracts.values import Point
from lapa_kit import clock
from lapa_kit.ids import new_id


async def book(client: Any, quote: Any, headers: Any, **body: Any) -> Any:
    asked = {"quote_id": str(quote.id), "payment_method": "wallet", **body}
    return await client.post("/api/v1/orders", json=asked, headers=headers)


async def test_booking_uses_the_quote_and_asks_for_the_money(
    client: Any, session: Any, as_user: Any, outbox: Any
) -> None:
    quote = await add_quote(session)

    response = await book(client, quote, as_user(quote.client_id), notes="Shy of cars")

    assert response.status_code == 201, response.text
    order = response.json()
    assert (order["status"], order["amount"]) == ("awaiting_payment", 1950)
    assert order["allowed_actions"] == ["reschedule", "cancel"]
    [placed] = await outbox()
    assert placed.type == "order.placed.v1"
    assert placed.payload["payment_method"] == "wallet"
    assert "Shy" not in str(placed.payload)


async def test_a_quote_is_good_for_one_order(client: Any, session: Any, as_user: Any) -> None:
    quote = await add_quote(session)
    me = as_user(quote.client_id)

    assert (await book(client, quote, me)).status_code == 201
    again = await book(client, quote, me)

    assert (again.status_code, again.json()["code"]) == (409, "quote_used")


async def test_the_same_idempotency_key_gives_the_same_order(
    client: Any, session: Any, as_user: Any
) -> None:
    quote = await add_quote(session)
    me = as_user(quote.client_id) | {"Idempotency-Key": "once"}

    first = await book(client, quote, me)
    again = await book(client, quote, me)
    other = await book(client, quote, me, notes="another body")

    assert again.status_code == 201
    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_mismatch")


async def test_an_old_quote_is_refused(client: Any, session: Any, as_user: Any, at: Any) -> None:
    quote = await add_quote(session)
    at(quote.expires_at)

    response = await book(client, quote, as_user(quote.client_id))

    assert (response.status_code, response.json()["code"]) == (409, "quote_expired")


async def test_another_clients_quote_does_not_exist(
    client: Any, session: Any, as_user: Any
) -> None:
    response = await book(client, await add_quote(session), as_user(new_id()))
    assert response.status_code == 404


async def test_a_suspended_client_cannot_book(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    quote = await add_quote(session)
    suspended = UserChanged(
        user_id=quote.client_id,
        display_name="Eve",
        roles=["client"],
        status=UserStatus.SUSPENDED,
        email_verified=True,
        phone_verified=False,
        locale="en",
        timezone="UTC",
        version=2,
    )
    await deliver(suspended)

    response = await book(client, quote, as_user(quote.client_id))

    assert (response.status_code, response.json()["code"]) == (403, "account_suspended")


async def test_secured_money_starts_the_search_and_offers_the_walk(
    client: Any, session: Any, as_user: Any, deliver: Any, published: Any
) -> None:
    walker = walker_profile()
    await deliver(walker)
    quote = await add_quote(session)
    order = (await book(client, quote, as_user(quote.client_id))).json()

    event = authorized(order["id"], quote.client_id)
    envelope = await deliver(event)
    await deliver(envelope)  # a redelivery changes nothing

    said = await published()
    assert said == ["order.placed.v1", "order.search_started.v1", "offer.made.v1"]
    offers = await client.get("/api/v1/orders/offers", headers=as_user(walker.walker_id, "walker"))
    [offer] = offers.json()["items"]
    door, about = Point(**KAMPPI), Point(**offer["pickup"])
    assert (about, about != door) == (door.coarse(500), True), "strangers learn no more than that"
    assert offer["distance_m"] % 100 == 0
    assert offer["earnings"] == 1950 - 293  # 15 % commission, half a cent up
    assert offer["order_id"] == order["id"]


async def test_without_money_the_order_ends(
    client: Any, session: Any, as_user: Any, deliver: Any, outbox: Any
) -> None:
    quote = await add_quote(session)
    order = (await book(client, quote, as_user(quote.client_id))).json()
    refused = PaymentFailed(
        order_id=order["id"],
        payment_id=new_id(),
        client_id=quote.client_id,
        currency="EUR",
        code="insufficient_funds",
    )
    await deliver(refused)

    seen = await client.get(f"/api/v1/orders/{order['id']}", headers=as_user(quote.client_id))
    assert seen.json()["status"] == "payment_failed"
    assert seen.json()["ended_reason"] == "insufficient_funds"
    assert (await outbox())[-1].payload["settlement"] == {
        "capture": 0,
        "lines": [],
        "release": 1950,
    }


async def test_an_unpaid_order_expires_and_frees_the_slot(
    client: Any, session: Any, as_user: Any, deliver: Any, run_jobs: Any, at: Any
) -> None:
    walker = walker_profile()
    await deliver(walker)
    quote = await add_quote(session)
    me = as_user(quote.client_id)
    order = (await book(client, quote, me, walker_id=str(walker.walker_id))).json()

    at(clock.now() + timedelta(minutes=16))
    await run_jobs()

    seen = await client.get(f"/api/v1/orders/{order['id']}", headers=me)
    assert seen.json()["status"] == "expired"
    assert await session.scalar(select(Slot.state)) is SlotState.FREED


async def test_a_late_authorisation_does_not_wake_an_expired_order(
    session: Any, deliver: Any, published: Any
) -> None:
    order = await add_order(session, OrderStatus.EXPIRED)
    await deliver(authorized(order.id, order.client_id))
    assert await published() == []
    await session.refresh(order)
    assert order.status is OrderStatus.EXPIRED


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (OrderStatus.ASSIGNED, OrderStatus.CANCELLED),
        (OrderStatus.IN_PROGRESS, OrderStatus.IN_PROGRESS),
    ],
)
async def test_lost_money_ends_an_order_but_no_walk_under_way(
    session: Any, deliver: Any, before: OrderStatus, after: OrderStatus
) -> None:
    order = await add_order(session, before)
    lost = PaymentAuthorizationLost(
        order_id=order.id,
        payment_id=new_id(),
        client_id=order.client_id,
        currency="EUR",
        code="hold_expired",
    )
    await deliver(lost)
    await session.refresh(order)
    assert order.status is after


async def test_where_terms_are_demanded_who_has_not_agreed_cannot_book(
    client: Any, session: Any, as_user: Any, deliver: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(booking, "settings", settings.model_copy(update={"terms_version": "2"}))
    quote = await add_quote(session)
    facts: dict[str, Any] = {
        "user_id": quote.client_id,
        "display_name": "Aino V.",
        "roles": ["client"],
        "status": UserStatus.ACTIVE,
        "email_verified": False,
        "phone_verified": False,
        "locale": "en",
        "timezone": "UTC",
    }
    me = as_user(quote.client_id)

    unknown = await book(client, quote, me)
    await deliver(UserChanged(**facts, terms_version="1", version=1))
    outdated = await book(client, quote, me)
    await deliver(UserChanged(**facts, terms_version="2", version=2))

    for refused in (unknown, outdated):
        assert (refused.status_code, refused.json()["code"]) == (403, "terms_not_accepted")
    assert (await book(client, quote, me)).status_code == 201


@pytest.mark.parametrize("reason", [{"verification": "pending"}, {"takes_reactive": False}])
async def test_a_walker_who_does_not_fit_cannot_be_asked(
    client: Any, session: Any, as_user: Any, deliver: Any, reason: dict[str, Any]
) -> None:
    walker = walker_profile(**reason)
    await deliver(walker)
    dog = {"pet_id": str(new_id()), "name": "Tiger", "size": "medium", "species": "dog"}
    quote = await add_quote(session, pets=[dog | {"temperament": ["reactive"]}])

    response = await book(client, quote, as_user(quote.client_id), walker_id=str(walker.walker_id))

    assert (response.status_code, response.json()["code"]) == (409, "walker_not_available")
    assert await session.scalar(select(func.count()).select_from(Order)) == 0


@pytest.mark.committed
async def test_of_fifty_bookings_of_one_slot_exactly_one_wins(
    client: Any, session: Any, as_user: Any, deliver: Any
) -> None:
    walker = walker_profile()
    await deliver(walker)
    quotes = [await add_quote(session) for _ in range(50)]

    answers = await asyncio.gather(
        *(
            book(client, quote, as_user(quote.client_id), walker_id=str(walker.walker_id))
            for quote in quotes
        )
    )

    codes = [answer.status_code for answer in answers]
    assert codes.count(201) == 1
    assert codes.count(409) == 49
    refusals = {answer.json()["code"] for answer in answers if answer.status_code == 409}
    assert refusals == {"slot_taken"}
    assert await session.scalar(select(func.count()).select_from(Order)) == 1
    assert await session.scalar(select(func.count()).select_from(Offer)) == 0


@pytest.mark.committed
async def test_one_quote_booked_ten_times_at_once_is_one_order(
    client: Any, session: Any, as_user: Any
) -> None:
    quote = await add_quote(session)
    me = as_user(quote.client_id)

    answers = await asyncio.gather(*(book(client, quote, me) for _ in range(10)))

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 9
