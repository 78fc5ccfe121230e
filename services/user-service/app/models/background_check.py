"""What somebody else found out about a walker, until when it holds, and what was looked at."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import Conflict, InvalidRequest, NotFound


class CheckNotFound(NotFound):
    title = "No such background check"


class CheckRevoked(Conflict):
    title = "The background check was revoked before"


class CheckInTheFuture(InvalidRequest):
    title = "A check has been made by now, and holds for some time from now"


class CheckLevel(StrEnum):
    BASIC = "basic"
    ENHANCED = "enhanced"


class CheckOutcome(StrEnum):
    PASSED = "passed"
    FAILED = "failed"


class BackgroundCheck(Record):
    """`scope` says in words what was looked at: locale → text. Never changed, only revoked."""

    __tablename__ = "background_checks"
    __table_args__ = (
        CheckConstraint("expires_at > checked_at", name="holds_for_some_time"),
        Index("ix_background_checks_walker_id_id", "walker_id", "id"),
    )

    walker_id: Mapped[UUID] = mapped_column(ForeignKey("walkers.id"))
    provider: Mapped[str]
    # the provider's own number of it
    reference: Mapped[str | None]
    level: Mapped[CheckLevel]
    outcome: Mapped[CheckOutcome]
    scope: Mapped[dict[str, Any]]
    checked_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    recorded_by: Mapped[UUID]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None]
    revoke_reason: Mapped[str | None]

    def holds(self, now: datetime) -> bool:
        return (
            self.outcome is CheckOutcome.PASSED
            and self.revoked_at is None
            and self.expires_at > now
        )

    def revoke(self, now: datetime, reviewer_id: UUID, reason: str) -> None:
        if self.revoked_at:
            raise CheckRevoked
        self.revoked_at, self.revoked_by, self.revoke_reason = now, reviewer_id, reason
