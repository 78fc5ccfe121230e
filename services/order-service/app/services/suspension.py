"""A person has been suspended: his walks find another walker, his searches end."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import orders as order_queries
from app.services import booking, walkers


async def suspend(session: AsyncSession, user_id: UUID) -> None:
    await walkers.set_suspended(session, user_id, is_suspended=True)
    for order_id in await order_queries.list_open_orders_of_walker(session, user_id):
        await booking.replace_walker(
            session, order_id, by="system", walker_id=user_id, reason="walker_suspended"
        )
    for order_id in await order_queries.list_unassigned_orders_of_client(session, user_id):
        await booking.cancel_for_suspension(session, order_id)
