"""Calendar feeds in SQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.calendar import CalendarFeed, CalendarNotFound
from app.models.order import Order, OrderStatus
from lapa_kit import clock


async def put_feed(session: AsyncSession, user_id: UUID, token_hash: bytes) -> None:
    """The old address ends with the new one."""
    values = {"token_hash": token_hash, "created_at": clock.now()}
    await session.execute(
        insert(CalendarFeed)
        .values(user_id=user_id, **values)
        .on_conflict_do_update(index_elements=[CalendarFeed.user_id], set_=values)
    )


async def delete_feed(session: AsyncSession, user_id: UUID) -> None:
    await session.execute(delete(CalendarFeed).where(CalendarFeed.user_id == user_id))


async def get_feed_owner(session: AsyncSession, token_hash: bytes) -> UUID:
    statement = select(CalendarFeed.user_id).where(CalendarFeed.token_hash == token_hash)
    if user_id := await session.scalar(statement):
        return user_id
    raise CalendarNotFound


async def list_walks_of(
    session: AsyncSession,
    user_id: UUID,
    statuses: Sequence[OrderStatus],
    *,
    since: datetime,
    limit: int,
) -> list[Order]:
    """As client or walker, the next ones first when there are too many."""
    statement = select(Order).where(
        or_(Order.client_id == user_id, Order.walker_id == user_id),
        Order.status.in_(statuses),
        Order.scheduled_at >= since,
    )
    return list(await session.scalars(statement.order_by(Order.scheduled_at).limit(limit)))
