"""An appeal against a suspension: said once, answered once, its status seen by both sides."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_contracts.user import AppealAgainst
from lapa_kit.problems import Conflict, NotFound


class AppealNotFound(NotFound):
    title = "No such appeal"


class NothingToAppeal(Conflict):
    title = "Nothing is suspended there"


class AppealIsOpen(Conflict):
    title = "An appeal is open already: it will be answered"


class AppealAnswered(Conflict):
    title = "The appeal has been answered"


class AppealStatus(StrEnum):
    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


class Appeal(Record):
    __tablename__ = "appeals"
    __table_args__ = (
        Index(
            "uq_appeals_open",
            "user_id",
            "against",
            unique=True,
            postgresql_where=text("status = 'open'"),
        ),
        Index("ix_appeals_user_id_id", "user_id", "id"),
        CheckConstraint("(status = 'open') = (answered_at IS NULL)", name="answer_has_a_moment"),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    against: Mapped[AppealAgainst]
    # the case whose suspension it is about; none: the account's
    verification_id: Mapped[UUID | None] = mapped_column(ForeignKey("verification_cases.id"))
    statement: Mapped[str]
    status: Mapped[AppealStatus] = mapped_column(default=AppealStatus.OPEN)
    answer: Mapped[str | None]
    answered_by: Mapped[UUID | None]
    answered_at: Mapped[datetime | None]

    def settle(self, status: AppealStatus, answer: str, reviewer_id: UUID, now: datetime) -> None:
        if self.status is not AppealStatus.OPEN:
            raise AppealAnswered
        self.status, self.answer, self.answered_by, self.answered_at = (
            status,
            answer,
            reviewer_id,
            now,
        )
