"""Disputes, incidents and contact attempts in SQL."""

from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.dispute import Dispute
from app.models.incident import Incident, IncidentNote, IncidentNotFound, IncidentState
from app.models.waiting import ContactAttempt
from lapa_kit.pagination import PageQuery, paginate


async def list_disputes(session: AsyncSession, order_id: UUID) -> list[Dispute]:
    """The dispute, its appeal, and what banks have charged back, as they came."""
    statement = select(Dispute).where(Dispute.order_id == order_id).order_by(Dispute.number)
    return list(await session.scalars(statement))


async def list_disputes_in_state(
    session: AsyncSession, page: PageQuery, *, state: Literal["open", "decided"] | None
) -> tuple[list[Dispute], str | None]:
    """Of all orders, newest first."""
    statement = select(Dispute)
    if state is not None:
        is_open = Dispute.resolved_at.is_(None)
        statement = statement.where(is_open if state == "open" else ~is_open)
    return await paginate(session, statement, page, Dispute.id)


async def list_incidents(session: AsyncSession, order_id: UUID) -> list[Incident]:
    statement = select(Incident).where(Incident.order_id == order_id).order_by(Incident.id)
    return list(await session.scalars(statement))


async def list_incidents_in_state(
    session: AsyncSession, page: PageQuery, *, state: IncidentState | None
) -> tuple[list[Incident], str | None]:
    """Of all orders, newest first."""
    statement = select(Incident)
    if state is not None:
        statement = statement.where(Incident.state == state)
    return await paginate(session, statement, page, Incident.id)


async def lock_incident(session: AsyncSession, order_id: UUID, incident_id: UUID) -> Incident:
    statement = select(Incident).where(Incident.id == incident_id, Incident.order_id == order_id)
    if incident := await session.scalar(statement.with_for_update()):
        return incident
    raise IncidentNotFound


async def list_incident_notes(session: AsyncSession, incident_id: UUID) -> list[IncidentNote]:
    statement = select(IncidentNote).where(IncidentNote.incident_id == incident_id)
    return list(await session.scalars(statement.order_by(IncidentNote.id)))


async def list_contact_attempts(
    session: AsyncSession, order_id: UUID, walker_id: UUID
) -> list[ContactAttempt]:
    statement = select(ContactAttempt).where(
        ContactAttempt.order_id == order_id, ContactAttempt.walker_id == walker_id
    )
    return list(await session.scalars(statement.order_by(ContactAttempt.at)))
