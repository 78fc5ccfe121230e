"""Promo codes and their uses in SQL."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import ENDED_WITHOUT_A_WALK, Order
from app.models.promo import PromoCode, PromoCodeNotFound, PromoCodeTaken, PromoUse, UseState
from lapa_kit.pagination import PageQuery, paginate


async def add_promo_code(session: AsyncSession, promo: PromoCode) -> None:
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(promo.code))))
    if await session.scalar(select(PromoCode.id).where(PromoCode.code == promo.code)):
        raise PromoCodeTaken
    session.add(promo)
    await session.flush()


async def get_promo_code(session: AsyncSession, promo_id: UUID) -> PromoCode:
    if promo := await session.get(PromoCode, promo_id):
        return promo
    raise PromoCodeNotFound


async def lock_promo_code(session: AsyncSession, promo_id: UUID) -> PromoCode:
    """Locked until commit: everybody who uses the code meets here."""
    promo = await session.get(PromoCode, promo_id, with_for_update=True, populate_existing=True)
    if promo:
        return promo
    raise PromoCodeNotFound


async def find_promo_code(session: AsyncSession, code: str) -> PromoCode | None:
    return await session.scalar(select(PromoCode).where(PromoCode.code == code))


async def list_promo_codes(
    session: AsyncSession, page: PageQuery, *, owner_id: UUID | None = None
) -> tuple[list[PromoCode], str | None]:
    """Everybody's, or one person's own."""
    statement = select(PromoCode).where(PromoCode.owner_id == owner_id)
    return await paginate(session, statement, page, PromoCode.id)


async def find_reserved_use(session: AsyncSession, order_id: UUID) -> PromoUse | None:
    statement = select(PromoUse).where(
        PromoUse.order_id == order_id, PromoUse.state == UseState.RESERVED
    )
    return await session.scalar(statement.with_for_update())


async def queue_bookings_of(session: AsyncSession, client_id: UUID) -> None:
    """Until commit no other booking of that client with a code gets past this line."""
    key = func.hashtextextended(str(client_id), 0)
    await session.execute(select(func.pg_advisory_xact_lock(key)))


async def count_uses(session: AsyncSession, promo_id: UUID, user_id: UUID) -> int:
    statement = select(func.count()).where(
        PromoUse.promo_id == promo_id,
        PromoUse.user_id == user_id,
        PromoUse.state == UseState.RESERVED,
    )
    return await session.scalar(statement) or 0


async def count_orders_of_client(
    session: AsyncSession, client_id: UUID, *, beside: UUID | None = None
) -> int:
    """Orders that led or may still lead to a walk."""
    statement = select(func.count()).where(
        Order.client_id == client_id, Order.status.not_in(ENDED_WITHOUT_A_WALK)
    )
    if beside is not None:
        statement = statement.where(Order.id != beside)
    return await session.scalar(statement) or 0
