"""Money that a person's bank has taken back from us through the provider, and who bears it."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Money, Record
from app.providers.provider import Stage


class Chargeback(Record):
    __tablename__ = "chargebacks"
    __table_args__ = (
        UniqueConstraint("provider", "provider_id"),
        CheckConstraint("amount > 0", name="amount_positive"),
        CheckConstraint("recovered BETWEEN 0 AND amount", name="recovered_within_amount"),
        CheckConstraint(
            "(payment_id IS NULL) <> (topup_id IS NULL)", name="of_a_payment_or_a_topup"
        ),
    )

    provider: Mapped[str]
    # what he calls it
    provider_id: Mapped[str]
    payment_id: Mapped[UUID | None] = mapped_column(ForeignKey("payments.id"), index=True)
    topup_id: Mapped[UUID | None] = mapped_column(ForeignKey("topups.id"), index=True)
    amount: Mapped[Money]
    currency: Mapped[str]
    stage: Mapped[Stage]
    # what those who had got the money have given up for it
    recovered: Mapped[Money] = mapped_column(default=0)

    @property
    def outstanding(self) -> int:
        """What the platform bears of it so far."""
        return 0 if self.stage is Stage.WON else self.amount - self.recovered
