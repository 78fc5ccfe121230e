"""Giving captured money back, and who bears it."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Money, Record
from lapa_kit import clock

WALLET = "wallet"
# the client's own bank has given it to him, by a chargeback
BANK = "bank"
# what banks take to put a refund onto a card
ARRIVES_WITHIN = timedelta(days=5)


class RefundState(StrEnum):
    # the provider has not taken it yet
    PENDING = "pending"
    SENT = "sent"
    ARRIVED = "arrived"
    FAILED = "failed"


class Refund(Record):
    __tablename__ = "refunds"
    __table_args__ = (CheckConstraint("amount > 0", name="amount_positive"),)

    payment_id: Mapped[UUID] = mapped_column(ForeignKey("payments.id"), index=True)
    amount: Mapped[Money]
    currency: Mapped[str]
    reason: Mapped[str]
    actor_id: Mapped[UUID]
    # where it goes and when it is there; into a wallet at once
    route: Mapped[str] = mapped_column(default=WALLET)
    state: Mapped[RefundState] = mapped_column(default=RefundState.ARRIVED)
    expected_on: Mapped[date] = mapped_column(default=lambda: clock.now().date())
    # who gave up how much of his part
    division: Mapped[dict[str, Any]]

    def leave_by(self, route: str, today: date) -> None:
        """Through a provider, to what was paid with."""
        self.route, self.state = route, RefundState.PENDING
        self.expected_on = today + ARRIVES_WITHIN

    def send(self, today: date) -> None:
        """The provider has it: on its way to the client's bank."""
        self.state, self.expected_on = RefundState.SENT, today + ARRIVES_WITHIN

    def redirect_to_wallet(self, today: date) -> None:
        """The provider could not: it has come to the wallet instead."""
        self.route, self.state, self.expected_on = WALLET, RefundState.ARRIVED, today


def apportion(amount: int, parts: dict[str, int]) -> dict[str, int]:
    """Divide an amount in proportion to positive parts, to the last unit: largest remainders first."""
    whole = sum(parts.values())
    if not whole:
        return dict.fromkeys(parts, 0)
    shares = {name: amount * part // whole for name, part in parts.items()}
    by_remainder = sorted(parts, key=lambda name: (-(amount * parts[name] % whole), name))
    for name in by_remainder[: amount - sum(shares.values())]:
        shares[name] += 1
    return shares


def divide_refund(amount: int, *, left: dict[str, int]) -> dict[str, int]:
    """Who gives up how much for a refund, out of what each has `left` of the capture.

    A part below zero is the platform's discount: it comes back in proportion. Refunding all that is
    left takes exactly what is left of each.
    """
    paid_by_client = sum(left.values())
    discounts = {name: part for name, part in left.items() if part < 0}
    returned = {name: part * amount // paid_by_client for name, part in discounts.items()}
    receivers = {name: part for name, part in left.items() if part > 0}
    return apportion(amount - sum(returned.values()), receivers) | returned
