"""The ledger recomputed from its postings: every difference is money made or lost."""

from dataclasses import dataclass

from prometheus_client import Gauge
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.ledger import Account

TRIAL_BALANCE = Gauge(
    "ledger_trial_balance",
    "Sum of all balances, minor units; anything but 0 is an alarm",
    ["currency"],
)
CHECKS = {
    "the account's balance is the sum of its postings": """
        SELECT 'account ' || a.id || ' (' || a.kind || '): ' || a.balance || ', postings say '
            || coalesce(p.total, 0)
        FROM accounts a
        LEFT JOIN (SELECT account_id, sum(amount) AS total FROM postings GROUP BY account_id) p
            ON p.account_id = a.id
        WHERE a.balance <> coalesce(p.total, 0)""",
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
        LEFT JOIN holds h ON h.id = p.id AND h.state = 'open' AND h.amount = p.amount
        WHERE p.state = 'authorized' AND h.id IS NULL""",
    "a payment that is over holds nothing": """
        SELECT 'payment ' || p.id FROM payments p JOIN holds h ON h.id = p.id AND h.state = 'open'
        WHERE p.state <> 'authorized'""",
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
    statement = select(Account.currency, func.sum(Account.balance)).group_by(Account.currency)
    for currency, total in await session.execute(statement):
        TRIAL_BALANCE.labels(currency).set(int(total))
