"""A quote: a price kept to the minor unit until it expires, with all it was made from."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Money, Record
from lapa_kit.problems import Conflict, NotFound


class QuoteNotFound(NotFound):
    title = "No such quote"


class QuoteExpired(Conflict):
    title = "The quote has expired: ask for a new one"


class QuoteUsed(Conflict):
    title = "The quote has been used for an order already"


class Quote(Record):
    __tablename__ = "quotes"
    __table_args__ = (CheckConstraint("amount >= 0", name="amount_not_negative"),)

    client_id: Mapped[UUID] = mapped_column(index=True)
    market: Mapped[str]
    service_type: Mapped[str]
    is_asap: Mapped[bool]
    scheduled_at: Mapped[datetime]
    duration_minutes: Mapped[int]
    pickup_lat: Mapped[float]
    pickup_lon: Mapped[float]
    pickup_address: Mapped[str]
    # frozen as they were when the price was made: [{pet_id, name, size, ...}]
    pets: Mapped[list[Any]]
    lines: Mapped[list[Any]]
    amount: Mapped[Money]
    currency: Mapped[str]
    surge_bp: Mapped[int]
    rule_id: Mapped[UUID] = mapped_column(ForeignKey("pricing_rules.id"))
    rule_version: Mapped[int]
    # a PriceFacts: with the rule it gives the same lines again
    facts: Mapped[dict[str, Any]]
    promo_id: Mapped[UUID | None]
    # the market's terms of that moment: commission, cancellation tiers, time zone
    terms: Mapped[dict[str, Any]]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    @property
    def tax(self) -> int:
        return sum(line["tax"] for line in self.lines)

    @property
    def discount(self) -> int:
        """What a promo code takes off, positive."""
        return -sum(line["amount"] for line in self.lines if line["code"] == "promo")

    def use(self, now: datetime) -> None:
        """Turn it into an order, once."""
        if self.used_at:
            raise QuoteUsed
        if now >= self.expires_at:
            raise QuoteExpired
        self.used_at = now
