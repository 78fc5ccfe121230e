"""What must hold between orders and money, asked of both databases in plain SQL: none of the services' own code judges them."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar
from uuid import UUID

import orjson

from lapa_kit.testing import database

T = TypeVar("T")
_loop = asyncio.new_event_loop()

ENDS = {"settled", "cancelled", "expired", "payment_failed", "no_show", "disputed"}
DIVIDED = {"captured", "partially_refunded", "refunded"}

ALWAYS = {
    "the entries of each movement sum to zero": """
        SELECT journal_id::text FROM payments.postings GROUP BY journal_id HAVING sum(amount) <> 0""",
    "the entries of all movements sum to zero": """
        SELECT sum(amount)::text FROM payments.postings HAVING sum(amount) <> 0""",
    "no wallet is below what it holds, or below zero": """
        SELECT owner_id::text FROM payments.accounts
        WHERE kind = 'wallet' AND (held < 0 OR balance < held)""",
    "a wallet is the sum of its entries": """
        SELECT a.owner_id::text FROM payments.accounts a
        LEFT JOIN payments.postings p ON p.account_id = a.id
        WHERE a.kind IN ('wallet', 'debt') GROUP BY a.id HAVING a.balance <> coalesce(sum(p.amount), 0)""",
    "a wallet holds what its open holds say": """
        SELECT a.owner_id::text FROM payments.accounts a
        LEFT JOIN payments.holds h ON h.account_id = a.id AND h.state = 'open'
        WHERE a.kind = 'wallet' GROUP BY a.id HAVING a.held <> coalesce(sum(h.amount - h.captured), 0)""",
    "of each payment no more comes out than went in": """
        SELECT id::text FROM payments.payments
        WHERE refunded > captured OR captured + released > amount""",
}

MOVED = """
    SELECT coalesce(sum(p.amount) FILTER (WHERE a.owner_id = $2), 0) AS client,
        coalesce(sum(p.amount) FILTER (WHERE a.owner_id = $3), 0) AS walker,
        coalesce(sum(p.amount) FILTER (WHERE a.kind IN ('commission', 'tax', 'promo')), 0) AS platform,
        count(DISTINCT j.id) FILTER (WHERE j.kind = 'settlement') AS settlements
    FROM payments.journals j
    JOIN payments.postings p ON p.journal_id = j.id
    JOIN payments.accounts a ON a.id = p.account_id
    WHERE j.details->>'order_id' = $1::text AND j.kind IN ('settlement', 'refund')
