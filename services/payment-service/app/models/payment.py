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


class Mode(StrEnum):
    """How a provider secures an order's money: set aside with him, or taken and kept apart."""

    HOLD = "hold"
    ESCROW = "escrow"


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
    # `wallet`, or the id of a payment method
    method: Mapped[str]
    # whom it goes through, how it is secured there, and by which operation; nothing of a wallet's
    provider: Mapped[str | None]
    mode: Mapped[Mode | None]
    charge_id: Mapped[UUID | None]
    confirmation_url: Mapped[str | None]
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
        self.confirmation_url = self.hold_expires_at = None
        self.version += 1

    def require_action(self, url: str) -> None:
        """The client must confirm; what is secured already stays so meanwhile."""
        if self.state is not S.AUTHORIZED:
            self.state = S.REQUIRES_ACTION
        self.confirmation_url = url
        self.version += 1

    def authorize(
        self, charge_id: UUID | None, *, mode: Mode, amount: int, expires_at: datetime | None
    ) -> None:
        """A charge secures it."""
        self.state, self.failure_code, self.confirmation_url = S.AUTHORIZED, None, None
        self.charge_id, self.mode, self.amount = charge_id, mode, amount
        self.hold_expires_at = expires_at
        self.version += 1

    def keep_in_escrow(self) -> None:
        """What was held has been taken."""
        self.mode, self.hold_expires_at = Mode.ESCROW, None
        self.version += 1

    def capture(self, division: dict[str, int], *, captured: int, released: int) -> None:
        self.state, self.failure_code = S.CAPTURED, None
        self.captured, self.released, self.division = captured, released, division
        self.amount = captured + released
        self.version += 1

    def resize(self, amount: int, expires_at: datetime | None) -> None:
        """Another amount is secured than before."""
        self.amount, self.hold_expires_at = amount, expires_at
        self.version += 1

    def void(self) -> None:
        self.state, self.released, self.confirmation_url = S.VOIDED, self.amount, None
        self.version += 1

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
