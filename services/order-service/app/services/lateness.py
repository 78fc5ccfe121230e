"""The walk should have begun: its walker is called, then his client's substitutes are, in the end all know."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import OrderStatus
from app.queries.orders import lock_order
from app.services import backup_chain
from app.services.start_watch import plan_call
from app.services.telling import note, tell
from lapa_contracts.order import OrderStartOverdue
from lapa_kit import clock


async def call_late_walker(
    session: AsyncSession, order_id: UUID, *, from_when: datetime, call: int
) -> None:
    """The walk has not begun: the walker is asked, at the last call the client and support know too.

    Who is silent too long may lose the walk to a substitute; who is on his way, after the last call.
    """
    order = await lock_order(session, order_id)
    if order.status not in (OrderStatus.ASSIGNED, OrderStatus.EN_ROUTE) or order.arrived_at:
        return
    is_last = call + 1 == len(settings.late_calls)
    late = clock.now() - from_when
    minutes = round(late.total_seconds() / 60)
    note(session, order, "start_overdue", "system", minutes=minutes)
    tell(session, order, OrderStartOverdue, minutes_late=minutes, is_last_call=is_last)
    await plan_call(session, order.id, from_when, call=call + 1)
    is_silent = order.is_silent(clock.now()) and late >= settings.substitutes_after
    if is_silent or is_last:
        await backup_chain.begin(session, order, until=from_when + settings.no_show_after)
