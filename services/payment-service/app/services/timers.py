"""When to look at what is held for an order again."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit import jobs


async def watch_hold(session: AsyncSession, order_id: UUID, until: datetime | None) -> None:
    """An order that has not ended by then gives its money back."""
    if until:
        key, payload = f"hold:{order_id}", {"order_id": str(order_id)}
        await jobs.enqueue(session, "expire_order_hold", payload, at=until, key=key)


async def watch_providers_hold(session: AsyncSession, order_id: UUID, at: datetime) -> None:
    """A provider's hold has a life of its own: before it ends the money is taken into escrow."""
    key, payload = f"hold-life:{order_id}", {"order_id": str(order_id)}
    await jobs.enqueue(session, "keep_order_money", payload, at=at, key=key)


async def stop_watching(session: AsyncSession, order_id: UUID) -> None:
    await jobs.cancel(session, f"hold:{order_id}")
    await jobs.cancel(session, f"hold-life:{order_id}")
