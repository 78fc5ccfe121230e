"""The ledger recomputed from its postings: every difference is money made or lost."""

from dataclasses import dataclass

from prometheus_client import Gauge
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.ledger import sum_balances

TRIAL_BALANCE = Gauge(
    "ledger_trial_balance",
    "Sum of all balances, minor units; anything but 0 is an alarm",
    ["currency"],
)
CHECKS = {
    "the account's balance is the sum of its postings": """
        SELECT 'account ' || a.id || ' (' || a.kind || '): ' || a.balance + coalesce(s.total, 0)
            || ', postings say ' || coalesce(p.total, 0)
        FROM accounts a
        LEFT JOIN (SELECT account_id, sum(balance) AS total FROM stripes GROUP BY account_id) s
            ON s.account_id = a.id
        LEFT JOIN (SELECT account_id, sum(amount) AS total FROM postings GROUP BY account_id) p
            ON p.account_id = a.id
        WHERE a.balance + coalesce(s.total, 0) <> coalesce(p.total, 0)""",
    "only accounts of the platform are kept in stripes": """
        SELECT 'stripe ' || s.id || ' of account ' || a.id FROM stripes s
        JOIN accounts a ON a.id = s.account_id WHERE NOT a.is_striped""",
    "each line belongs to a journal and an account": """
        SELECT 'posting ' || p.journal_id || '.' || p.line_no FROM postings p
        LEFT JOIN journals j ON j.id = p.journal_id LEFT JOIN accounts a ON a.id = p.account_id
        WHERE j.id IS NULL OR a.id IS NULL""",
    "what an account holds is the sum of its open holds": """
        SELECT 'account ' || a.id || ' (' || a.kind || '): ' || a.held || ', holds say '
            || coalesce(h.total, 0)
        FROM accounts a
        LEFT JOIN (
            SELECT account_id, sum(amount - captured) AS total FROM holds
            WHERE state = 'open' GROUP BY account_id
        ) h ON h.account_id = a.id
        WHERE a.held <> coalesce(h.total, 0)""",
    "each journal sums to zero in each currency": """
        SELECT 'journal ' || p.journal_id || ': ' || sum(p.amount) || ' ' || a.currency
        FROM postings p JOIN accounts a ON a.id = p.account_id
        GROUP BY p.journal_id, a.currency HAVING sum(p.amount) <> 0""",
    "no journal is empty": """
        SELECT 'journal ' || j.id FROM journals j
        WHERE NOT EXISTS (SELECT FROM postings p WHERE p.journal_id = j.id)""",
    "nobody has spent what he did not have": """
        SELECT 'account ' || id || ' (' || kind || '): ' || balance - held FROM accounts
        WHERE NOT allow_negative AND balance < held""",
    "a payment that is authorized has its money held": """
        SELECT 'payment ' || p.id FROM payments p
        LEFT JOIN holds h ON h.id = coalesce(p.charge_id, p.id) AND h.state = 'open'
        LEFT JOIN operations o ON o.id = p.charge_id AND o.state = 'succeeded'
        WHERE p.state = 'authorized' AND NOT CASE
            WHEN p.mode IS NULL THEN coalesce(h.amount = p.amount, false)
            WHEN p.mode = 'escrow' THEN coalesce(h.amount >= p.amount, false)
            ELSE p.amount = 0 OR coalesce(o.amount >= p.amount AND o.taken = 0, false) END""",
    "a payment that is over holds nothing": """
        SELECT 'payment ' || p.id FROM payments p
        JOIN holds h ON h.id IN (p.id, p.charge_id) AND h.state = 'open'
        WHERE p.state <> 'authorized'""",
    "what lies in escrow is held for an order or on its way back": """
        SELECT 'account ' || a.id || ': ' || a.balance - a.held || ', on its way '
            || coalesce(r.total, 0)
        FROM accounts a
        LEFT JOIN (
            SELECT p.client_id, o.currency, sum(o.amount) AS total
            FROM operations o JOIN payments p ON p.id = o.payment_id
            WHERE o.kind = 'refund' AND o.state NOT IN ('succeeded', 'failed')
            GROUP BY p.client_id, o.currency
        ) r ON r.client_id = a.owner_id AND r.currency = a.currency
        WHERE a.kind = 'escrow' AND a.balance - a.held <> coalesce(r.total, 0)""",
    "what a provider has taken is what the books have of it": """
        SELECT 'operation ' || o.id FROM operations o LEFT JOIN journals j ON j.key = 'charge:' || o.id
        WHERE o.kind = 'charge' AND (o.taken > 0) <> (j.id IS NOT NULL)""",
    "no hold at a provider outlives its order": """
        SELECT 'operation ' || o.id FROM operations o JOIN payments p ON p.id = o.payment_id
        WHERE o.kind = 'charge' AND o.state = 'succeeded' AND o.taken = 0
            AND (p.state <> 'authorized' OR p.charge_id <> o.id)
            AND NOT EXISTS (
                SELECT FROM operations v WHERE v.charge_id = o.id AND v.kind IN ('void', 'capture')
            )""",
}


@dataclass(frozen=True, slots=True)
class Finding:
    rule: str
    what: str


async def audit(session: AsyncSession) -> list[Finding]:
    """All that breaks a rule, in one snapshot; empty when the books are right."""
    await session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
    return await look_for_faults(session)


async def look_for_faults(session: AsyncSession) -> list[Finding]:
    found: list[Finding] = []
    for rule, query in CHECKS.items():
        found += [Finding(rule, what) for what in await session.scalars(text(query))]
    return found


async def measure(session: AsyncSession) -> None:
    totals: dict[str, int] = {}
    for currency, _, _, balance, _ in await sum_balances(session):
        totals[currency] = totals.get(currency, 0) + balance
    for currency, total in totals.items():
        TRIAL_BALANCE.labels(currency).set(total)