"""


def run(work: Coroutine[Any, Any, T]) -> T:
    return _loop.run_until_complete(work)


class Books:
    """Both databases, read."""

    def __init__(self) -> None:
        self._orders: Any = None
        self._payments: Any = None

    def open(self, orders: str, payments: str) -> None:
        self._orders = run(database.connect(orders))
        self._payments = run(database.connect(payments))

    @property
    def are_open(self) -> bool:
        return self._payments is not None

    def close(self) -> None:
        for connection in (self._orders, self._payments):
            if connection is not None:
                run(connection.close())
        self._orders = self._payments = None

    def in_orders(self, query: str, *values: Any) -> list[Any]:
        return run(self._orders.fetch(query, *values))

    def in_payments(self, query: str, *values: Any) -> list[Any]:
        return run(self._payments.fetch(query, *values))

    def check_always(self) -> None:
        for rule, query in ALWAYS.items():
            assert [row[0] for row in self.in_payments(query)] == [], rule

    def check_nothing_failed(self) -> None:
        """No event was given up, and no job ever failed."""
        for ask in (self.in_orders, self.in_payments):
            schema = "orders" if ask == self.in_orders else "payments"
            events = ask(
                f"SELECT envelope->>'type' AS type, error FROM {schema}.failed_events WHERE dead_at IS NOT NULL"
            )
            jobs = ask(f"SELECT name, error FROM {schema}.jobs WHERE error IS NOT NULL")
            assert [tuple(row) for row in (*events, *jobs)] == []

    def has_news(self, service: str) -> bool:
        """Whether something it has said waits to be carried on."""
        ask = self.in_orders if service == "order-service" else self.in_payments
        schema = "orders" if service == "order-service" else "payments"
        return bool(ask(f"SELECT FROM {schema}.outbox WHERE published_at IS NULL LIMIT 1"))

    def end_leases(self) -> None:
        """A minute has passed for those who hold jobs and are dead."""
        for ask, schema in ((self.in_orders, "orders"), (self.in_payments, "payments")):
            ask(f"UPDATE {schema}.jobs SET leased_until = NULL WHERE leased_until IS NOT NULL")

    def kept_of(self, order_id: UUID) -> int:
        """What the client of an order has lost by it."""
        query = "SELECT captured - refunded FROM payments.payments WHERE order_id = $1 AND kind = 'order'"
        return sum(row[0] for row in self.in_payments(query, order_id))

    def has_open_charge(self, person: UUID) -> bool:
        query = "SELECT FROM payments.topups WHERE user_id = $1 AND state NOT IN ('succeeded', 'failed')"
        return bool(self.in_payments(query, person))

    def poured_by(self, person: UUID) -> int:
        """What came into a wallet from outside; every charge is known to have succeeded or failed."""
        charges = self.in_payments(
            "SELECT state, amount FROM payments.topups WHERE user_id = $1", person
        )
        assert {row["state"] for row in charges} <= {"succeeded", "failed"}
        return sum(row["amount"] for row in charges if row["state"] == "succeeded")

    def tips_of(self, order_id: UUID) -> list[int]:
        query = "SELECT captured FROM payments.payments WHERE order_id = $1 AND kind = 'tip'"
        return [row[0] for row in self.in_payments(query, order_id)]

    def is_frozen(self, order_id: UUID) -> bool:
        query = "SELECT FROM payments.intents WHERE order_id = $1 AND is_frozen"
        return bool(self.in_payments(query, order_id))

    def debt_of(self, person: UUID) -> int:
        query = "SELECT -balance FROM payments.accounts WHERE owner_id = $1 AND kind = 'debt'"
        return sum(row[0] for row in self.in_payments(query, person))

    def status_of(self, order_id: UUID) -> str:
        [row] = self.in_orders("SELECT status FROM orders.orders WHERE id = $1", order_id)
        return str(row["status"])

    def why_apart(self, order_id: UUID) -> str | None:
        """Why the ends of an order and of its money do not fit together; None when they do."""
        [order] = self.in_orders("SELECT * FROM orders.orders WHERE id = $1", order_id)
        query = "SELECT * FROM payments.payments WHERE order_id = $1 AND kind = 'order'"
        payments = self.in_payments(query, order_id)
        if order["status"] not in ENDS:
            return f"the order has not ended: {order['status']}"
        if len(payments) != 1:
            return f"the order has {len(payments)} payments"
        return _why_apart(order, payments[0], self._money_of(order, payments[0]))

    def _money_of(self, order: Any, payment: Any) -> dict[str, Any]:
        [moved] = self.in_payments(
            MOVED, str(order["id"]), order["client_id"], order["walker_id"] or UUID(int=1)
        )
        holds = self.in_payments(
            "SELECT ref, id FROM payments.holds WHERE state = 'open' AND ref IN ($1, $2)",
            order["id"],
            payment["id"],
        )
        is_frozen = self.is_frozen(order["id"])
        tips = sum(self.tips_of(order["id"]))
        held = {row["id"] for row in holds}
        return {**moved, "is_frozen": is_frozen, "holds": held, "tips": tips}


def _why_apart(order: Any, payment: Any, money: dict[str, Any]) -> str | None:
    fee = _settlement_of(order).get("capture", 0)
    kept = payment["captured"] - payment["refunded"]
    state, status = payment["state"], order["status"]
    expectations = {
        "the order knows the state of its money": order["payment_status"] == state,
        "the order knows what was refunded": order["refunded"] == payment["refunded"],
        "the order knows what was given on top": order["tipped"] == money["tips"],
        "what the client lost is what was kept": money["client"] == -kept,
        "what went in came out": money["client"] + money["walker"] + money["platform"] == 0,
        "it was divided once at most": money["settlements"] == int(payment["captured"] > 0),
        "all of it was captured or released": state == "failed"
        or payment["captured"] + payment["released"] == payment["amount"],
        "it is frozen while it is disputed": money["is_frozen"] == (status == "disputed"),
        "no hold outlives the order": money["holds"] <= _freeze_of(payment, status),
    }
    if status in ("expired", "payment_failed"):
        expectations["nothing was taken"] = state in ("voided", "failed")
    elif status in ("cancelled", "no_show"):
        expectations["the fee was taken"] = payment["captured"] == fee
    elif status == "settled":
        expectations["the walk was paid for"] = state in DIVIDED
        expectations["no more was kept than was decided"] = kept <= fee
    broken = [rule for rule, holds in expectations.items() if not holds]
    return f"{status}, {state}: {'; '.join(broken)} not so {money}" if broken else None


def _freeze_of(payment: Any, status: str) -> set[UUID]:
    """The one hold an ended order may have: on the walker's part, while it is disputed."""
    return {payment["freeze_id"]} if status == "disputed" else set()


def _settlement_of(order: Any) -> dict[str, Any]:
    return orjson.loads(order["settlement"]) if order["settlement"] else {}
