"""Adjustments in SQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.adjustment import Adjustment, AdjustmentNotFound, AdjustmentState
from lapa_kit.pagination import PageQuery, paginate


async def lock_adjustment(session: AsyncSession, adjustment_id: UUID) -> Adjustment:
    if found := await session.get(
        Adjustment, adjustment_id, with_for_update=True, populate_existing=True
    ):
        return found
    raise AdjustmentNotFound


async def list_adjustments(
    session: AsyncSession, page: PageQuery, states: Sequence[AdjustmentState]
) -> tuple[list[Adjustment], str | None]:
    """Newest first."""
    statement = select(Adjustment)
    if states:
        statement = statement.where(Adjustment.state.in_(states))
    return await paginate(session, statement, page, Adjustment.id)
