"""A dispute: one side says that the money of a walk must end otherwise; support decides, once more on appeal."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Money, Record
from lapa_kit.problems import Conflict, InvalidRequest


class DisputeWindowClosed(Conflict):
    title = "The time for disputes is over"


class AlreadyDisputed(Conflict):
    title = "This order has been disputed already"


class NothingToAppeal(Conflict):
    title = "There is no decision that could be appealed"


class RefundOutOfRange(InvalidRequest):
    title = "That much cannot be refunded"


class Dispute(Record):
    """`base` is what the decision divides, in minor units: what was captured, or is due."""

    __tablename__ = "disputes"
    __table_args__ = (
        UniqueConstraint("order_id", "number"),
        CheckConstraint("number >= 1", name="number_positive"),
        CheckConstraint(
            "refund_amount IS NULL OR refund_amount BETWEEN 0 AND base", name="refund_within_base"
        ),
    )

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    # 1 is the first; what comes after a decision is an appeal, or a chargeback by the client's bank
    number: Mapped[int]
    opened_by: Mapped[str]
    opener_id: Mapped[UUID | None]
    reason: Mapped[str]
    media_ids: Mapped[list[Any]]
    base: Mapped[Money]
    refund_amount: Mapped[Money | None]
    note: Mapped[str | None]
    resolver_id: Mapped[UUID | None]
    resolved_at: Mapped[datetime | None]

    @property
    def is_appeal(self) -> bool:
        return self.number > 1 and self.opened_by != "system"

    @property
    def is_open(self) -> bool:
        return self.resolved_at is None

    def resolve(
        self, now: datetime, *, refund_amount: int, refunded: int, note: str, resolver_id: UUID
    ) -> None:
        """Decide how much goes back in all; raises RefundOutOfRange outside of what is possible."""
        if not refunded <= refund_amount <= self.base:
            raise RefundOutOfRange(
                f"Between {refunded} (refunded already) and {self.base}.",
                minimum=refunded,
                maximum=self.base,
            )
        self.refund_amount, self.note = refund_amount, note
        self.resolver_id, self.resolved_at = resolver_id, now
