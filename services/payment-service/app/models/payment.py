"""A payment: how far the money of an order (or a tip) has come. Each step is a method."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Money, Record
from lapa_contracts.payment import PaymentState
from lapa_kit.problems import Conflict, InvalidRequest, NotFound

S = PaymentState
REFUNDABLE = (S.CAPTURED, S.PARTIALLY_REFUNDED)
MONEY_MOVED = (S.CAPTURED, S.PARTIALLY_REFUNDED, S.REFUNDED)


class PaymentKind(StrEnum):
    ORDER = "order"
    TIP = "tip"


class PaymentNotFound(NotFound):
    title = "No such payment"


class PaymentNotCaptured(Conflict):
    title = "Only captured money can be refunded"


class RefundExceedsCapture(InvalidRequest):
    title = "More than was captured cannot be refunded"


class Payment(Record):
    __tablename__ = "payments"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("refunded BETWEEN 0 AND captured", name="refunded_within_captured"),
        CheckConstraint("captured + released <= amount", name="divided_within_amount"),
        Index("ix_payments_client_id_id", "client_id", "id"),
    )

    kind: Mapped[PaymentKind]
    # one payment secures an order (`order:<id>`), tips come beside it (`tip:<the caller's key>`)
    key: Mapped[str] = mapped_column(unique=True)
    order_id: Mapped[UUID] = mapped_column(index=True)
    client_id: Mapped[UUID]
    walker_id: Mapped[UUID | None]
    method: Mapped[str]
    amount: Mapped[Money]
    currency: Mapped[str]
    state: Mapped[PaymentState]
    failure_code: Mapped[str | None]
    hold_expires_at: Mapped[datetime | None]
    captured: Mapped[Money] = mapped_column(default=0)
    released: Mapped[Money] = mapped_column(default=0)
    refunded: Mapped[Money] = mapped_column(default=0)
    # who got how much of what was captured: {"walker": 1658, "commission": 292}
    division: Mapped[dict[str, Any]] = mapped_column(default=dict)
    # the hold on the walker's part while the order is disputed
    freeze_id: Mapped[UUID | None]
    version: Mapped[int] = mapped_column(default=1)

    def lose(self, code: str) -> None:
        self.state, self.failure_code = S.FAILED, code
        self.version += 1

    def capture(self, division: dict[str, int], *, captured: int, released: int) -> None:
        self.state, self.failure_code = S.CAPTURED, None
        self.captured, self.released, self.division = captured, released, division
        self.version += 1

    def resize(self, amount: int, expires_at: datetime | None) -> None:
        """Another amount is secured than before."""
        self.amount, self.hold_expires_at = amount, expires_at
        self.version += 1

    def void(self) -> None:
        self.state, self.released = S.VOIDED, self.amount
        self.version += 1

    @property
    def parties(self) -> list[UUID]:
        """Whose money it is about."""
        return [person for person in (self.client_id, self.walker_id) if person]

    @property
    def refundable(self) -> int:
        return self.captured - self.refunded

    def refund(self, amount: int | None) -> int:
        """Give back that much, all that is left when None; answers how much it is."""
        if self.state not in REFUNDABLE:
            raise PaymentNotCaptured(f"This payment is {self.state}.", state=self.state.value)
        amount = self.refundable if amount is None else amount
        if amount > self.refundable:
            raise RefundExceedsCapture(f"{self.refundable} is left.", refundable=self.refundable)
        self.refunded += amount
        self.state = S.REFUNDED if self.refundable == 0 else S.PARTIALLY_REFUNDED
        self.version += 1
        return amount
