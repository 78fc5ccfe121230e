"""The ledger over HTTP, for those who keep the books."""

from typing import Any, Literal
from uuid import UUID

from app.models.ledger import PLATFORM, Account, Journal
from app.schemas.values import Schema, Utc


class AccountRead(Schema):
    id: int
    kind: str
    owner_kind: Literal["user", "platform"]
    owner_id: UUID | None
    currency: str
    balance: int
    held: int
    available: int
    allow_negative: bool
    opened_at: Utc

    @classmethod
    def of(cls, account: Account) -> "AccountRead":
        is_platform = account.owner_id == PLATFORM
        columns = {name: getattr(account, name, None) for name in cls.model_fields}
        columns |= {
            "owner_kind": "platform" if is_platform else "user",
            "owner_id": None if is_platform else account.owner_id,
        }
        return cls.model_validate(columns)


class LineRead(Schema):
    account_id: int
    kind: str
    owner_id: UUID | None
    amount: int
    currency: str


class EntryRead(Schema):
    """One journal: its lines sum to zero in each currency."""

    id: UUID
    key: str
    kind: str
    reference: UUID | None
    details: dict[str, Any]
    lines: list[LineRead]
    created_at: Utc

    @classmethod
    def of(cls, journal: Journal) -> "EntryRead":
        lines = [
            LineRead(
                account_id=posting.account_id,
                kind=posting.account.kind,
                owner_id=None if posting.account.owner_id == PLATFORM else posting.account.owner_id,
                amount=posting.amount,
                currency=posting.account.currency,
            )
            for posting in journal.postings
        ]
        return cls(
            id=journal.id,
            key=journal.key,
            kind=journal.kind,
            reference=journal.ref,
            details=journal.details,
            lines=lines,
            created_at=journal.created_at,
        )


class KindTotal(Schema):
    kind: str
    accounts: int
    balance: int
    held: int


class CurrencyBalance(Schema):
    currency: str
    total: int
    is_balanced: bool
    kinds: list[KindTotal]


class TrialBalance(Schema):
    """All balances by currency and kind of account; each `total` is zero, or the books are wrong."""

    is_balanced: bool
    items: list[CurrencyBalance]

    @classmethod
    def of(cls, rows: list[tuple[str, str, int, int, int]]) -> "TrialBalance":
        by_currency: dict[str, list[KindTotal]] = {}
        for currency, kind, accounts, balance, held in rows:
            total = KindTotal(kind=kind, accounts=accounts, balance=balance, held=held)
            by_currency.setdefault(currency, []).append(total)
        items = [_balance_of(currency, kinds) for currency, kinds in by_currency.items()]
        return cls(is_balanced=all(item.is_balanced for item in items), items=items)


def _balance_of(currency: str, kinds: list[KindTotal]) -> CurrencyBalance:
    total = sum(kind.balance for kind in kinds)
    return CurrencyBalance(currency=currency, total=total, is_balanced=total == 0, kinds=kinds)
