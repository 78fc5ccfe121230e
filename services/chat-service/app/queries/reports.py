"""Reports in SQL."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.report import Report
from lapa_kit.pagination import PageQuery, paginate


async def list_reports(session: AsyncSession, page: PageQuery) -> tuple[list[Report], str | None]:
    """The newest first."""
    return await paginate(session, select(Report), page, Report.id)
