"""Wallets, top-ups and transfers over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, StringConstraints

from app.models.ledger import Posting
from app.schemas.values import Amount, Currency, Schema, Utc
from lapa_contracts.payment import TopupState


class WalletRead(Schema):
    """`available` can be spent; `held` is set aside for orders."""

    available: int
    held: int
    currency: str


class TransactionRead(Schema):
    """`amount` is positive when it came in; `reference` is the payment, top-up or transfer it belongs to."""

    id: str
    journal_id: UUID
    kind: str
    amount: int
    currency: str
    reference: UUID | None
    details: dict[str, Any]
    created_at: Utc

    @classmethod
    def of(cls, posting: Posting, currency: str) -> "TransactionRead":
        journal = posting.journal
        return cls(
            id=f"{posting.journal_id}.{posting.line_no}",
            journal_id=journal.id,
            kind=journal.kind,
            amount=posting.amount,
            currency=currency,
            reference=journal.ref,
            details=journal.details,
            created_at=journal.created_at,
        )


class TopupCreate(Schema):
    """With the `sandbox` provider, `payment_token` is one of `tok_success`, `tok_declined`,
    `tok_insufficient`, `tok_3ds`, `tok_timeout`."""

    amount: Amount
    currency: Currency
    provider: str = Field(min_length=1, max_length=32)
    payment_token: str = Field(min_length=1, max_length=255)


class TopupRead(Schema):
    id: UUID
    status: TopupState = Field(validation_alias="state")
    provider: str
    amount: int
    currency: str
    confirmation_url: str | None
    failure_code: str | None
    created_at: Utc
    settled_at: Utc | None
    held_for_review: bool


class TransferCreate(Schema):
    to_user_id: UUID
    amount: Amount
    currency: Currency
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] | None = None


class TransferRead(Schema):
    id: UUID
    to_user_id: UUID
    amount: int
    currency: str
    note: str | None
