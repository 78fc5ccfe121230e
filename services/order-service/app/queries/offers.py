"""Offers in SQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.offer import Offer, OfferNotFound, OfferState
from app.models.order import Order


async def get_offer(session: AsyncSession, offer_id: UUID, *, walker_id: UUID) -> Offer:
    statement = select(Offer).where(Offer.id == offer_id, Offer.walker_id == walker_id)
    if offer := await session.scalar(statement):
        return offer
    raise OfferNotFound


async def lock_offer(session: AsyncSession, offer_id: UUID, *, walker_id: UUID) -> Offer:
    """Lock the order first: that is the order in which everybody locks."""
    statement = (
        select(Offer)
        .where(Offer.id == offer_id, Offer.walker_id == walker_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if offer := await session.scalar(statement):
        return offer
    raise OfferNotFound


async def list_open_offers(
    session: AsyncSession, walker_id: UUID, now: datetime
) -> list[tuple[Offer, Order]]:
    """What the walker may accept now, the soonest to expire first."""
    statement = (
        select(Offer, Order)
        .join(Order, Order.id == Offer.order_id)
        .where(
            Offer.walker_id == walker_id,
            Offer.state == OfferState.OPEN,
            Offer.expires_at > now,
        )
        .order_by(Offer.expires_at)
    )
    return [(offer, order) for offer, order in await session.execute(statement)]


async def list_offers_of_order(session: AsyncSession, order_id: UUID) -> list[Offer]:
    """In the order in which walkers were asked."""
    statement = select(Offer).where(Offer.order_id == order_id)
    ranked = statement.order_by(Offer.attempt, Offer.wave, Offer.score.desc(), Offer.id)
    return list(await session.scalars(ranked))


async def lock_open_offers(session: AsyncSession, order_id: UUID) -> list[Offer]:
    statement = (
        select(Offer)
        .where(Offer.order_id == order_id, Offer.state == OfferState.OPEN)
        .order_by(Offer.id)
        .with_for_update()
    )
    return list(await session.scalars(statement))


async def count_open_offers(session: AsyncSession, order_id: UUID, now: datetime) -> int:
    statement = select(func.count()).where(
        Offer.order_id == order_id, Offer.state == OfferState.OPEN, Offer.expires_at > now
    )
    return await session.scalar(statement) or 0
