"""Receipts and credit notes: numbered without a gap for each legal entity, never changed."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Money, Record
from app.models.payment import MONEY_MOVED, Payment
from lapa_kit.problems import Conflict


class NothingToReceipt(Conflict):
    title = "Nothing has been paid yet, so there is no receipt"


class DocumentKind(StrEnum):
    RECEIPT = "receipt"
    CREDIT_NOTE = "credit_note"


class DocumentCounter(Base):
    """The last number given; its lock keeps two documents from one number, and a rollback takes it back."""

    __tablename__ = "document_counters"

    entity: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[DocumentKind] = mapped_column(primary_key=True)
    last: Mapped[int]


class Document(Record):
    __tablename__ = "documents"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("(kind = 'credit_note') = (refund_id IS NOT NULL)", name="of_a_refund"),
        UniqueConstraint("entity", "kind", "number"),
        UniqueConstraint("refund_id"),
        Index(
            "uq_documents_receipt", "payment_id", unique=True, postgresql_where="refund_id IS NULL"
        ),
    )

    entity: Mapped[str]
    kind: Mapped[DocumentKind]
    number: Mapped[int]
    payment_id: Mapped[UUID] = mapped_column(ForeignKey("payments.id"), index=True)
    refund_id: Mapped[UUID | None] = mapped_column(ForeignKey("refunds.id"))
    amount: Mapped[Money]
    currency: Mapped[str]
    # [{"code": "service", "amount": 1950}, ...]: they sum to the amount
    lines: Mapped[list[Any]]
    issued_at: Mapped[datetime]
    # of the fiscal operator, where the law asks for one
    fiscal_id: Mapped[str | None]


def receipt_lines(payment: Payment) -> list[dict[str, Any]]:
    """What the client paid for: the service, its tax, less the discount. Raises NothingToReceipt."""
    if payment.state not in MONEY_MOVED:
        raise NothingToReceipt(f"The payment is {payment.state}.", state=payment.state.value)
    return _lines(payment.division, payment.kind.value)


def credit_lines(division: dict[str, int], kind: str) -> list[dict[str, Any]]:
    return _lines(division, kind)


def _lines(division: dict[str, int], kind: str) -> list[dict[str, Any]]:
    """Who got how much is the platform's affair: walker and commission are one price to the client."""
    amounts = {
        "tip" if kind == "tip" else "service": division.get("walker", 0)
        + division.get("commission", 0),
        "tax": division.get("tax", 0),
        "discount": division.get("promo_platform", 0),
    }
    return [{"code": code, "amount": amount} for code, amount in amounts.items() if amount]
