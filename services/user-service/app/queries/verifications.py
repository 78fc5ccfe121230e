"""Verifications in SQL."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.verification import (
    OPEN_STAGES,
    Decision,
    VerificationCase,
    VerificationNotFound,
)
from lapa_kit.pagination import PageQuery, paginate


async def find_newest_case(session: AsyncSession, user_id: UUID) -> VerificationCase | None:
    statement = select(VerificationCase).where(VerificationCase.user_id == user_id)
    return await session.scalar(statement.order_by(VerificationCase.id.desc()).limit(1))


async def find_open_case(session: AsyncSession, user_id: UUID) -> VerificationCase | None:
    """Locked for update."""
    statement = select(VerificationCase).where(
        VerificationCase.user_id == user_id, VerificationCase.stage.in_(OPEN_STAGES)
    )
    return await session.scalar(statement.with_for_update())


async def lock_case(session: AsyncSession, case_id: UUID) -> VerificationCase:
    statement = select(VerificationCase).where(VerificationCase.id == case_id).with_for_update()
    if case := await session.scalar(statement):
        return case
    raise VerificationNotFound


async def list_cases(
    session: AsyncSession, page: PageQuery, *, status: str | None
) -> tuple[list[VerificationCase], str | None]:
    """`status` is pending, approved or rejected; the oldest first, as they are worked off."""
    statement = select(VerificationCase)
    if status == "pending":
        statement = statement.where(VerificationCase.stage.in_(OPEN_STAGES))
    elif status:
        statement = statement.where(VerificationCase.decision == Decision(status))
    return await paginate(session, statement, page, VerificationCase.id, descending=False)
