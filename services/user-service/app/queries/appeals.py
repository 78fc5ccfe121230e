"""Appeals in SQL."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.appeal import Appeal, AppealNotFound, AppealStatus
from lapa_contracts.user import AppealAgainst
from lapa_kit.pagination import PageQuery, paginate


async def find_open_appeal(
    session: AsyncSession, user_id: UUID, against: AppealAgainst
) -> Appeal | None:
    statement = select(Appeal).where(
        Appeal.user_id == user_id,
        Appeal.against == against,
        Appeal.status == AppealStatus.OPEN,
    )
    return await session.scalar(statement)


async def get_appeal(session: AsyncSession, appeal_id: UUID) -> Appeal:
    if appeal := await session.get(Appeal, appeal_id):
        return appeal
    raise AppealNotFound


async def lock_appeal(session: AsyncSession, appeal_id: UUID) -> Appeal:
    statement = select(Appeal).where(Appeal.id == appeal_id).with_for_update()
    if appeal := await session.scalar(statement.execution_options(populate_existing=True)):
        return appeal
    raise AppealNotFound


async def list_appeals(
    session: AsyncSession,
    page: PageQuery,
    *,
    user_id: UUID | None = None,
    status: AppealStatus | None = None,
) -> tuple[list[Appeal], str | None]:
    """One person's, the newest first; or everybody's, the oldest first, as they are worked off."""
    statement = select(Appeal)
    if user_id:
        statement = statement.where(Appeal.user_id == user_id)
    if status:
        statement = statement.where(Appeal.status == status)
    return await paginate(session, statement, page, Appeal.id, descending=user_id is not None)
