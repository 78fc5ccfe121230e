"""Reviews: once, both ways, double-blind."""

from datetime import timedelta
from typing import Any

import pytest
from factories import add_order, walker_profile

from app.models.order import OrderStatus
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.testing.snapshots import check_handed_out


async def review(client: Any, order: Any, headers: Any, rating: int = 5) -> Any:
    body = {"rating": rating, "comment": "Lovely", "tags": ["punctual"]}
    return await client.post(f"/api/v1/orders/{order.id}/review", json=body, headers=headers)


async def about(client: Any, user_id: Any, headers: Any) -> list[Any]:
    response = await client.get(
        "/api/v1/orders/reviews", params={"user_id": str(user_id)}, headers=headers
    )
    return response.json()["items"]


async def test_neither_side_reads_before_both_wrote(
    client: Any, session: Any, as_user: Any, deliver: Any, outbox: Any
) -> None:
    order = await add_order(session, OrderStatus.SETTLED)
    await deliver(walker_profile(order.walker_id))
    owner, walker = as_user(order.client_id), as_user(order.walker_id, "walker")

    assert (await review(client, order, owner, 4)).status_code == 201
    assert await about(client, order.walker_id, walker) == []
    assert (await review(client, order, walker)).status_code == 201

    assert [r["rating"] for r in await about(client, order.walker_id, walker)] == [4]
    said = await outbox()
    assert [e.type for e in said].count("review.revealed.v1") == 2
    reputation = [e for e in said if e.type == "walker.reputation_changed.v1"][-1]
    assert reputation.payload["rating_avg_x100"] == 400


async def test_one_review_each(client: Any, session: Any, as_user: Any) -> None:
    order = await add_order(session, OrderStatus.SETTLED)
    owner = as_user(order.client_id)

    await review(client, order, owner)
    again = await review(client, order, owner)

    assert (again.status_code, again.json()["code"]) == (409, "already_reviewed")


async def test_a_lonely_review_is_shown_after_the_window(
    client: Any, session: Any, as_user: Any, run_jobs: Any, at: Any
) -> None:
    order = await add_order(session, OrderStatus.SETTLED)
    owner = as_user(order.client_id)
    await review(client, order, owner)

    at(clock.now() + timedelta(days=14, minutes=1))
    await run_jobs()

    assert len(await about(client, order.walker_id, owner)) == 1
    late = await review(client, order, as_user(order.walker_id, "walker"))
    assert (late.status_code, late.json()["code"]) == (409, "review_window_closed")


@pytest.mark.parametrize("rating", [0, 6])
async def test_a_rating_has_one_to_five_stars(
    client: Any, session: Any, as_user: Any, rating: int
) -> None:
    order = await add_order(session, OrderStatus.SETTLED)
    assert (await review(client, order, as_user(order.client_id), rating)).status_code == 422


async def test_strangers_do_not_review(client: Any, session: Any, as_user: Any) -> None:
    order = await add_order(session, OrderStatus.SETTLED)
    assert (await review(client, order, as_user(new_id()))).status_code == 404


async def test_who_is_reviewed_replies_once_and_a_removal_says_why(
    client: Any, session: Any, as_user: Any, deliver: Any, outbox: Any
) -> None:
    order = await add_order(session, OrderStatus.SETTLED)
    await deliver(walker_profile(order.walker_id))
    owner, walker = as_user(order.client_id), as_user(order.walker_id, "walker")
    hidden = (await review(client, order, owner, 1)).json()
    url = f"/api/v1/orders/reviews/{hidden['id']}"

    blind = await client.post(f"{url}/reply", json={"text": "No!"}, headers=walker)
    await review(client, order, walker)
    replies = [
        await client.post(f"{url}/reply", json={"text": "It rained."}, headers=who)
        for who in (owner, walker, walker)
    ]
    removal = {"reason": "It names a third person."}
    by_himself = await client.post(f"{url}/remove", json=removal, headers=walker)
    removed = await client.post(
        f"{url}/remove", json=removal, headers=as_user(new_id(), "moderator")
    )

    assert blind.status_code == 404
    assert [one.status_code for one in replies] == [404, 200, 409]
    assert (by_himself.status_code, removed.status_code) == (403, 200)
    (shown,) = await about(client, order.walker_id, owner)
    assert (shown["rating"], shown["comment"], shown["reply"]) == (None, None, None)
    assert shown["removed_reason"] == removal["reason"]
    reputation = [e for e in await outbox() if e.type == "walker.reputation_changed.v1"][-1]
    assert reputation.payload["rating_count"] == 0


async def test_what_others_copy_of_markets_and_reputations_is_handed_out_as_it_was_said(
    client: Any, session: Any, as_user: Any, deliver: Any, outbox: Any
) -> None:
    admin = as_user(new_id(), "admin")
    seen = (await client.get("/api/v1/markets")).json()["items"]
    ring = [[30, 59], [31, 59], [31, 60], [30, 60], [30, 59]]
    facts = {"currency": "RUB", "timezone": "Europe/Moscow", "name": "St Petersburg"}
    facts |= {"area": {"type": "Polygon", "coordinates": [ring]}}
    made = await client.post("/api/v1/markets", json={"code": "spb", **facts}, headers=admin)
    await client.put("/api/v1/markets/spb", json={**facts, "tax_bp": 2000}, headers=admin)
    order = await add_order(session, OrderStatus.SETTLED)
    await deliver(walker_profile(order.walker_id))
    await deliver(walker_profile())
    await review(client, order, as_user(order.client_id), 4)
    await review(client, order, as_user(order.walker_id, "walker"))
    assert (made.status_code, seen) == (201, [])
    await check_handed_out(client, outbox)
