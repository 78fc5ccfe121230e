"""The kit's own tables, which every service carries in its schema."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, LargeBinary, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from lapa_kit.db import Base


class OutboxRow(Base):
    """An event said in a transaction; the relay carries it to the transport after the commit."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_unpublished", "seq", postgresql_where=text("published_at IS NULL")),
        Index("ix_outbox_published_at", "published_at"),
    )

    seq: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    type: Mapped[str]
    key: Mapped[str]
    payload: Mapped[dict[str, Any]] = mapped_column(JSONB)
    headers: Mapped[dict[str, Any]] = mapped_column(JSONB)
    created_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    position: Mapped[str | None]


class InboxRow(Base):
    """An event already taken; its presence makes every redelivery a no-op."""

    __tablename__ = "inbox"

    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    taken_at: Mapped[datetime] = mapped_column(index=True)


class FailedEventRow(Base):
    """An event whose handler failed; after the last attempt `dead_at` is set and an operator decides."""

    __tablename__ = "failed_events"

    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    envelope: Mapped[dict[str, Any]] = mapped_column(JSONB)
    attempts: Mapped[int]
    error: Mapped[str]
    failed_at: Mapped[datetime]
    dead_at: Mapped[datetime | None] = mapped_column(index=True)


class JobRow(Base):
    """Something to do, now or later; deleted in the transaction that does it."""

    __tablename__ = "jobs"
    __table_args__ = (Index("ix_jobs_due", "due_at", postgresql_where=text("dead_at IS NULL")),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str | None] = mapped_column(unique=True)
    payload: Mapped[dict[str, Any]] = mapped_column(JSONB)
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    # a lease in real time: a worker that dies loses it, and another takes the job
    leased_until: Mapped[datetime | None]
    error: Mapped[str | None]
    dead_at: Mapped[datetime | None]


class IdempotencyRow(Base):
    """The answer a caller got for his Idempotency-Key, kept in the transaction that earned it."""

    __tablename__ = "idempotency_keys"

    caller: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    request_hash: Mapped[str]
    status: Mapped[int | None]
    content_type: Mapped[str | None]
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(index=True)
