"""One try at the safety quiz: what was drawn, what was answered, how it ended."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import Conflict, InvalidRequest, NotFound


class QuizNotFound(NotFound):
    title = "No such quiz"


class QuizNotOpen(Conflict):
    title = "This try is over: draw new questions"


class QuizRetryLater(Conflict):
    title = "The quiz may be tried again later"


class QuizIncomplete(InvalidRequest):
    title = "Each question wants one of its own answers"


class QuizAttempt(Record):
    """`questions` are the ids drawn, of the text's `version`; `answers` the ids chosen."""

    __tablename__ = "quiz_attempts"
    __table_args__ = (Index("ix_quiz_attempts_walker_id_id", "walker_id", "id"),)

    walker_id: Mapped[UUID] = mapped_column(ForeignKey("walkers.id"))
    version: Mapped[int]
    questions: Mapped[list[Any]]
    answers: Mapped[dict[str, Any] | None]
    score: Mapped[int | None]
    passed: Mapped[bool | None]
    # too late after that
    closes_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]

    def is_open(self, now: datetime) -> bool:
        return self.answered_at is None and self.closes_at > now

    def retry_at(self, wait: timedelta) -> datetime | None:
        """When a failed try may be followed by another; one that ran out counts as failed."""
        if self.passed:
            return None
        return (self.answered_at or self.closes_at) + wait

    def answer(self, now: datetime, answers: dict[str, str], *, score: int, passed: bool) -> None:
        if not self.is_open(now):
            raise QuizNotOpen
        self.answers, self.score, self.passed, self.answered_at = answers, score, passed, now
