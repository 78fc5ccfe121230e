"""What people see of their money, what bookkeepers see of everybody's, and what strangers do not."""

from typing import Any

import pytest
from factories import PRICE, Booking, faults, give, money_of

from app.models.ledger import Line, external, wallet
from app.queries.ledger import post
from lapa_kit.ids import new_id


async def walk(session: Any, deliver: Any) -> Booking:
    anna = new_id()
    await give(session, anna, 5000)
    booking = Booking(anna)
    await deliver(booking.placed())
    await deliver(booking.settlement_due())
    return booking


async def test_a_wallet_lists_its_movements_newest_first(
    client: Any, session: Any, deliver: Any, as_user: Any
) -> None:
    booking = await walk(session, deliver)
    me = as_user(booking.client_id)

    page = (await client.get("/api/v1/wallets/me/transactions", headers=me)).json()
    mine = [(item["kind"], item["amount"]) for item in page["items"]]
    earned = await client.get("/api/v1/wallets/me/transactions", headers=as_user(booking.walker_id))

    assert mine == [("settlement", -PRICE), ("topup", 5000)]
    assert [item["amount"] for item in earned.json()["items"]] == [1658]
    assert earned.json()["items"][0]["details"] == {"order_id": str(booking.order_id)}


async def test_pages_of_movements_neither_skip_nor_repeat(
    client: Any, session: Any, as_user: Any
) -> None:
    anna = new_id()
    for n in range(7):
        await give(session, anna, n + 1)
    seen: list[int] = []
    cursor = ""
    while cursor is not None:
        url = (
            f"/api/v1/wallets/me/transactions?limit=3&cursor={cursor}"
            if cursor
            else ("/api/v1/wallets/me/transactions?limit=3")
        )
        page = (await client.get(url, headers=as_user(anna))).json()
        seen += [item["amount"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor:
            await give(session, anna, 100)  # newer ones come in while he reads
    assert seen == [7, 6, 5, 4, 3, 2, 1]


async def test_another_currency_is_another_wallet(client: Any, session: Any, as_user: Any) -> None:
    anna = new_id()
    await give(session, anna, 100)
    url = "/api/v1/wallets/me?currency=RUB"
    assert (await client.get(url, headers=as_user(anna))).json()["available"] == 0
    bad = await client.get("/api/v1/wallets/me?currency=euro", headers=as_user(anna))
    assert bad.status_code == 422


async def test_payments_are_seen_by_who_paid_and_by_support_alone(
    client: Any, session: Any, deliver: Any, as_user: Any
) -> None:
    booking = await walk(session, deliver)
    me = as_user(booking.client_id)

    (payment,) = (await client.get("/api/v1/payments", headers=me)).json()["items"]
    path = f"/api/v1/payments/{payment['id']}"

    assert (payment["status"], payment["captured"]) == ("captured", PRICE)
    assert (await client.get(path, headers=me)).status_code == 200
    assert (await client.get(path, headers=as_user(new_id(), "support"))).status_code == 200
    assert (await client.get(path, headers=as_user(new_id()))).status_code == 404
    assert (await client.get("/api/v1/payments", headers=as_user(new_id()))).json()["items"] == []
    theirs = f"/api/v1/payments?user_id={booking.client_id}"
    assert (await client.get(theirs, headers=as_user(new_id()))).status_code == 403
    support = await client.get(theirs, headers=as_user(new_id(), "support"))
    assert len(support.json()["items"]) == 1
    failed = await client.get("/api/v1/payments?status=failed", headers=me)
    assert failed.json()["items"] == []
    assert (await client.get("/api/v1/payments?status=lost", headers=me)).status_code == 422


async def test_the_trial_balance_is_zero(
    client: Any, session: Any, deliver: Any, as_user: Any
) -> None:
    await walk(session, deliver)
    finance = as_user(new_id(), "finance")

    balance = (await client.get("/api/v1/ledger/trial-balance", headers=finance)).json()

    assert balance["is_balanced"] is True
    (euros,) = balance["items"]
    assert (euros["currency"], euros["total"]) == ("EUR", 0)
    by_kind = {kind["kind"]: kind["balance"] for kind in euros["kinds"]}
    assert by_kind == {"commission": 292, "external:sandbox": -5000, "wallet": 4708}


async def test_bookkeepers_see_accounts_and_entries(
    client: Any, session: Any, deliver: Any, as_user: Any
) -> None:
    booking = await walk(session, deliver)
    finance = as_user(new_id(), "finance")

    url = f"/api/v1/ledger/accounts?kind=wallet&owner_id={booking.walker_id}"
    (account,) = (await client.get(url, headers=finance)).json()["items"]
    assert (account["balance"], account["owner_kind"]) == (1658, "user")
    url = f"/api/v1/ledger/entries?account_id={account['id']}"
    (entry,) = (await client.get(url, headers=finance)).json()["items"]

    assert entry["kind"] == "settlement"
    assert entry["key"] == f"settle:{booking.order_id}"
    assert sum(line["amount"] for line in entry["lines"]) == 0
    assert {line["kind"] for line in entry["lines"]} == {"wallet", "commission"}
    none = await client.get(f"/api/v1/ledger/entries?reference={new_id()}", headers=finance)
    assert none.json()["items"] == []


@pytest.mark.parametrize("path", ["accounts", "entries", "trial-balance"])
async def test_the_books_are_closed_to_others(client: Any, as_user: Any, path: str) -> None:
    for role in ("client", "walker", "support"):
        response = await client.get(f"/api/v1/ledger/{path}", headers=as_user(new_id(), role))
        assert response.status_code == 403


async def test_nothing_changes_or_deletes_the_books_over_http(app: Any) -> None:
    methods = {
        path.removeprefix("/api/v1/ledger/"): set(operations)
        for path, operations in app.openapi()["paths"].items()
        if path.startswith("/api/v1/ledger")
    }
    # what moves money by hand adds an entry, by two people; a provider's report is fetched; all else is but a look
    others = {"adjustments", "held-topups", "reconciliation"}
    looks = {path for path in methods if path.partition("/")[0] not in others}
    assert looks == {"accounts", "entries", "trial-balance", "chargebacks"}
    assert all(methods[path] == {"get"} for path in looks)
    assert set().union(*methods.values()) == {"get", "post"}


async def test_the_trial_balance_is_a_metric(client: Any, session: Any) -> None:
    await give(session, new_id(), 100)
    metrics = (await client.get("/metrics")).text
    assert 'ledger_trial_balance{currency="EUR"} 0.0' in metrics


async def test_the_first_cent_in_another_currency_is_its_own_balance(
    client: Any, session: Any, sessions: Any, as_user: Any
) -> None:
    anna = new_id()
    await give(session, anna, 100)
    lines = [Line(external("sandbox", "RUB"), -9000), Line(wallet(anna, "RUB"), 9000)]
    await post(session, key="rub", kind="topup", lines=lines)
    await session.commit()
    finance = as_user(new_id(), "finance")
    balance = (await client.get("/api/v1/ledger/trial-balance", headers=finance)).json()
    assert [(item["currency"], item["total"]) for item in balance["items"]] == [
        ("EUR", 0),
        ("RUB", 0),
    ]
    assert (await money_of(sessions, anna)) == (100, 0)
    assert await faults(sessions) == []
