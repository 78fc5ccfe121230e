"""A high incident freezes the walker's part of its order until it is closed; lesser ones do not touch money."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import freezes
from app.queries import payments as payment_queries
from app.services.disputes import known_intent
from app.services.freezing import freeze_share, must_wait, thaw_share
from lapa_contracts.order import IncidentClosed, IncidentOpened
from lapa_contracts.values import Severity


async def freeze_order(session: AsyncSession, event: IncidentOpened) -> None:
    """Also before the money is divided: then the part is frozen as soon as it is there."""
    if event.severity is not Severity.HIGH:
        return
    intent = await known_intent(session, event)
    await freezes.note_opened(session, event.incident_id, event.order_id)
    payment = await payment_queries.lock_payment_of_order(session, event.order_id)
    if payment and await must_wait(session, intent):
        await freeze_share(session, payment)


async def thaw_order(session: AsyncSession, event: IncidentClosed) -> None:
    intent = await known_intent(session, event)
    await freezes.note_closed(session, event.incident_id, event.order_id)
    payment = await payment_queries.lock_payment_of_order(session, event.order_id)
    if payment and not await must_wait(session, intent):
        await thaw_share(session, payment)
