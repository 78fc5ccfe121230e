"""What payment-service says of an order's money, kept on the order: the newest word counts, in whatever order they come."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import Order
from app.queries.orders import lock_order
from lapa_contracts.payment import PaymentEvent, PaymentRefunded


async def note_payment(session: AsyncSession, event: PaymentEvent, **facts: Any) -> Order:
    """Keep these facts, unless something newer is known of the payment."""
    order = await lock_order(session, event.order_id)
    if event.version >= order.payment_version:
        order.payment_version = event.version
        for name, value in facts.items():
            setattr(order, name, value)
        order.version += 1
    return order


async def note_refund(session: AsyncSession, event: PaymentRefunded) -> None:
    """Of the order's own payment: what goes back of a tip is another matter."""
    order = await lock_order(session, event.order_id)
    if order.payment_id in (None, event.payment_id):
        status = "refunded" if event.refunded >= event.captured else "partially_refunded"
        await note_payment(session, event, payment_status=status, refunded=event.refunded)
