"""Background checks in SQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.background_check import BackgroundCheck, CheckNotFound
from lapa_kit.pagination import PageQuery, paginate


async def find_newest_check(session: AsyncSession, walker_id: UUID) -> BackgroundCheck | None:
    """The one that counts: the last that was not revoked."""
    return (await list_newest_checks(session, [walker_id])).get(walker_id)


async def list_newest_checks(
    session: AsyncSession, walker_ids: Sequence[UUID]
) -> dict[UUID, BackgroundCheck]:
    statement = (
        select(BackgroundCheck)
        .where(BackgroundCheck.walker_id.in_(walker_ids), BackgroundCheck.revoked_at.is_(None))
        .order_by(BackgroundCheck.walker_id, BackgroundCheck.id.desc())
        .distinct(BackgroundCheck.walker_id)
    )
    return {check.walker_id: check for check in await session.scalars(statement)}


async def get_check(session: AsyncSession, check_id: UUID) -> BackgroundCheck:
    if check := await session.get(BackgroundCheck, check_id):
        return check
    raise CheckNotFound


async def lock_check(session: AsyncSession, check_id: UUID) -> BackgroundCheck:
    statement = select(BackgroundCheck).where(BackgroundCheck.id == check_id).with_for_update()
    if check := await session.scalar(statement.execution_options(populate_existing=True)):
        return check
    raise CheckNotFound


async def list_checks(
    session: AsyncSession, page: PageQuery, walker_id: UUID
) -> tuple[list[BackgroundCheck], str | None]:
    statement = select(BackgroundCheck).where(BackgroundCheck.walker_id == walker_id)
    return await paginate(session, statement, page, BackgroundCheck.id)
