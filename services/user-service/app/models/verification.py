"""The verification of a walker: one state machine from the first document to its end."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from app.models.base import Record
from app.models.user import User
from lapa_contracts.user import DocumentType
from lapa_kit.ids import new_id
from lapa_kit.problems import Conflict, InvalidRequest, NotFound


class VerificationNotFound(NotFound):
    title = "No such verification"


class InvalidTransition(Conflict):
    title = "The verification is not in a state for that"


class OwnVerification(Conflict):
    title = "Nobody decides on his own documents"


class ReviewTaken(Conflict):
    title = "Another reviewer is looking at it"


class SecondReviewerNeeded(Conflict):
    title = "Another reviewer has to approve it too"


class VerificationIsSuspended(Conflict):
    title = "The verification is suspended: appeal instead"


class DocumentUsedBefore(InvalidRequest):
    title = "A file was handed in before: send a new one"


class State(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    NEEDS_INFO = "needs_info"
    APPROVED = "approved"
    REJECTED = "rejected"
    EXPIRED = "expired"
    SUSPENDED = "suspended"


S = State
TRANSITIONS: dict[State, frozenset[State]] = {
    S.DRAFT: frozenset({S.SUBMITTED, S.REJECTED}),
    S.SUBMITTED: frozenset({S.SUBMITTED, S.IN_REVIEW, S.NEEDS_INFO, S.APPROVED, S.REJECTED}),
    S.IN_REVIEW: frozenset({S.IN_REVIEW, S.NEEDS_INFO, S.APPROVED, S.REJECTED}),
    S.NEEDS_INFO: frozenset({S.SUBMITTED, S.APPROVED, S.REJECTED}),
    S.APPROVED: frozenset({S.SUSPENDED, S.EXPIRED}),
    S.SUSPENDED: frozenset({S.APPROVED, S.EXPIRED}),
    S.REJECTED: frozenset(),
    S.EXPIRED: frozenset(),
}
OPEN_STATES = (S.DRAFT, S.SUBMITTED, S.IN_REVIEW, S.NEEDS_INFO)
# what reviewers have before them
WAITING_STATES = (S.SUBMITTED, S.IN_REVIEW, S.NEEDS_INFO)
# what a walker's standing rests on
VALID_STATES = (S.APPROVED, S.SUSPENDED)


def _any_of(states: Iterable[State]) -> str:
    return ", ".join(f"'{state.value}'" for state in states)


class VerificationDocument(Record):
    __tablename__ = "verification_documents"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("verification_cases.id"), index=True)
    document_type: Mapped[DocumentType]
    media_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))


class VerificationStep(Record):
    """One move of the machine, as it is told to the walker; `actor_id` only to reviewers."""

    __tablename__ = "verification_steps"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("verification_cases.id"), index=True)
    at: Mapped[datetime]
    state: Mapped[State]
    # nobody: the platform itself
    actor_id: Mapped[UUID | None]
    reason: Mapped[str | None]
    reason_code: Mapped[str | None]


class VerificationCase(Record):
    """At most one open case a person, and one that holds; documents join the open one."""

    __tablename__ = "verification_cases"
    __table_args__ = (
        Index(
            "uq_verification_cases_open",
            "user_id",
            unique=True,
            postgresql_where=text(f"state IN ({_any_of(OPEN_STATES)})"),
        ),
        Index(
            "uq_verification_cases_valid",
            "user_id",
            unique=True,
            postgresql_where=text(f"state IN ({_any_of(VALID_STATES)})"),
        ),
        Index("ix_verification_cases_state_id", "state", "id"),
        CheckConstraint(
            f"(state IN ({_any_of(OPEN_STATES)})) = (decided_at IS NULL)",
            name="decided_has_a_moment",
        ),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    # what the documents are compared with
    full_name: Mapped[str] = column_property(
        select(User.full_name).where(User.id == user_id).scalar_subquery(), expire_on_flush=False
    )
    state: Mapped[State] = mapped_column(default=State.DRAFT)
    reason: Mapped[str | None]
    # kinds of documents a reviewer still wants to see
    asked_for: Mapped[list[str]] = mapped_column(ARRAY(String), default=list)
    reviewer_id: Mapped[UUID | None]
    taken_up_at: Mapped[datetime | None]
    # where two must agree: who approved first
    first_reviewer_id: Mapped[UUID | None]
    submitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    purge_at: Mapped[datetime | None]
    documents: Mapped[list[VerificationDocument]] = relationship(
        lazy="selectin", order_by=VerificationDocument.id
    )
    steps: Mapped[list[VerificationStep]] = relationship(
        lazy="selectin", order_by=VerificationStep.id
    )

    @property
    def media_ids(self) -> list[UUID]:
        return [media_id for document in self.documents for media_id in document.media_ids]

    @property
    def has_first_approval(self) -> bool:
        return self.first_reviewer_id is not None

    def add_document(
        self, document_type: DocumentType, media_ids: list[UUID], now: datetime
    ) -> None:
        """Raises InvalidTransition while somebody looks at those that are there."""
        if self.state is not S.DRAFT:
            self._check(S.SUBMITTED)
        document = VerificationDocument(
            id=new_id(), document_type=document_type, media_ids=media_ids
        )
        self.documents.append(document)
        self.updated_at = now
        self.asked_for = [kind for kind in self.asked_for if kind != document_type.value]

    def submit(self, now: datetime) -> None:
        self._move(S.SUBMITTED, now, self.user_id)
        self.submitted_at, self.reason, self.first_reviewer_id = now, None, None

    def take_up(self, reviewer_id: UUID, now: datetime) -> None:
        self._move(S.IN_REVIEW, now, reviewer_id)
        self.reviewer_id, self.taken_up_at = reviewer_id, now

    def ask(
        self, reviewer_id: UUID, now: datetime, reason: str, missing: list[DocumentType]
    ) -> None:
        self._move(S.NEEDS_INFO, now, reviewer_id, reason)
        self.reviewer_id, self.reason, self.first_reviewer_id = reviewer_id, reason, None
        self.asked_for = [kind.value for kind in dict.fromkeys(missing)]

    def approve_first(self, reviewer_id: UUID, now: datetime) -> None:
        """Half of a decision: it waits for another reviewer. Raises InvalidTransition."""
        self._check(S.APPROVED)
        self._move(S.IN_REVIEW, now, reviewer_id)
        self.first_reviewer_id, self.reviewer_id, self.taken_up_at = reviewer_id, None, None

    def decide(
        self,
        state: State,
        now: datetime,
        *,
        actor_id: UUID | None,
        reason: str | None,
        reason_code: str | None,
        purge_at: datetime,
    ) -> None:
        self._move(state, now, actor_id, reason, reason_code)
        self.reviewer_id, self.reason, self.asked_for = actor_id, reason, []
        self.decided_at, self.purge_at = now, purge_at

    def change_validity(
        self,
        state: State,
        now: datetime,
        *,
        actor_id: UUID | None,
        reason: str | None,
        reason_code: str | None = None,
    ) -> None:
        """Suspended, reinstated or at its end."""
        if self.state in OPEN_STATES:
            raise InvalidTransition(f"It is {self.state.value} now.")
        self._move(state, now, actor_id, reason, reason_code)
        self.reason = reason

    def check_hold(self, reviewer_id: UUID, now: datetime, lease: timedelta) -> None:
        """Raises ReviewTaken while it is before another reviewer's eyes."""
        is_held = (
            self.state is S.IN_REVIEW
            and self.reviewer_id not in (None, reviewer_id)
            and self.taken_up_at is not None
            and self.taken_up_at + lease > now
        )
        if is_held:
            raise ReviewTaken

    def _check(self, to: State) -> None:
        if to not in TRANSITIONS[self.state]:
            raise InvalidTransition(f"It is {self.state.value} now.", state=self.state.value)

    def _move(
        self,
        to: State,
        now: datetime,
        actor_id: UUID | None,
        reason: str | None = None,
        reason_code: str | None = None,
    ) -> None:
        self._check(to)
        self.state = to
        step = VerificationStep(
            id=new_id(), at=now, state=to, actor_id=actor_id, reason=reason, reason_code=reason_code
        )
        self.steps.append(step)
