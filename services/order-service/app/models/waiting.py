"""Waiting at the door: the evidence that a client did not come."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import Conflict

WAITED_AT_LEAST = timedelta(minutes=10)
ATTEMPTS_AT_LEAST = 2
# ringing twice in one minute is one attempt
BETWEEN_ATTEMPTS = timedelta(minutes=1)


class ContactChannel(StrEnum):
    DOORBELL = "doorbell"
    CALL = "call"
    MESSAGE = "message"


class NoShowNotProven(Conflict):
    """Says in `missing` what is not there yet, and in `earliest_at` when the waiting is long enough."""

    title = "The client's absence is not proven yet"


class AttemptTooSoon(Conflict):
    title = "Give the client a minute to answer"


class ContactAttempt(Record):
    __tablename__ = "contact_attempts"

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), index=True)
    walker_id: Mapped[UUID]
    channel: Mapped[ContactChannel]
    at: Mapped[datetime]
    proof: Mapped[str]


def waiting_since(arrived_at: datetime, scheduled_at: datetime) -> datetime:
    """Who comes early waits from the agreed start only."""
    return max(arrived_at, scheduled_at)
