"""Events in: every fact of every service is kept, once."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import events
from lapa_contracts.services import SERVICES
from lapa_kit.events import Envelope, Subscriber

subscriber = Subscriber()


@subscriber.on_everything(SERVICES)
async def on_anything(envelope: Envelope, session: AsyncSession) -> None:
    await events.keep_fact(session, envelope)
