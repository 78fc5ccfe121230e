"""What a provider is asked for a payment, and what came of it: one row a call, whose id is our reference there."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Money, Record
from app.providers.provider import Known


class OperationKind(StrEnum):
    CHARGE = "charge"
    CAPTURE = "capture"
    VOID = "void"
    REFUND = "refund"


class OperationState(StrEnum):
    PLANNED = "planned"
    ASKED = "asked"
    REQUIRES_ACTION = "requires_action"
    # he did not answer, or has not decided
    RECONCILING = "reconciling"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


S = OperationState
OVER = (S.SUCCEEDED, S.FAILED)


class Operation(Record):
    __tablename__ = "operations"
    __table_args__ = (
        CheckConstraint("amount > 0", name="amount_positive"),
        CheckConstraint("taken BETWEEN 0 AND amount", name="taken_within_amount"),
        CheckConstraint("(kind = 'charge') = (charge_id IS NULL)", name="all_else_is_of_a_charge"),
        Index(
            "ix_operations_open",
            "payment_id",
            postgresql_where=text("state NOT IN ('succeeded', 'failed')"),
        ),
        Index("ix_operations_provider_provider_id", "provider", "provider_id"),
    )

    payment_id: Mapped[UUID] = mapped_column(ForeignKey("payments.id"), index=True)
    kind: Mapped[OperationKind]
    # what it takes, lets go or gives back
    charge_id: Mapped[UUID | None] = mapped_column(ForeignKey("operations.id"), index=True)
    # what a charge is made to
    method_id: Mapped[UUID | None]
    provider: Mapped[str]
    # what he calls it, once he has said so
    provider_id: Mapped[str | None]
    amount: Mapped[Money]
    currency: Mapped[str]
    # a charge that is only set aside
    is_hold: Mapped[bool] = mapped_column(default=False)
    hold_expires_at: Mapped[datetime | None]
    # how much of a charge has come in
    taken: Mapped[Money] = mapped_column(default=0)
    state: Mapped[OperationState] = mapped_column(default=S.PLANNED)
    failure_code: Mapped[str | None]
    confirmation_url: Mapped[str | None]
    asked_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]

    @property
    def is_open(self) -> bool:
        return self.state not in OVER

    @property
    def known(self) -> Known:
        """As both sides know it."""
        asked_at = self.asked_at or self.created_at
        return Known(self.id, asked_at, self.provider_id, self.amount)

    def ask(self, now: datetime) -> None:
        self.state, self.asked_at = S.ASKED, now

    def wait_for_person(self, url: str) -> None:
        self.state, self.confirmation_url = S.REQUIRES_ACTION, url

    def reconcile(self) -> None:
        """Nothing new is known; a person who was asked still is."""
        if self.state is not S.REQUIRES_ACTION:
            self.state = S.RECONCILING

    def succeed(self, now: datetime) -> None:
        self.state, self.settled_at, self.confirmation_url = S.SUCCEEDED, now, None

    def fail(self, code: str, now: datetime) -> None:
        self.state, self.settled_at, self.confirmation_url = S.FAILED, now, None
        self.failure_code = code
