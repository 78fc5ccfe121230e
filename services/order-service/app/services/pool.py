"""The pool: where many walks wait for the same walkers, they are matched together a moment later."""

from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import Order
from app.queries.pool import count_rivals
from lapa_kit import clock, jobs


async def is_crowded(session: AsyncSession, order: Order) -> bool:
    """So many others are looked after at that time near there that asking one by one would waste walkers."""
    if order.requested_walker_id:
        return False
    rivals = await count_rivals(session, order, at_most=settings.batch_from)
    return rivals >= settings.batch_from


async def join_pool(session: AsyncSession, order: Order) -> None:
    order.pooled_at = order.pooled_at or clock.now()
    await plan_batch(session)


async def plan_batch(session: AsyncSession) -> None:
    """One batch in each window, however many join it."""
    window = settings.batch_window
    ends = (clock.now() - datetime.fromtimestamp(0, UTC)) // window + 1
    at = datetime.fromtimestamp(0, UTC) + ends * window
    await jobs.enqueue(session, "match_batch", {}, at=at, key=f"batch:{ends}")
