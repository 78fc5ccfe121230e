"""Incidents that freeze a payout, in SQL."""

from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.freeze import IncidentFreeze


async def note_opened(session: AsyncSession, incident_id: UUID, order_id: UUID) -> None:
    """A no-op when it is known, and when it has been closed already."""
    statement = insert(IncidentFreeze).values(
        incident_id=incident_id, order_id=order_id, is_closed=False
    )
    await session.execute(statement.on_conflict_do_nothing())


async def note_closed(session: AsyncSession, incident_id: UUID, order_id: UUID) -> None:
    statement = insert(IncidentFreeze).values(
        incident_id=incident_id, order_id=order_id, is_closed=True
    )
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=[IncidentFreeze.incident_id], set_={"is_closed": True}
        )
    )


async def has_open_incident(session: AsyncSession, order_id: UUID) -> bool:
    open_one = exists().where(IncidentFreeze.order_id == order_id, ~IncidentFreeze.is_closed)
    return bool(await session.scalar(select(open_one)))
