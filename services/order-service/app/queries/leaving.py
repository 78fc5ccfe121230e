"""What keeps a person from leaving, in SQL."""

from uuid import UUID

from sqlalchemy import ColumnElement, CursorResult, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.incident import Incident, IncidentNote
from app.models.order import Order, OrderStatus
from app.models.pet import Pet
from app.models.series import Series, SeriesState
from lapa_kit.privacy import Blocker

OVER = {
    OrderStatus.SETTLED,
    OrderStatus.PAYMENT_FAILED,
    OrderStatus.EXPIRED,
    OrderStatus.CANCELLED,
    OrderStatus.NO_SHOW,
}


async def find_blockers(session: AsyncSession, user_id: UUID) -> list[Blocker]:
    """Series that go on, open incidents, and orders that are not over, on either side."""
    is_party = or_(Order.client_id == user_id, Order.walker_id == user_id)
    statement = select(Order.id, Order.status).where(is_party, Order.status.not_in(OVER))
    orders = select(Order.id).where(is_party)
    series = select(Series.id).where(
        Series.client_id == user_id, Series.state == SeriesState.ACTIVE
    )
    incidents = select(Incident.id).where(
        Incident.order_id.in_(orders), Incident.closed_at.is_(None)
    )
    blockers = [Blocker("series_active", one) for one in await session.scalars(series)]
    blockers += [Blocker("incident_open", one) for one in await session.scalars(incidents)]
    for order_id, status in await session.execute(statement):
        is_disputed = status is OrderStatus.DISPUTED
        blockers.append(Blocker("dispute_open" if is_disputed else "order_running", order_id))
    return blockers


def is_note_on_orders_of(user_id: UUID) -> ColumnElement[bool]:
    """Notes on incidents of walks that he had ordered."""
    incidents = select(Incident.id).join(Order, Order.id == Incident.order_id)
    return IncidentNote.incident_id.in_(incidents.where(Order.client_id == user_id))


def is_co_owner(user_id: UUID) -> ColumnElement[bool]:
    return Pet.co_owner_ids.contains([user_id])


async def leave_households(session: AsyncSession, user_id: UUID, _: UUID) -> int:
    """Other people's dogs that he shared; pet-service has let him go too."""
    done = await session.execute(
        update(Pet)
        .where(is_co_owner(user_id))
        .values(co_owner_ids=func.array_remove(Pet.co_owner_ids, user_id))
    )
    return done.rowcount if isinstance(done, CursorResult) else 0
