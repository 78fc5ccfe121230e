"""Documents handed in and decisions on them over HTTP."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from app.models.verification import Stage, VerificationCase, VerificationDocument
from app.schemas.values import PRINTABLE_LINES, Schema, Utc
from app.services.verifications import Standing
from lapa_contracts.user import DocumentType, Verification

Reason = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=1000, pattern=PRINTABLE_LINES
    ),
]


class DocumentsCreate(Schema):
    document_type: DocumentType
    media_ids: list[UUID] = Field(min_length=1, max_length=10)


class DocumentRead(Schema):
    document_type: DocumentType
    media_ids: list[UUID]
    submitted_at: Utc

    @classmethod
    def of(cls, document: VerificationDocument) -> "DocumentRead":
        return cls(
            document_type=document.document_type,
            media_ids=document.media_ids,
            submitted_at=document.created_at,
        )


class StandingRead(Schema):
    """`status` is what counts now; `stage`, `documents` and `reason` are of the newest case."""

    status: Verification
    stage: Stage
    verified_until: Utc | None
    documents: list[DocumentRead]
    reason: str | None

    @classmethod
    def of(cls, standing: Standing) -> "StandingRead":
        case, walker = standing.case, standing.walker
        return cls(
            status=standing.status,
            stage=case.stage if case else Stage.DRAFT,
            verified_until=walker.verified_until if walker else None,
            documents=[DocumentRead.of(one) for one in case.documents] if case else [],
            reason=case.reason if case else None,
        )


class VerificationRead(Schema):
    id: UUID
    user_id: UUID
    status: Literal["pending", "approved", "rejected"]
    stage: Stage
    documents: list[DocumentRead]
    reason: str | None
    reviewer_id: UUID | None
    submitted_at: Utc | None
    decided_at: Utc | None
    purge_at: Utc | None

    @classmethod
    def of(cls, case: VerificationCase) -> "VerificationRead":
        names = [name for name in cls.model_fields if name != "documents"]
        columns = {name: getattr(case, name) for name in names}
        documents = [DocumentRead.of(one) for one in case.documents]
        return cls.model_validate({**columns, "documents": documents})


class Approval(Schema):
    reason: Reason | None = None


class Question(Schema):
    reason: Reason


class Rejection(Question):
    """`reason` is shown to the walker; `reason_code` goes to other services."""

    reason_code: Literal["unreadable", "mismatch", "expired", "not_accepted", "other"] = "other"
