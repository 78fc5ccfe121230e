"""The audit log as it crosses HTTP."""

from typing import Any
from uuid import UUID

from app.models.audit import AuditRecord
from app.queries.audit import Verdict
from app.schemas.values import Schema, Utc
from lapa_kit.audit import Outcome


class AuditRead(Schema):
    """`hash` (hexadecimal) covers this record and the hash of the one before."""

    seq: int
    id: UUID
    at: Utc
    service: str
    actor_id: UUID | None
    action: str
    route: str | None
    permissions: list[str]
    outcome: Outcome
    subject_id: UUID | None
    subjects: dict[str, str]
    before: dict[str, Any]
    after: dict[str, Any]
    reason: str | None
    request_id: str | None
    hash: str

    @classmethod
    def of(cls, record: AuditRecord) -> "AuditRead":
        facts = {name: getattr(record, name) for name in cls.model_fields if name != "hash"}
        return cls(**facts, hash=record.hash.hex())


class AuditVerdict(Schema):
    """`head` is what to write down elsewhere, so that a whole new chain would be noticed too."""

    is_intact: bool
    entries: int
    head: str
    broken_at: int | None

    @classmethod
    def of(cls, verdict: Verdict) -> "AuditVerdict":
        return cls(
            is_intact=verdict.is_intact,
            entries=verdict.entries,
            head=verdict.head.hex(),
            broken_at=verdict.broken_at,
        )
