"""Wallets, top-ups and transfers over HTTP."""

from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

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
    """By a payment method that was kept, or by a provider's token; with `sandbox` one of `tok_success`, `tok_declined`,
    `tok_insufficient`, `tok_3ds`, `tok_timeout`, `tok_pending`, `tok_chargeback`."""

    amount: Amount
    currency: Currency
    provider: str | None = Field(default=None, min_length=1, max_length=32)
    payment_token: str | None = Field(default=None, min_length=1, max_length=255)
    payment_method_id: UUID | None = None

    @model_validator(mode="after")
    def _is_by_one_of_both(self) -> Self:
        if self.payment_method_id is None and not (self.provider and self.payment_token):
            raise ValueError("a payment_method_id is needed, or a provider with a payment_token")
        if self.payment_method_id is not None and self.payment_token:
            raise ValueError("either a payment_method_id or a payment_token")
        return self


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
