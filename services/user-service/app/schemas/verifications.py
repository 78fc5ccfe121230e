"""Documents handed in and decisions on them over HTTP."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from app.models.verification import (
    OPEN_STATES,
    State,
    VerificationCase,
    VerificationDocument,
    VerificationStep,
)
from app.schemas.background_checks import CheckCard
from app.schemas.values import PRINTABLE_LINES, Schema, Utc
from app.services.requirements import Missing
from app.services.verifications import Standing
from lapa_contracts.user import DocumentType, Verification

Reason = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=1000, pattern=PRINTABLE_LINES
    ),
]
Stage = Literal["draft", "submitted", "in_review", "needs_info", "decided", "suspended"]
CaseStatus = Literal["pending", "approved", "rejected", "expired"]


def _stage_of(state: State) -> str:
    is_told = state in OPEN_STATES or state is State.SUSPENDED
    return state.value if is_told else "decided"


def _status_of(state: State) -> str:
    return "pending" if _stage_of(state) != "decided" else state.value


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


class StepRead(Schema):
    """One move: `state` is what it became."""

    at: Utc
    state: State
    reason: str | None
    reason_code: str | None

    @classmethod
    def of(cls, step: VerificationStep) -> "StepRead":
        return cls.model_validate(step)


class ReviewStepRead(StepRead):
    """With who did it: nobody is the platform itself."""

    actor_id: UUID | None

    @classmethod
    def of(cls, step: VerificationStep) -> "ReviewStepRead":
        return cls.model_validate(step)


class MissingRead(Schema):
    """A document of one of the kinds in `any_of`; the quiz, not before `retry_at`; or a background check."""

    what: Literal["document", "quiz", "background_check"]
    any_of: list[DocumentType]
    quiz_retry_at: Utc | None

    @classmethod
    def of(cls, missing: Missing) -> "MissingRead":
        facts = {"what": missing.what, "any_of": missing.any_of, "quiz_retry_at": missing.from_}
        return cls.model_validate(facts)


class StandingRead(Schema):
    """`status` is what counts now; `stage`, `documents`, `steps` and `reason` are of the newest case."""

    status: Verification
    stage: Stage
    verified_until: Utc | None
    documents: list[DocumentRead]
    reason: str | None
    missing: list[MissingRead]
    steps: list[StepRead]
    # the median of the recent ones; null when there are too few to tell
    usual_wait_hours: float | None
    background_check: CheckCard | None

    @classmethod
    def of(cls, standing: Standing) -> "StandingRead":
        case, walker, wait = standing.case, standing.walker, standing.usual_wait
        return cls.model_validate(
            {
                "status": standing.status,
                "stage": _stage_of(case.state) if case else State.DRAFT,
                "verified_until": walker.verified_until if walker else None,
                "documents": [DocumentRead.of(one) for one in case.documents] if case else [],
                "reason": case.reason if case else None,
                "missing": [MissingRead.of(one) for one in standing.missing],
                "steps": [StepRead.of(one) for one in case.steps] if case else [],
                "usual_wait_hours": round(wait.total_seconds() / 3600, 1) if wait else None,
                "background_check": CheckCard.of(standing.check),
            }
        )


class VerificationRead(Schema):
    """`full_name` is to be found in the documents; `first_reviewer_id`: approved once, waits for a second reviewer."""

    id: UUID
    user_id: UUID
    full_name: str
    status: CaseStatus
    stage: Stage
    documents: list[DocumentRead]
    reason: str | None
    asked_for: list[DocumentType]
    reviewer_id: UUID | None
    taken_up_at: Utc | None
    first_reviewer_id: UUID | None
    submitted_at: Utc | None
    decided_at: Utc | None
    purge_at: Utc | None
    steps: list[ReviewStepRead]

    @classmethod
    def of(cls, case: VerificationCase) -> "VerificationRead":
        made = {
            "status": _status_of(case.state),
            "stage": _stage_of(case.state),
            "documents": [DocumentRead.of(one) for one in case.documents],
            "steps": [ReviewStepRead.of(one) for one in case.steps],
        }
        columns = {name: getattr(case, name) for name in cls.model_fields if name not in made}
        return cls.model_validate(columns | made)


class HandedIn(Schema):
    """What has become of the documents; `stage` is draft while something is missing."""

    id: UUID
    user_id: UUID
    status: CaseStatus
    stage: Stage
    documents: list[DocumentRead]
    reason: str | None
    submitted_at: Utc | None

    @classmethod
    def of(cls, case: VerificationCase) -> "HandedIn":
        made = {
            "status": _status_of(case.state),
            "stage": _stage_of(case.state),
            "documents": [DocumentRead.of(one) for one in case.documents],
        }
        columns = {name: getattr(case, name) for name in cls.model_fields if name not in made}
        return cls.model_validate(columns | made)


class Approval(Schema):
    reason: Reason | None = None


class Justified(Schema):
    reason: Reason


class Question(Justified):
    """`missing` names the documents still wanted; without any, one of any kind is an answer."""

    missing: list[DocumentType] = Field(default=[], max_length=5)


class Rejection(Justified):
    """`reason` is shown to the walker; `reason_code` goes to other services."""

    reason_code: Literal["unreadable", "mismatch", "expired", "not_accepted", "other"] = "other"


class Suspension(Justified):
    reason_code: Literal["complaint", "incident", "documents", "other"] = "other"
