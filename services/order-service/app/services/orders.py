"""Looking at and changing an order, by whoever may."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import BEFORE_THE_WALK, InvalidTransition, Order
from app.queries.orders import get_order, get_party_order, lock_order
from app.services import booking
from lapa_kit import clock
from lapa_kit.auth import Principal
from lapa_kit.etags import check_version


async def get_visible_order(session: AsyncSession, order_id: UUID, user: Principal) -> Order:
    """For its parties, and for those whose role lets them read any order."""
    if user.may("orders:read_any"):
        return await get_order(session, order_id)
    return await get_party_order(session, order_id, user.id)


async def change_notes(
    session: AsyncSession,
    order_id: UUID,
    *,
    client_id: UUID,
    notes: str | None,
    version: int | None,
) -> Order:
    order = await lock_order(session, order_id, client_id=client_id)
    check_version(order.version, version)
    if order.status not in BEFORE_THE_WALK:
        raise InvalidTransition("The walk has begun: tell the walker in the chat.")
    order.notes = notes
    order.version += 1
    return order


async def preview_cancellation(
    session: AsyncSession, order_id: UUID, *, client_id: UUID
) -> tuple[Order, int]:
    order = await lock_order(session, order_id, client_id=client_id)
    return order, order.cancellation_fee(clock.now())


async def cancel(session: AsyncSession, order_id: UUID, *, user_id: UUID, reason: str) -> Order:
    """The client ends the order; the walker only leaves it, and another one is searched for."""
    order = await get_party_order(session, order_id, user_id)
    if user_id == order.client_id:
        return await booking.cancel_by_client(session, order_id, client_id=user_id, reason=reason)
    return await booking.replace_walker(
        session, order_id, by="walker", walker_id=user_id, reason="walker_cancelled"
    )
