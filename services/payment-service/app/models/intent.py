"""What an order wants of its money: first that it is secured, then once that it is divided or given back."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Money
from app.models.payment import Payment, PaymentKind
from lapa_contracts.order import Settlement
from lapa_contracts.payment import PaymentState
from lapa_kit.ids import new_id


class Goal(StrEnum):
    SECURE = "secure"
    SETTLE = "settle"
    RELEASE = "release"


UNKNOWN = "unknown"
"""How an order is paid whose end came before its beginning: nothing is settled until that is known."""


class SettlementRefused(Exception):
    """An order asks for a division that cannot be; the event is kept for an operator."""


class Intent(Base):
    __tablename__ = "intents"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("(goal = 'secure') = (settlement IS NULL)", name="an_end_has_a_settlement"),
    )

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    client_id: Mapped[UUID]
    walker_id: Mapped[UUID | None]
    amount: Mapped[Money]
    currency: Mapped[str]
    method: Mapped[str]
    hold_until: Mapped[datetime | None]
    goal: Mapped[Goal]
    settlement: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    # of the order, when it wanted this
    order_version: Mapped[int]
    # somebody disputes the order: the walker's part stays where it is until that is decided
    is_frozen: Mapped[bool] = mapped_column(default=False)
    # of the order, when it was last disputed or resolved
    dispute_version: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    def follow(self, newer: "Intent") -> None:
        """Want what the newer one wants; what is older, or comes after an end, changes nothing."""
        if self.method == UNKNOWN:
            self.method, self.hold_until = newer.method, newer.hold_until
        if newer.order_version <= self.order_version or self.goal is not Goal.SECURE:
            return
        self.goal, self.settlement = newer.goal, newer.settlement
        self.walker_id = newer.walker_id
        if newer.goal is Goal.SECURE:  # an end divides what was promised, never another amount
            self.amount, self.hold_until = newer.amount, newer.hold_until
        self.order_version = newer.order_version

    def decide(self, newer: "Intent") -> None:
        """A dispute was resolved before the money was divided: that is how it will be, whatever was planned."""
        if self.goal is Goal.RELEASE:
            return
        self.goal, self.settlement, self.walker_id = Goal.SETTLE, newer.settlement, newer.walker_id
        self.order_version = max(self.order_version, newer.order_version)

    def dispute(self, *, is_open: bool, version: int) -> bool:
        """Take the news of a dispute; False when there has been newer."""
        if version <= self.dispute_version:
            return False
        self.is_frozen, self.dispute_version = is_open, version
        return True

    def new_payment(self, state: PaymentState) -> Payment:
        """The one payment of the order, before anything has moved."""
        return Payment(
            id=new_id(),
            kind=PaymentKind.ORDER,
            key=f"order:{self.order_id}",
            order_id=self.order_id,
            client_id=self.client_id,
            walker_id=self.walker_id,
            method=self.method,
            amount=self.amount,
            currency=self.currency,
            state=state,
            captured=0,
            released=0,
            refunded=0,
            division={},
            version=1,
        )

    def division(self) -> Settlement:
        """The settlement, proved against what was promised: sums, amount, and somebody to pay."""
        settlement = Settlement.model_validate(self.settlement)
        if settlement.capture + settlement.release != self.amount:
            raise SettlementRefused(f"it divides another amount than {self.amount}")
        if self.walker_id is None and any(line.to == "walker" for line in settlement.lines):
            raise SettlementRefused("it pays a walker, and there is none")
        return settlement
