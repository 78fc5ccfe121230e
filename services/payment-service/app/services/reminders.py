"""The watchdog of order-service has found a disagreement: its intent, said again, is followed anew."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import disputes, order_money
from lapa_contracts.order import OrderMoneyReminded


async def follow_reminder(session: AsyncSession, event: OrderMoneyReminded) -> None:
    """What has been done already is not done again."""
    if event.settlement:
        await order_money.end_order(session, event, event.settlement)
    if event.is_disputed:
        await disputes.freeze_order(session, event)
    if event.resolution:
        await disputes.resolve(session, event, event.resolution)
