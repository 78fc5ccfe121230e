"""The audit log: each record's hash covers the one before, so that none can be changed or taken out unseen."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import BigInteger, Index, LargeBinary, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.audit import Outcome

FIRST_HASH = bytes(32)


class AuditRecord(Base):
    """A trigger refuses UPDATE, DELETE and TRUNCATE; `seq` counts from 1 without gaps."""

    __tablename__ = "audit_log"
    __table_args__ = (
        Index("ix_audit_log_actor_id", "actor_id", "seq"),
        Index("ix_audit_log_subject_id", "subject_id", "seq"),
    )

    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    id: Mapped[UUID] = mapped_column(unique=True)
    at: Mapped[datetime] = mapped_column(index=True)
    service: Mapped[str]
    # nobody: the platform itself
    actor_id: Mapped[UUID | None]
    action: Mapped[str]
    route: Mapped[str | None]
    permissions: Mapped[list[Any]]
    outcome: Mapped[Outcome]
    subject_id: Mapped[UUID | None]
    subjects: Mapped[dict[str, Any]]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    reason: Mapped[str | None]
    request_id: Mapped[str | None]
    hash: Mapped[bytes] = mapped_column(LargeBinary)

    def chained_to(self, previous: bytes) -> bytes:
        """The hash this record must have after `previous`."""
        facts = {name: getattr(self, name) for name in _HASHED}
        facts["at"] = self.at.astimezone(UTC).isoformat()
        return sha256(
            previous + orjson.dumps(facts, default=str, option=orjson.OPT_SORT_KEYS)
        ).digest()


_HASHED = (
    "seq",
    "id",
    "at",
    "service",
    "actor_id",
    "action",
    "route",
    "permissions",
    "outcome",
    "subject_id",
    "subjects",
    "before",
    "after",
    "reason",
    "request_id",
)


class AuditHead(Base):
    """The one row that says how far the log has come: cutting off its end is seen too."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[bytes] = mapped_column(LargeBinary)
