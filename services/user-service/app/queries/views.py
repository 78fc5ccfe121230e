"""Views of support in SQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.view import View, ViewNotFound


async def find_view(session: AsyncSession, view_id: UUID) -> View | None:
    return await session.get(View, view_id)


async def lock_open_view(
    session: AsyncSession, view_id: UUID, *, viewer_id: UUID, now: datetime
) -> View:
    """Another's view, and one that is over, does not exist."""
    statement = select(View).where(
        View.id == view_id,
        View.viewer_id == viewer_id,
        View.ended_at.is_(None),
        View.expires_at > now,
    )
    if view := await session.scalar(statement.with_for_update()):
        return view
    raise ViewNotFound
