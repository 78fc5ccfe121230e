"""Money moved by hand: one person proposes it with a reason, another one agrees."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from app.models.base import Money, Record
from lapa_kit.problems import Conflict, NotFound


class AdjustmentNotFound(NotFound):
    title = "No such adjustment"


class AdjustmentDecided(Conflict):
    title = "This adjustment has been decided on"


class SecondPersonNeeded(Conflict):
    title = "Who proposed it cannot decide on it, nor can who it is for"


class AdjustmentState(StrEnum):
    PROPOSED = "proposed"
    POSTED = "posted"
    REJECTED = "rejected"


class Adjustment(Record):
    __tablename__ = "adjustments"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        CheckConstraint("decided_by IS DISTINCT FROM proposed_by", name="two_people"),
        CheckConstraint("(state = 'proposed') = (decided_by IS NULL)", name="decided_by_somebody"),
    )

    user_id: Mapped[UUID]
    # into the wallet when positive, out of it when negative
    amount: Mapped[Money]
    currency: Mapped[str]
    reason: Mapped[str]
    proposed_by: Mapped[UUID]
    state: Mapped[AdjustmentState]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]

    def decide(self, state: AdjustmentState, *, by: UUID, now: datetime) -> None:
        if self.state is not AdjustmentState.PROPOSED:
            raise AdjustmentDecided(f"It is {self.state}.", state=self.state.value)
        if by in (self.proposed_by, self.user_id):
            raise SecondPersonNeeded
        self.state, self.decided_by, self.decided_at = state, by, now
