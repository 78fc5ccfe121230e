"""The verification of a walker: documents handed in, looked at, decided."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Record
from lapa_contracts.user import DocumentType
from lapa_kit.problems import Conflict, NotFound


class VerificationNotFound(NotFound):
    title = "No such verification"


class InvalidTransition(Conflict):
    title = "The verification is not in a state for that"


class OwnVerification(Conflict):
    title = "Nobody decides on his own documents"


class Stage(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    NEEDS_INFO = "needs_info"
    DECIDED = "decided"


class Decision(StrEnum):
    APPROVED = "approved"
    REJECTED = "rejected"


TRANSITIONS: dict[Stage, frozenset[Stage]] = {
    Stage.DRAFT: frozenset({Stage.SUBMITTED}),
    Stage.SUBMITTED: frozenset({Stage.SUBMITTED, Stage.IN_REVIEW, Stage.NEEDS_INFO, Stage.DECIDED}),
    Stage.IN_REVIEW: frozenset({Stage.IN_REVIEW, Stage.NEEDS_INFO, Stage.DECIDED}),
    Stage.NEEDS_INFO: frozenset({Stage.SUBMITTED, Stage.DECIDED}),
    Stage.DECIDED: frozenset(),
}
OPEN_STAGES = (Stage.SUBMITTED, Stage.IN_REVIEW, Stage.NEEDS_INFO)


class VerificationDocument(Record):
    __tablename__ = "verification_documents"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("verification_cases.id"), index=True)
    document_type: Mapped[DocumentType]
    media_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))


class VerificationCase(Record):
    """At most one open case a person; more documents join it until it is decided."""

    __tablename__ = "verification_cases"
    __table_args__ = (
        Index(
            "uq_verification_cases_open",
            "user_id",
            unique=True,
            postgresql_where=text("stage <> 'decided'"),
        ),
        Index("ix_verification_cases_stage_id", "stage", "id"),
        CheckConstraint(
            "(stage = 'decided') = (decision IS NOT NULL)", name="decided_has_a_decision"
        ),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    stage: Mapped[Stage] = mapped_column(default=Stage.DRAFT)
    decision: Mapped[Decision | None]
    reason: Mapped[str | None]
    reviewer_id: Mapped[UUID | None]
    submitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    purge_at: Mapped[datetime | None]
    documents: Mapped[list[VerificationDocument]] = relationship(
        lazy="selectin", order_by=VerificationDocument.id
    )

    @property
    def media_ids(self) -> list[UUID]:
        return [media_id for document in self.documents for media_id in document.media_ids]

    @property
    def status(self) -> str:
        """`pending`, `approved` or `rejected`."""
        return self.decision.value if self.decision else "pending"

    def submit(self, now: datetime) -> None:
        self._move(Stage.SUBMITTED)
        self.submitted_at, self.reason = now, None

    def take_up(self, reviewer_id: UUID) -> None:
        self._move(Stage.IN_REVIEW)
        self.reviewer_id = reviewer_id

    def ask(self, reviewer_id: UUID, reason: str) -> None:
        self._move(Stage.NEEDS_INFO)
        self.reviewer_id, self.reason = reviewer_id, reason

    def decide(
        self,
        decision: Decision,
        reviewer_id: UUID,
        now: datetime,
        *,
        reason: str | None,
        purge_at: datetime,
    ) -> None:
        self._move(Stage.DECIDED)
        self.decision, self.reason, self.reviewer_id = decision, reason, reviewer_id
        self.decided_at, self.purge_at = now, purge_at

    def _move(self, stage: Stage) -> None:
        if stage not in TRANSITIONS[self.stage]:
            raise InvalidTransition(f"It is {self.stage.value} now.")
        self.stage = stage
