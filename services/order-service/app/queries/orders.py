"""Orders in SQL. Ownership is a WHERE: a stranger's id does not exist for him."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import MONEY_ENDS, Order, OrderNotFound, OrderStatus
from app.models.timeline import TimelineEntry
from lapa_kit.pagination import PageQuery, paginate


async def get_order(session: AsyncSession, order_id: UUID) -> Order:
    if order := await session.get(Order, order_id):
        return order
    raise OrderNotFound


async def get_party_order(session: AsyncSession, order_id: UUID, user_id: UUID) -> Order:
    """The order, for its client or its walker of this moment."""
    statement = select(Order).where(
        Order.id == order_id, or_(Order.client_id == user_id, Order.walker_id == user_id)
    )
    if order := await session.scalar(statement):
        return order
    raise OrderNotFound


async def get_client_order(session: AsyncSession, order_id: UUID, client_id: UUID) -> Order:
    statement = select(Order).where(Order.id == order_id, Order.client_id == client_id)
    if order := await session.scalar(statement):
        return order
    raise OrderNotFound


async def lock_order(
    session: AsyncSession,
    order_id: UUID,
    *,
    client_id: UUID | None = None,
    walker_id: UUID | None = None,
) -> Order:
    """The order, locked until commit; for another client or walker it does not exist."""
    statement = select(Order).where(Order.id == order_id).with_for_update()
    if client_id is not None:
        statement = statement.where(Order.client_id == client_id)
    if walker_id is not None:
        statement = statement.where(Order.walker_id == walker_id)
    statement = statement.execution_options(populate_existing=True)
    if order := await session.scalar(statement):
        return order
    raise OrderNotFound


async def list_orders(
    session: AsyncSession,
    user_id: UUID,
    page: PageQuery,
    *,
    role: str | None,
    statuses: Sequence[OrderStatus],
    since: datetime | None,
    until: datetime | None,
) -> tuple[list[Order], str | None]:
    """The user's orders as client, as walker or both; newest first."""
    as_client, as_walker = Order.client_id == user_id, Order.walker_id == user_id
    mine = {"client": as_client, "walker": as_walker}.get(role or "", or_(as_client, as_walker))
    statement = select(Order).where(mine)
    if statuses:
        statement = statement.where(Order.status.in_(statuses))
    if since:
        statement = statement.where(Order.scheduled_at >= since)
    if until:
        statement = statement.where(Order.scheduled_at < until)
    return await paginate(session, statement, page, Order.id)


async def list_open_orders_of_walker(session: AsyncSession, walker_id: UUID) -> list[UUID]:
    """Assigned walks that have not begun."""
    statement = select(Order.id).where(
        Order.walker_id == walker_id,
        Order.status.in_([OrderStatus.ASSIGNED, OrderStatus.EN_ROUTE]),
    )
    return list(await session.scalars(statement.order_by(Order.id)))


async def list_unassigned_orders_of_client(session: AsyncSession, client_id: UUID) -> list[UUID]:
    statement = select(Order.id).where(
        Order.client_id == client_id,
        Order.status.in_([OrderStatus.AWAITING_PAYMENT, OrderStatus.SEARCHING]),
    )
    return list(await session.scalars(statement.order_by(Order.id)))


async def list_orders_with_open_money(
    session: AsyncSession,
    *,
    ended_before: datetime,
    completed_before: datetime,
    after: UUID | None,
    limit: int,
) -> list[UUID]:
    """Ended orders whose money is not known to have ended as they did, in the order of their ids."""
    statement = select(Order.id).where(
        ~Order.money_agreed,
        or_(
            and_(Order.status.in_(MONEY_ENDS), Order.updated_at < ended_before),
            and_(Order.status == OrderStatus.COMPLETED, Order.updated_at < completed_before),
        ),
    )
    if after is not None:
        statement = statement.where(Order.id > after)
    return list(await session.scalars(statement.order_by(Order.id).limit(limit)))


async def count_disagreeing_orders(session: AsyncSession, *, rounds: int) -> int:
    statement = select(func.count()).where(~Order.money_agreed, Order.money_rounds >= rounds)
    return await session.scalar(statement) or 0


async def lock_sealed_orders(session: AsyncSession) -> list[Order]:
    """Those that still keep access notes; one that somebody works on is skipped until the next time."""
    statement = select(Order).where(Order.access_notes_sealed.is_not(None))
    return list(await session.scalars(statement.with_for_update(skip_locked=True)))


async def list_timeline(session: AsyncSession, order_id: UUID) -> list[TimelineEntry]:
    statement = select(TimelineEntry).where(TimelineEntry.order_id == order_id)
    return list(await session.scalars(statement.order_by(TimelineEntry.at, TimelineEntry.id)))
