"""Money on its way out of a walker's wallet: where it goes, how far it has come, and what keeps it back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Money, Record
from lapa_contracts.payment import PayoutState
from lapa_kit.problems import Conflict, Forbidden, InvalidRequest, NotFound

S = PayoutState
UNDER_WAY = (S.SENT, S.RECONCILING)


class PayoutNotFound(NotFound):
    title = "No such payout"


class DestinationNotFound(NotFound):
    title = "No such payout destination"


class PayoutsAreForWalkers(Forbidden):
    title = "Only walkers are paid out"


class BelowMinimum(InvalidRequest):
    title = "That is less than the least that is paid out"


class NotPayable(InvalidRequest):
    title = "That is more than can be paid out now"


class PayoutDecided(Conflict):
    title = "This payout does not wait for a decision"


class AnotherPersonNeeded(Conflict):
    title = "Another person must decide on this"


class Destination(Record):
    """A bank account or card as its provider knows it: a token, never a number."""

    __tablename__ = "payout_destinations"
    __table_args__ = (Index("ix_payout_destinations_user_id_id", "user_id", "id"),)

    user_id: Mapped[UUID]
    provider: Mapped[str]
    token: Mapped[str]
    label: Mapped[str]
    # a changed destination may be a thief's: nothing goes out until its owner had time to hear of it
    usable_from: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class Payout(Record):
    __tablename__ = "payouts"
    __table_args__ = (
        CheckConstraint("amount > 0", name="amount_positive"),
        CheckConstraint("fee BETWEEN 0 AND amount", name="fee_within_amount"),
        # a run pays each walker once; those that were asked for belong to none
        UniqueConstraint("user_id", "run_on"),
        Index("ix_payouts_user_id_id", "user_id", "id"),
    )

    user_id: Mapped[UUID]
    destination_id: Mapped[UUID]
    provider: Mapped[str]
    # what he calls it, once he has said so
    provider_id: Mapped[str | None]
    # leaves the wallet; the fee stays with the platform, the rest arrives
    amount: Mapped[Money]
    fee: Mapped[Money]
    currency: Mapped[str]
    is_instant: Mapped[bool]
    # the day whose run made it; nobody asked for it
    run_on: Mapped[date | None]
    state: Mapped[PayoutState]
    approvals: Mapped[list[Any]] = mapped_column(default=list)
    reason: Mapped[str | None]
    failure_code: Mapped[str | None]
    expected_on: Mapped[date]
    sent_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    def approve(self, by: UUID, *, needed: int) -> None:
        """Once so many different people, none of them the walker, have agreed it may go out."""
        self._awaits_decision(by)
        if str(by) in self.approvals:
            raise AnotherPersonNeeded
        self.approvals = [*self.approvals, str(by)]
        if len(self.approvals) >= needed:
            self.move(S.APPROVED)

    def reject(self, by: UUID, reason: str, now: datetime) -> None:
        self._awaits_decision(by)
        self.reason, self.settled_at = reason, now
        self.move(S.REJECTED)

    def _awaits_decision(self, by: UUID) -> None:
        if self.state is not S.REQUESTED:
            raise PayoutDecided(f"It is {self.state}.", state=self.state.value)
        if by == self.user_id:
            raise AnotherPersonNeeded

    def send(self, now: datetime) -> None:
        self.sent_at = now
        self.move(S.SENT)

    def end(self, state: PayoutState, now: datetime, code: str | None = None) -> None:
        self.settled_at, self.failure_code = now, code
        self.move(state)

    def move(self, to: PayoutState) -> None:
        self.state = to
        self.version += 1


class PayoutBlock(Base):
    """Why nothing goes out to somebody, by the newest word of it: his suspension."""

    __tablename__ = "payout_blocks"

    key: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(index=True)
    is_on: Mapped[bool]
    version: Mapped[int]


class MarketTerms(Base):
    """When and from what sum on a market pays its walkers."""

    __tablename__ = "market_terms"

    code: Mapped[str] = mapped_column(primary_key=True)
    currency: Mapped[str] = mapped_column(index=True)
    delay_days: Mapped[int]
    minimum: Mapped[Money]
    version: Mapped[int]


@dataclass(frozen=True, slots=True)
class Due:
    """What can be paid out now, and what will be from which day on."""

    payable: int
    upcoming: list[tuple[date, int]]
    owed: int
    minimum: int
    currency: str
    expected_on: date


def arrives_on(sent: date, *, is_instant: bool) -> date:
    """An instant payout the same day, another one the next day that banks work."""
    if is_instant:
        return sent
    day = sent + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day
