"""The built-in provider's own books: it plays an outside company, so nothing else reads them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Money

PAID, HELD, VOIDED, REFUSED, WAITING = "paid", "held", "voided", "refused", "waiting"


class SandboxCharge(Base):
    __tablename__ = "sandbox_charges"
    __table_args__ = (
        CheckConstraint("taken BETWEEN 0 AND amount", name="taken_within_amount"),
        CheckConstraint("refunded BETWEEN 0 AND taken", name="refunded_within_taken"),
    )

    # the reference that its customer (we) gave
    reference: Mapped[UUID] = mapped_column(primary_key=True)
    # what the page for confirming is found by; nobody can guess it
    secret: Mapped[str] = mapped_column(unique=True)
    token: Mapped[str] = mapped_column(default="")
    amount: Mapped[Money]
    currency: Mapped[str]
    is_hold: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[str]
    code: Mapped[str | None]
    taken: Mapped[Money] = mapped_column(default=0)
    refunded: Mapped[Money] = mapped_column(default=0)
    return_url: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]

    @property
    def is_waiting(self) -> bool:
        return self.outcome == WAITING

    def accept(self, now: datetime) -> None:
        """The card is good: the money is set aside, or taken."""
        if self.is_hold:
            self.outcome = HELD
        else:
            self.take(self.amount, now)

    def take(self, amount: int, now: datetime) -> None:
        self.outcome, self.taken, self.taken_at = PAID, amount, now

    def refuse(self, code: str) -> None:
        self.outcome, self.code = REFUSED, code

    def lapse(self, code: str) -> None:
        """Nobody confirmed it in time, or took what was held."""
        if self.outcome == HELD:
            self.outcome, self.code = VOIDED, code
        else:
            self.refuse(code)


class SandboxRefund(Base):
    __tablename__ = "sandbox_refunds"

    reference: Mapped[UUID] = mapped_column(primary_key=True)
    charge_reference: Mapped[UUID] = mapped_column(
        ForeignKey("sandbox_charges.reference"), index=True
    )
    amount: Mapped[Money]
    currency: Mapped[str]
    outcome: Mapped[str]
    code: Mapped[str | None]
    created_at: Mapped[datetime]


class SandboxChargeback(Base):
    """The cardholder's bank has taken a charge back."""

    __tablename__ = "sandbox_chargebacks"

    reference: Mapped[UUID] = mapped_column(
        ForeignKey("sandbox_charges.reference"), primary_key=True
    )
    amount: Mapped[Money]
    currency: Mapped[str]
    stage: Mapped[str]
    created_at: Mapped[datetime]


class SandboxPayout(Base):
    __tablename__ = "sandbox_payouts"

    reference: Mapped[UUID] = mapped_column(primary_key=True)
    amount: Mapped[Money]
    currency: Mapped[str]
    outcome: Mapped[str]
    code: Mapped[str | None]
    # how often it was asked to send this
    asked: Mapped[int]
    created_at: Mapped[datetime]


class SandboxScenario(Base):
    """What the next charges do whatever their token says, and how webhooks go out; one row, in test mode."""

    __tablename__ = "sandbox_scenario"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    scenario: Mapped[str]
    webhooks: Mapped[str] = mapped_column(default="normal")
