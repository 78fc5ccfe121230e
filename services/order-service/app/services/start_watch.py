"""From the agreed start on somebody asks where the walker is; in the end he did not come."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import Order
from lapa_kit import clock, jobs


async def watch_start(session: AsyncSession, order: Order) -> None:
    """An order that is found a walker only after its start is late from that moment."""
    from_when = max(order.scheduled_at, clock.now())
    payload = {"order_id": str(order.id)}
    at = from_when + settings.no_show_after
    await jobs.enqueue(session, "walk_overdue", payload, at=at, key=f"overdue:{order.id}")
    await plan_call(session, order.id, from_when, call=0)


async def plan_call(
    session: AsyncSession, order_id: UUID, from_when: datetime, *, call: int
) -> None:
    """The next call to a late walker, `call` counted from 0; none after the last."""
    if call < len(settings.late_calls):
        payload = {"order_id": str(order_id), "from": from_when.isoformat(), "call": call}
        at = from_when + settings.late_calls[call]
        await jobs.enqueue(session, "call_late_walker", payload, at=at, key=f"late:{order_id}")


async def stop_watching(session: AsyncSession, order_id: UUID) -> None:
    for timer in ("overdue", "late", "substitute"):
        await jobs.cancel(session, f"{timer}:{order_id}")
