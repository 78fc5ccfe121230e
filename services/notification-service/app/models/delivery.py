"""How a message went out on one channel."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_contracts.notification import Channel, DeliveryState


class Delivery(Record):
    """One for each (what happened, recipient, channel). A code's recipient may be nobody yet."""

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("source", "recipient", "channel"),
        Index("ix_deliveries_state", "state", "channel"),
        CheckConstraint("attempts >= 0", name="attempts_count_up"),
    )

    source: Mapped[str]
    # a user's id; for a code to nobody yet, the code's
    recipient: Mapped[str]
    notification_id: Mapped[UUID | None] = mapped_column(ForeignKey("notifications.id"), index=True)
    user_id: Mapped[UUID | None]
    channel: Mapped[Channel]
    state: Mapped[DeliveryState]
    # why it failed or was not sent at all
    reason: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
    provider_answer: Mapped[str | None]
    sent_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    def turn(
        self, state: DeliveryState, *, reason: str | None = None, answer: str | None = None
    ) -> None:
        self.state, self.reason = state, reason
        self.provider_answer = answer[:500] if answer else self.provider_answer
        self.version += 1
