"""What is said of substitutes: to the walker who is named, and to the client what he says to that."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.services.notifying import tell_each
from app.services.orders import link
from lapa_contracts.order import SubstituteAnswered, SubstituteAsked


async def tell_of_request(session: AsyncSession, event: SubstituteAsked) -> None:
    source, where = str(event.envelope.id), link("walker")
    await tell_each(session, [event.walker_id], "substitute.asked", source=source, link=where)


async def tell_of_answer(session: AsyncSession, event: SubstituteAnswered) -> None:
    said = "substitute.consented" if event.consents else "substitute.declined"
    source, where = str(event.envelope.id), link("orders")
    await tell_each(session, [event.client_id], said, source=source, link=where)
