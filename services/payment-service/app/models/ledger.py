"""The double-entry ledger: read through these tables, written only by the functions of the migrations."""

from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    LargeBinary,
    SmallInteger,
    UniqueConstraint,
    func,
    select,
    text,
)
from sqlalchemy.orm import Mapped, column_property, foreign, mapped_column, relationship

from app.models.base import Base, Money
from lapa_kit.problems import Conflict, InvalidRequest, Problem

PLATFORM = UUID(int=0)
"""Who owns what no person owns; no NULL, so that one plain unique index finds every account."""


class InsufficientFunds(Problem):
    status, title = 402, "There is not enough money in the wallet"


class JournalMismatch(InvalidRequest):
    title = "This key was used for another movement of money"
    code = "idempotency_mismatch"


class HoldClosed(Conflict):
    title = "The money is no longer held"


class HoldState(StrEnum):
    OPEN = "open"
    CAPTURED = "captured"
    VOIDED = "voided"
    EXPIRED = "expired"


class AccountName(NamedTuple):
    """What names an account; it is opened when money first comes to it."""

    kind: str
    owner_id: UUID
    currency: str


class Line(NamedTuple):
    """A movement of one journal: positive into the account, negative out of it."""

    account: AccountName
    amount: int


def wallet(user_id: UUID, currency: str) -> AccountName:
    return AccountName("wallet", user_id, currency)


def debt(user_id: UUID, currency: str) -> AccountName:
    """What a person owes the platform: zero or negative."""
    return AccountName("debt", user_id, currency)


def escrow(user_id: UUID, currency: str) -> AccountName:
    """What a provider has taken of a person's for his orders, and nobody has got yet."""
    return AccountName("escrow", user_id, currency)


def platform(kind: str, currency: str) -> AccountName:
    """`commission`, `tax`, `promo`...: may go below zero, when what was taken is given back."""
    return AccountName(kind, PLATFORM, currency)


def external(provider: str, currency: str) -> AccountName:
    """The outside world as one provider knows it: negative by what came in through him."""
    return AccountName(f"external:{provider}", PLATFORM, currency)


class Stripe(Base):
    """A part of a platform account's balance, so that those who move it at once need not wait for each other."""

    __tablename__ = "stripes"
    __table_args__ = ({"postgresql_with": {"fillfactor": "50"}},)

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    balance: Mapped[Money]


class Account(Base):
    """What somebody has; `balance` is exact at every moment, of striped accounts too."""

    __tablename__ = "accounts"
    __table_args__ = (
        UniqueConstraint("owner_id", "kind", "currency"),
        CheckConstraint("allow_negative OR balance - held >= 0", name="not_overdrawn"),
        CheckConstraint("held >= 0", name="held_not_negative"),
        CheckConstraint("currency ~ '^[A-Z]{3}$'", name="currency_is_iso_4217"),
        CheckConstraint(
            "allow_negative OR NOT is_striped", name="stripes_are_for_what_may_be_negative"
        ),
        # room on the page: balances are updated in place
        {"postgresql_with": {"fillfactor": "70"}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    kind: Mapped[str]
    owner_id: Mapped[UUID]
    currency: Mapped[str]
    allow_negative: Mapped[bool]
    is_striped: Mapped[bool]
    own_balance: Mapped[Money] = mapped_column("balance")
    held: Mapped[Money]
    opened_at: Mapped[datetime]
    balance: Mapped[int] = column_property(
        own_balance
        + select(func.coalesce(func.sum(Stripe.balance), 0))
        .where(Stripe.account_id == id)
        .correlate_except(Stripe)
        .scalar_subquery()
        .cast(BigInteger)
    )

    @property
    def available(self) -> int:
        return self.balance - self.held


class Journal(Base):
    """One movement of money, whole or not at all; `fingerprint` tells whether a key comes again unchanged."""

    __tablename__ = "journals"
    __table_args__ = (
        Index("ix_journals_ref", "ref", postgresql_where=text("ref IS NOT NULL")),
        Index("ix_journals_created_at", "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    ref: Mapped[UUID | None]
    details: Mapped[dict[str, Any]]
    fingerprint: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]

    postings: Mapped[list["Posting"]] = relationship(
        primaryjoin=lambda: Journal.id == foreign(Posting.journal_id),
        back_populates="journal",
        order_by="Posting.line_no",
        viewonly=True,
    )


class Posting(Base):
    """A line of a journal; a trigger proves for all lines of a statement what foreign keys would for each."""

    __tablename__ = "postings"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        Index("ix_postings_account_id_journal_id", "account_id", "journal_id", "line_no"),
    )

    journal_id: Mapped[UUID] = mapped_column(primary_key=True)
    line_no: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    account_id: Mapped[int] = mapped_column(BigInteger)
    amount: Mapped[Money]

    journal: Mapped[Journal] = relationship(
        primaryjoin=lambda: Journal.id == foreign(Posting.journal_id),
        back_populates="postings",
        viewonly=True,
    )
    account: Mapped[Account] = relationship(
        primaryjoin=lambda: Account.id == foreign(Posting.account_id), viewonly=True
    )


class Hold(Base):
    """Money that stays in its account but can be spent only by capturing this hold."""

    __tablename__ = "holds"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("captured BETWEEN 0 AND amount", name="captured_within_amount"),
        Index("ix_holds_open", "account_id", postgresql_where=text("state = 'open'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    ref: Mapped[UUID | None]
    amount: Mapped[Money]
    captured: Mapped[Money]
    state: Mapped[HoldState]
    expires_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
