"""Leaving, as it crosses HTTP."""

from typing import Any
from uuid import UUID

from pydantic import AwareDatetime, Field

from app.models.erasure import Erasure, ErasureReceipt, ErasureStatus
from app.schemas.values import Schema


class LeaveBody(Schema):
    """Who has no password must have signed in just now; `waive` names what is left behind, such as `wallet_not_empty`."""

    current_password: str | None = Field(default=None, min_length=1, max_length=200)
    waive: list[str] = Field(default=[], max_length=10)


class ErasureRead(Schema):
    """What the person himself, who has no account any more, may still look at."""

    erasure_id: UUID
    status: ErasureStatus
    requested_at: AwareDatetime
    due_at: AwareDatetime
    completed_at: AwareDatetime | None

    @classmethod
    def of(cls, erasure: Erasure) -> "ErasureRead":
        return cls(
            erasure_id=erasure.id,
            status=erasure.status,
            requested_at=erasure.requested_at,
            due_at=erasure.due_at,
            completed_at=erasure.completed_at,
        )


class KeptRead(Schema):
    what: str
    why: str
    until: AwareDatetime | None


class ReceiptRead(Schema):
    """Rows erased or pseudonymised by table, and what is kept."""

    service: str
    received_at: AwareDatetime
    erased: dict[str, int]
    kept: list[KeptRead]


class ErasureReport(ErasureRead):
    user_id: UUID
    receipts: list[ReceiptRead]
    missing: list[str]


def receipt_of(row: ErasureReceipt) -> ReceiptRead:
    kept: list[dict[str, Any]] = row.kept
    return ReceiptRead(
        service=row.service,
        received_at=row.received_at,
        erased=row.erased,
        kept=[KeptRead.model_validate(one) for one in kept],
    )
