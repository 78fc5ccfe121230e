"""The safety quiz over HTTP: questions without answers, answers without mercy."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.models.quiz import QuizAttempt
from app.quiz import QUESTIONS
from app.schemas.values import Schema, Utc
from app.services.quizzes import QuizStanding

Id = Annotated[str, Field(min_length=1, max_length=40)]


class OptionRead(Schema):
    id: str
    text: dict[str, str]


class QuestionRead(Schema):
    """Texts for each locale."""

    id: str
    text: dict[str, str]
    options: list[OptionRead]

    @classmethod
    def of(cls, question_id: str) -> "QuestionRead":
        question = QUESTIONS[question_id]
        options = [OptionRead(id=one, text=text) for one, text in question.options.items()]
        return cls(id=question.id, text=question.text, options=options)


class QuizRead(Schema):
    id: UUID
    version: int
    questions: list[QuestionRead]
    closes_at: Utc

    @classmethod
    def of(cls, attempt: QuizAttempt) -> "QuizRead":
        questions = [QuestionRead.of(one) for one in attempt.questions]
        return cls(
            id=attempt.id,
            version=attempt.version,
            questions=questions,
            closes_at=attempt.closes_at,
        )


class QuizStandingRead(Schema):
    """`quiz`: the questions of a try that is open."""

    status: Literal["none", "open", "passed", "failed"]
    quiz: QuizRead | None
    quiz_retry_at: Utc | None

    @classmethod
    def of(cls, standing: QuizStanding) -> "QuizStandingRead":
        is_open = standing.status == "open" and standing.attempt
        return cls.model_validate(
            {
                "status": standing.status,
                "quiz": QuizRead.of(standing.attempt) if is_open and standing.attempt else None,
                "quiz_retry_at": standing.retry_at,
            }
        )


class QuizAnswers(Schema):
    """Question → option, for every question of the try."""

    answers: dict[Id, Id] = Field(min_length=1, max_length=100)


class MistakeRead(Schema):
    question_id: str
    why: dict[str, str]


class QuizResultRead(Schema):
    id: UUID
    passed: bool
    score: int
    of: int
    mistakes: list[MistakeRead]
    quiz_retry_at: Utc | None

    @classmethod
    def made(cls, attempt: QuizAttempt, standing: QuizStanding) -> "QuizResultRead":
        answers = attempt.answers or {}
        wrong = [one for one in attempt.questions if answers.get(one) != QUESTIONS[one].answer]
        return cls(
            id=attempt.id,
            passed=bool(attempt.passed),
            score=attempt.score or 0,
            of=len(attempt.questions),
            mistakes=[MistakeRead(question_id=one, why=QUESTIONS[one].why) for one in wrong],
            quiz_retry_at=standing.retry_at,
        )
