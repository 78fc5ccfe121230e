"""What the operator sees: services, merged documents, problem documents for nonsense."""

import asyncio
from typing import Any

import pytest
from actors import Api, until
from story import PICKUP, Walk, make_dog, make_owner, make_walker

NAMES = {
    "user-service",
    "pet-service",
    "order-service",
    "location-service",
    "payment-service",
    "chat-service",
    "media-service",
    "notification-service",
    "analytics-service",
}


async def test_the_operator_sees_all_services_up(admin: Api) -> None:
    services = await admin.get("gateway/services")
    rows = services["items"] if isinstance(services, dict) else services
    assert {row["name"] for row in rows} >= NAMES
    assert {row["status"] for row in rows} == {"up"}
    stats = await admin.get("gateway/stats")
    assert stats


async def test_one_document_describes_them_all(api: Api) -> None:
    document = (await api.ask("GET", "/openapi.json")).json()
    resources = {path.split("/")[3] for path in document["paths"] if path.startswith("/api/v1/")}
    assert resources >= {
        *("auth", "users", "walkers", "pets", "orders", "markets", "wallets", "payments"),
        *("notifications", "media", "locations", "tracks", "chats", "analytics"),
    }
    assert (await api.ask("GET", "/docs")).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "auth/register", {"email": "x"}),
        ("POST", "auth/login", {"email": "nobody@example.com", "password": "wrong password"}),
        ("POST", "orders/quote", {"pet_ids": "many"}),
        ("GET", "orders/not-an-id", None),
        ("GET", "nowhere/at/all", None),
    ],
)
async def test_nonsense_gets_a_problem_document(
    api: Api, method: str, path: str, body: Any
) -> None:
    response = await api.ask(method, path, json=body)
    assert 400 <= response.status_code < 500
    assert response.headers["content-type"].startswith("application/problem+json")
    assert response.json()["code"]


async def test_fifty_bookings_of_one_walker_at_once_end_with_one(
    api: Api, admin: Api, real_time: None
) -> None:
    walker = await make_walker(api, admin)
    first = await make_owner(api)
    walk = Walk(first, walker, admin, await make_dog(first))
    await walk.book(walker_id=walker.id)
    rivals = [await make_owner(api, funds=5000) for _ in range(5)]
    dogs = [await make_dog(owner) for owner in rivals]

    async def book(owner: Api, dog: str) -> Any:
        quote = await owner.post(
            "orders/quote",
            {
                "service_type": "walk",
                "pet_ids": [dog],
                "scheduled_at": None,
                "duration_minutes": 30,
                "pickup": PICKUP,
            },
        )
        body = {
            "quote_id": quote["quote_id"],
            "payment_method": "wallet",
            "walker_id": walker.id,
        }
        return await owner.ask("POST", "orders", json=body)

    answers = await asyncio.gather(
        *(book(owner, dog) for owner, dog in zip(rivals * 10, dogs * 10, strict=True))
    )

    assert {answer.status_code for answer in answers} == {409}
    assert {answer.json()["code"] for answer in answers} == {"slot_taken"}
    for owner in rivals:
        wallet = await owner.get("wallets/me")
        assert (wallet["available"], wallet["held"]) == (5000, 0)

    async def held() -> bool:
        return (await first.get("wallets/me"))["held"] == walk.quote["amount"]

    await until(held)


async def test_a_suspended_walkers_coming_walk_finds_another_and_the_owner_hears_of_it(
    api: Api, admin: Api
) -> None:
    # where the walkers of the other tests do not come
    there = {**PICKUP, "lat": PICKUP["lat"] + 0.2}
    barred, owner = await make_walker(api, admin, home=there), await make_owner(api)
    walk = Walk(owner, barred, admin, await make_dog(owner))
    await walk.book(pickup=there, walker_id=barred.id)
    await walk.accept()
    await walk.until_status("assigned")
    other = await make_walker(api, admin, home=there)

    why = {"status": "suspended", "reason_code": "safety", "reason": "A complaint is looked into."}
    answer = await admin.ask("PATCH", f"users/{barred.id}", json=why)
    assert answer.status_code == 200, answer.text

    walk.walker = other
    await walk.accept()
    found = await walk.until_status("assigned")
    assert found["walker_id"] == other.id
    wallet = await owner.get("wallets/me")
    assert wallet["held"] == walk.quote["amount"]

    async def told() -> Any:
        inbox = (await owner.get("notifications"))["items"]
        return [one for one in inbox if one["key"] == "order.search_again"]

    assert len(await until(told)) == 1

    async def on_record() -> Any:
        query = {"subject_id": barred.id, "action": "rights_changed"}
        return (await admin.get("users/audit", **query))["items"]

    (record,) = await until(on_record)
    assert (record["before"]["status"], record["after"]["status"]) == ("active", "suspended")
    assert record["reason"] == why["reason"]
    assert (await admin.get("users/audit/verify"))["is_intact"] is True
