"""Looking at and changing an order, by whoever may."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import Order, OrderNotFound
from app.queries.orders import get_order, get_party_order, lock_order
from app.services import booking
from lapa_kit import clock
from lapa_kit.auth import Principal

CANCEL_ANY = "orders:cancel_any"


async def get_visible_order(session: AsyncSession, order_id: UUID, user: Principal) -> Order:
    """For its parties, and for those whose role lets them read any order."""
    if user.may("orders:read_any"):
        return await get_order(session, order_id)
    return await get_party_order(session, order_id, user.id)


async def get_order_of_client(session: AsyncSession, order_id: UUID, user: Principal) -> Order:
    """For who placed it, and for those whose role lets them read any order; not for its walker."""
    order = await get_visible_order(session, order_id, user)
    if user.id == order.client_id or user.may("orders:read_any"):
        return order
    raise OrderNotFound


async def preview_cancellation(
    session: AsyncSession, order_id: UUID, *, client_id: UUID
) -> tuple[Order, int]:
    order = await lock_order(session, order_id, client_id=client_id)
    return order, order.cancellation_fee(clock.now())


async def cancel(
    session: AsyncSession, order_id: UUID, *, user: Principal, reason: str, fee: int
) -> Order:
    """The client ends the order; the walker only leaves it, and another one is searched for.

    Support ends any, also a walk under way, for a `fee` of its own choice.
    """
    order = await get_visible_order(session, order_id, user)
    if user.id == order.client_id:
        return await booking.cancel_by_client(session, order_id, client_id=user.id, reason=reason)
    if user.id == order.walker_id:
        is_new_time = order.was_just_rescheduled(clock.now(), settings.offer_life_directed)
        reason = "refused_new_time" if is_new_time else "walker_cancelled"
        return await booking.replace_walker(
            session, order_id, by="walker", walker_id=user.id, reason=reason
        )
    user.require(CANCEL_ANY)
    return await booking.cancel_by_support(
        session, order_id, supporter_id=user.id, reason=reason, fee=fee
    )
