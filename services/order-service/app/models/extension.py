"""More time for a walk under way: one side proposes it, the other one decides."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Money, Record
from lapa_kit.problems import Conflict, InvalidRequest, NotFound

LONGEST_MINUTES = 720
LIFE = timedelta(minutes=5)


class ExtensionState(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"


class ExtensionNotFound(NotFound):
    title = "No such proposal"


class ExtensionClosed(Conflict):
    title = "The proposal is no longer open"


class ExtensionPending(Conflict):
    title = "Another proposal is still open"


class OwnProposal(Conflict):
    title = "The other side decides on it"


class WalkTooLong(InvalidRequest):
    title = "A walk is at most twelve hours long"


class Extension(Record):
    __tablename__ = "extensions"
    __table_args__ = (
        Index(
            "uq_extensions_open",
            "order_id",
            unique=True,
            postgresql_where=text("state = 'proposed'"),
        ),
    )

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), index=True)
    # client or walker
    proposed_by: Mapped[str]
    minutes: Mapped[int]
    # by how much the price grows, as both were shown it
    amount: Mapped[Money]
    state: Mapped[ExtensionState] = mapped_column(default=ExtensionState.PROPOSED)
    expires_at: Mapped[datetime]

    def is_open(self, now: datetime) -> bool:
        return self.state is ExtensionState.PROPOSED and now < self.expires_at

    def answer(self, to: ExtensionState, now: datetime, *, by: str) -> None:
        """Raises OwnProposal or ExtensionClosed."""
        if by == self.proposed_by:
            raise OwnProposal
        if not self.is_open(now):
            raise ExtensionClosed
        self.state = to
