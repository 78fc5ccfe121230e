"""Events in: every fact of every service is kept, once."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import events
from lapa_contracts.services import SERVICES
from lapa_contracts.user import UserErasureRequested
from lapa_kit.events import Envelope, Subscriber
from lapa_kit.privacy.erasing import begin_erasure

subscriber = Subscriber()


@subscriber.on_everything(SERVICES)
async def on_anything(envelope: Envelope, session: AsyncSession) -> None:
    await events.keep_fact(session, envelope)


@subscriber.on(UserErasureRequested)
async def on_user_erasure_requested(event: UserErasureRequested, session: AsyncSession) -> None:
    await begin_erasure(session, **event.model_dump())
