"""The safety quiz: drawn here, scored here, tried again after a while."""

import random
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.quiz import QuizAttempt, QuizIncomplete, QuizNotOpen, QuizRetryLater
from app.queries import quizzes as quiz_queries
from app.quiz import QUESTIONS, VERSION, count_right
from app.services.verifications import submit_draft
from app.services.walkers import lock_own
from lapa_kit import clock
from lapa_kit.ids import new_id

BASIS_POINTS = 10_000


@dataclass(frozen=True, slots=True)
class QuizStanding:
    """`status`: none, open, passed or failed; a failed one may be tried again from `retry_at` on."""

    status: str
    attempt: QuizAttempt | None
    retry_at: datetime | None


async def get_quiz(session: AsyncSession, walker_id: UUID) -> QuizStanding:
    attempt = await quiz_queries.find_newest_attempt(session, walker_id)
    if await quiz_queries.has_passed(session, walker_id):
        return QuizStanding("passed", attempt, None)
    if attempt is None or _is_outdated(attempt):
        return QuizStanding("none", None, None)
    if attempt.is_open(clock.now()):
        return QuizStanding("open", attempt, None)
    return QuizStanding("failed", attempt, attempt.retry_at(settings.quiz_retry_after))


def _is_outdated(attempt: QuizAttempt) -> bool:
    """Drawn from questions that have been replaced since."""
    return attempt.answered_at is None and attempt.version != VERSION


async def draw_quiz(session: AsyncSession, walker_id: UUID) -> QuizAttempt:
    """Other questions each time; one that is open stays as it is. Raises QuizRetryLater, NotAWalker."""
    await lock_own(session, walker_id)
    now = clock.now()
    standing = await get_quiz(session, walker_id)
    if standing.attempt and standing.status == "open":
        return standing.attempt
    if standing.retry_at and standing.retry_at > now:
        wait = round((standing.retry_at - now).total_seconds())
        raise QuizRetryLater(quiz_retry_at=standing.retry_at.isoformat(), retry_after=wait)
    attempt = QuizAttempt(
        id=new_id(),
        walker_id=walker_id,
        version=VERSION,
        # not a secret, only a different one each time
        questions=random.sample(sorted(QUESTIONS), min(settings.quiz_questions, len(QUESTIONS))),
        closes_at=now + settings.quiz_time,
    )
    session.add(attempt)
    await session.flush()
    return attempt


async def answer_quiz(
    session: AsyncSession, attempt_id: UUID, *, walker_id: UUID, answers: dict[str, str]
) -> QuizAttempt:
    """Score a whole try; a draft that only waited for it is submitted. Raises QuizIncomplete, QuizNotOpen."""
    attempt = await quiz_queries.lock_attempt(session, attempt_id, walker_id=walker_id)
    if _is_outdated(attempt):
        raise QuizNotOpen
    is_whole = set(answers) == set(attempt.questions) and all(
        chosen in QUESTIONS[question].options for question, chosen in answers.items()
    )
    if not is_whole:
        raise QuizIncomplete
    score = count_right(attempt.questions, answers)
    passed = score * BASIS_POINTS >= len(attempt.questions) * settings.quiz_pass_bp
    attempt.answer(clock.now(), answers, score=score, passed=passed)
    await session.flush()
    if passed:
        await submit_draft(session, walker_id)
    return attempt
