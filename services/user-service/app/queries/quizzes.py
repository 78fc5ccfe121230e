"""Tries at the safety quiz in SQL."""

from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.quiz import QuizAttempt, QuizNotFound


async def find_newest_attempt(session: AsyncSession, walker_id: UUID) -> QuizAttempt | None:
    statement = select(QuizAttempt).where(QuizAttempt.walker_id == walker_id)
    return await session.scalar(statement.order_by(QuizAttempt.id.desc()).limit(1))


async def has_passed(session: AsyncSession, walker_id: UUID) -> bool:
    passed = exists().where(QuizAttempt.walker_id == walker_id, QuizAttempt.passed.is_(True))
    return bool(await session.scalar(select(passed)))


async def lock_attempt(session: AsyncSession, attempt_id: UUID, *, walker_id: UUID) -> QuizAttempt:
    statement = select(QuizAttempt).where(
        QuizAttempt.id == attempt_id, QuizAttempt.walker_id == walker_id
    )
    if attempt := await session.scalar(statement.with_for_update()):
        return attempt
    raise QuizNotFound
