"""A walker who will be late says so: the client is told once, and again when it becomes worse."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import InvalidTransition, Order, OrderStatus
from app.queries.orders import lock_order
from app.services.telling import note, tell
from lapa_contracts.order import OrderDelayed
from lapa_kit import clock


async def report_delay(
    session: AsyncSession, order_id: UUID, minutes: int, *, walker_id: UUID
) -> Order:
    """He will be there in so many minutes."""
    order = await lock_order(session, order_id, walker_id=walker_id)
    if order.status not in (OrderStatus.ASSIGNED, OrderStatus.EN_ROUTE) or order.arrived_at:
        raise InvalidTransition("Nobody is waited for.")
    eta_at = clock.now() + timedelta(minutes=minutes)
    is_news = order.expect(eta_at)
    note(session, order, "eta", "walker", walker_id, eta_at=eta_at.isoformat())
    if is_news:
        late = round((eta_at - order.scheduled_at).total_seconds() / 60)
        tell(session, order, OrderDelayed, eta_at=eta_at, minutes_late=late)
    return order
