"""Thanking the walker: payment-service moves the tip, whole, from wallet to wallet."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import WALK_IS_OVER, InvalidTransition, Order
from app.models.tip import TippingWindowClosed
from app.queries.orders import get_client_order, lock_order
from lapa_contracts.payment import PaymentClient, TipResult
from lapa_kit import clock
from lapa_kit.ids import new_id

TIPPED_WITHIN = timedelta(days=14)


async def tip_walker(
    session: AsyncSession,
    payments: PaymentClient,
    order_id: UUID,
    *,
    client_id: UUID,
    amount: int,
    key: str | None,
) -> tuple[Order, TipResult]:
    """Within 14 days of the walk, also after the walker was paid out; a repeated `key` pays once.

    No lock is held while payment-service is asked; what it did comes back as `tip.paid`.
    """
    order = await get_client_order(session, order_id, client_id)
    if order.status not in WALK_IS_OVER or order.walker_id is None or order.finished_at is None:
        raise InvalidTransition("A tip follows a walk.")
    if clock.now() > order.finished_at + TIPPED_WITHIN:
        raise TippingWindowClosed
    result = await payments.tip(
        order_id=order.id,
        from_user_id=client_id,
        to_walker_id=order.walker_id,
        amount=amount,
        currency=order.currency,
        key=f"{order.id}:{key or new_id()}",
    )
    return order, result


async def take_tip(session: AsyncSession, order_id: UUID, amount: int) -> None:
    order = await lock_order(session, order_id)
    order.tipped += amount
    order.version += 1
