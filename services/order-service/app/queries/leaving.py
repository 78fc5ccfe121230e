"""What keeps a person from leaving, in SQL."""

from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import Order, OrderStatus
from lapa_kit.privacy import Blocker

OVER = {
    OrderStatus.SETTLED,
    OrderStatus.PAYMENT_FAILED,
    OrderStatus.EXPIRED,
    OrderStatus.CANCELLED,
    OrderStatus.NO_SHOW,
}


async def find_blockers(session: AsyncSession, user_id: UUID) -> list[Blocker]:
    """Orders that are not over, on either side; a dispute is one of its own."""
    is_party = or_(Order.client_id == user_id, Order.walker_id == user_id)
    statement = select(Order.id, Order.status).where(is_party, Order.status.not_in(OVER))
    return [
        Blocker("dispute_open" if status is OrderStatus.DISPUTED else "order_running", order_id)
        for order_id, status in await session.execute(statement)
    ]
