"""A developer's webhook: where events go, which, and with what rights."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import Conflict, Forbidden, InvalidRequest, NotFound

PAUSE = timedelta(seconds=30)
"""After a failure the endpoint is left alone so long, whatever else waits for it."""
RETRIES = tuple(
    timedelta(seconds=seconds) for seconds in (10, 60, 300, 900, 1800, 3600, 7200, 14400)
)
"""Between attempts; the last one again and again, for a day."""
GIVEN_UP_AFTER = timedelta(days=1)
DISABLED_AFTER = timedelta(days=3)
LONGEST_EXCERPT = 1000


class WebhookNotFound(NotFound):
    title = "No such webhook"


class DeliveryNotFound(NotFound):
    title = "No such delivery"


class TooManyWebhooks(InvalidRequest):
    title = "You have as many webhooks as you may have"


class UnknownEventType(InvalidRequest):
    title = "There is no such event for developers"


class AllNotYours(Forbidden):
    title = "Only who may see everything can be told everything"


class WebhookDisabled(Conflict):
    title = "This webhook is disabled: enable it first"


class TooManyDeliveries(InvalidRequest):
    title = "These are too many deliveries at once: name a shorter time"


class Audience(StrEnum):
    """`own`: what the owner may see as a client or walker; `all`: everybody's, by permission."""

    OWN = "own"
    ALL = "all"


class DisabledReason(StrEnum):
    BY_OWNER = "by_owner"
    FAILED_TOO_LONG = "failed_too_long"
    OWNER_INACTIVE = "owner_inactive"


class Webhook(Record):
    """Secrets are sealed, not hashed: each body is signed with them."""

    __tablename__ = "webhooks"
    __table_args__ = (
        Index("ix_webhooks_live", "owner_id", postgresql_where=text("disabled_at IS NULL")),
    )

    owner_id: Mapped[UUID]
    # as last heard of: what his roles allow is looked up at each event
    owner_roles: Mapped[list[str]] = mapped_column(ARRAY(String))
    url: Mapped[str]
    event_types: Mapped[list[str]] = mapped_column(ARRAY(String))
    audience: Mapped[Audience]
    secret_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    old_secret_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    old_ends_at: Mapped[datetime | None]
    failing_since: Mapped[datetime | None]
    paused_until: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    disabled_reason: Mapped[DisabledReason | None]

    def rotate(self, sealed: bytes, *, now: datetime, overlap: timedelta) -> None:
        self.old_secret_sealed, self.old_ends_at = self.secret_sealed, now + overlap
        self.secret_sealed = sealed

    def sealed_secrets(self, now: datetime) -> list[bytes]:
        """Those that sign now, the newest first."""
        if self.old_secret_sealed and self.old_ends_at and self.old_ends_at > now:
            return [self.secret_sealed, self.old_secret_sealed]
        return [self.secret_sealed]

    def disable(self, now: datetime, reason: DisabledReason) -> None:
        if self.disabled_at is None:
            self.disabled_at, self.disabled_reason = now, reason

    def enable(self) -> None:
        self.disabled_at = self.disabled_reason = self.failing_since = self.paused_until = None

    def succeed(self) -> None:
        self.failing_since = self.paused_until = None

    def fail(self, now: datetime) -> bool:
        """True when that was one failure too many: it is disabled by it."""
        since = self.failing_since = self.failing_since or now
        self.paused_until = now + PAUSE
        is_over = self.disabled_at is None and now - since >= DISABLED_AFTER
        if is_over:
            self.disable(now, DisabledReason.FAILED_TOO_LONG)
        return is_over


class DeliveryState(StrEnum):
    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"


class Delivery(Record):
    """One event for one webhook; `event_id` is what consumers know repeats by."""

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        UniqueConstraint("webhook_id", "event_id"),
        Index("ix_webhook_deliveries_created_at", "created_at"),
    )

    webhook_id: Mapped[UUID] = mapped_column(ForeignKey("webhooks.id", ondelete="CASCADE"))
    event_id: Mapped[UUID]
    event_type: Mapped[str]
    occurred_at: Mapped[datetime]
    data: Mapped[dict[str, Any]]
    state: Mapped[DeliveryState] = mapped_column(default=DeliveryState.PENDING)
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime | None]
    give_up_at: Mapped[datetime]
    delivered_at: Mapped[datetime | None]
    answer_status: Mapped[int | None]
    answer_excerpt: Mapped[str | None]
    error: Mapped[str | None]
    duration_ms: Mapped[int | None]

    def begin(self, now: datetime) -> None:
        """Wait to be sent, for the first time or again."""
        self.state, self.attempts, self.delivered_at = DeliveryState.PENDING, 0, None
        self.next_attempt_at, self.give_up_at = now, now + GIVEN_UP_AFTER

    def note_answer(
        self, status: int | None, excerpt: str | None, error: str | None, ms: int
    ) -> None:
        self.attempts += 1
        self.answer_status, self.error, self.duration_ms = status, error, ms
        # PostgreSQL keeps no NUL in text
        self.answer_excerpt = excerpt.replace("\0", "")[:LONGEST_EXCERPT] if excerpt else excerpt

    def succeed(self, now: datetime) -> None:
        self.state, self.delivered_at, self.next_attempt_at = DeliveryState.DELIVERED, now, None

    def fail(self, now: datetime) -> None:
        """Try again later, or give up when its day is over."""
        self.postpone(now + RETRIES[min(self.attempts, len(RETRIES)) - 1])

    def postpone(self, until: datetime) -> None:
        if until > self.give_up_at:
            self.state, self.next_attempt_at = DeliveryState.FAILED, None
        else:
            self.next_attempt_at = until
