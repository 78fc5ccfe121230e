"""What the gateway does when others speak: it tells developers' webhooks, and follows their owners' rights."""

from collections.abc import Callable

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import webhooks
from app.services.audience import EVENTS
from lapa_contracts.user import UserChanged, UserErasureRequested
from lapa_kit.events import Event, Subscriber
from lapa_kit.permissions import Permissions
from lapa_kit.privacy.erasing import begin_erasure


def make_subscriber(permissions: Callable[[], Permissions]) -> Subscriber:
    """`permissions` is asked at each event: what a role may do can change meanwhile."""
    subscriber = Subscriber()

    @subscriber.on(UserChanged)
    async def on_user_changed(event: UserChanged, session: AsyncSession) -> None:  # pyright: ignore[reportUnusedFunction]
        await webhooks.follow_owner(session, event)

    @subscriber.on(UserErasureRequested)
    async def on_user_erasure_requested(event: UserErasureRequested, session: AsyncSession) -> None:  # pyright: ignore[reportUnusedFunction]
        await begin_erasure(session, **event.model_dump())

    async def on_anything_offered(event: Event, session: AsyncSession) -> None:
        await webhooks.tell(session, event.envelope, permissions())

    for kind in EVENTS:
        subscriber.on(kind)(on_anything_offered)
    return subscriber
