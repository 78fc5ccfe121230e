"""The pool of walks that are matched together, in SQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from geoalchemy2 import Geography, WKTElement
from geoalchemy2.functions import ST_DWithin, ST_MakePoint
from sqlalchemy import cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.offer import Offer, OfferState
from app.models.order import Order, OrderStatus


async def count_rivals(session: AsyncSession, order: Order, *, at_most: int) -> int:
    """Other walks that are looked after for that time, and near enough to want the same walkers."""
    place = WKTElement(f"POINT({order.pickup_lon} {order.pickup_lat})", srid=4326)
    pickup = cast(ST_MakePoint(Order.pickup_lon, Order.pickup_lat), Geography)
    others = (
        select(Order.id)
        .where(
            Order.status == OrderStatus.SEARCHING,
            Order.id != order.id,
            Order.requested_walker_id.is_(None),
            Order.scheduled_at < order.ends_at + settings.travel_buffer,
            Order.ends_at + settings.travel_buffer > order.scheduled_at,
            ST_DWithin(pickup, place, settings.batch_radius_m),
        )
        .limit(at_most)
    )
    return await session.scalar(select(func.count()).select_from(others.subquery())) or 0


async def list_pooled(session: AsyncSession, *, limit: int) -> list[Order]:
    """Those whose search ends soonest first."""
    statement = select(Order).where(*_IN_THE_POOL).order_by(Order.search_by, Order.id)
    return list(await session.scalars(statement.limit(limit)))


async def lock_pooled(session: AsyncSession, order_ids: Sequence[UUID]) -> list[Order]:
    """Those of them that still wait; one that somebody works on is left to the next batch."""
    statement = (
        select(Order)
        .where(Order.id.in_(order_ids), *_IN_THE_POOL)
        .order_by(Order.id)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return list(await session.scalars(statement))


async def count_pooled(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).select_from(Order).where(*_IN_THE_POOL)) or 0


_IN_THE_POOL = (Order.status == OrderStatus.SEARCHING, Order.pooled_at.is_not(None))


async def list_asked_then(
    session: AsyncSession,
    walker_ids: Sequence[UUID],
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
) -> set[UUID]:
    """Which of these walkers have been asked for a walk that overlaps, and can still accept it."""
    statement = (
        select(Offer.walker_id)
        .join(Order, Order.id == Offer.order_id)
        .where(
            Offer.walker_id.in_(walker_ids),
            Offer.state == OfferState.OPEN,
            Offer.expires_at > now,
            Order.scheduled_at < ends_at,
            Order.ends_at + settings.travel_buffer > starts_at,
        )
    )
    return set(await session.scalars(statement))


async def lock_batches(session: AsyncSession) -> None:
    """Until commit no other batch asks anybody."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtext("orders:batches"))))
