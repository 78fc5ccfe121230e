"""A person leaves: what others were told of him and his dogs is said again without names."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import notifications
from app.services import texts
from app.services.readers import get_reader
from lapa_contracts.notification import Channel

NAMES = ("pets", "pet", "sender")
NOBODY = "-"


async def reword_for_others(session: AsyncSession, user_id: UUID, _: UUID) -> int:
    """How many of others' notifications there were."""
    found = await notifications.list_others_about(session, user_id)
    for notification in found:
        reader = await get_reader(session, notification.user_id)
        names = {name: NOBODY for name in NAMES if name in notification.params}
        notification.params = {**notification.params, **names}
        notification.title, notification.body = await texts.say(
            session,
            notification.key,
            notification.params,
            channel=Channel.INBOX,
            locale=reader.locale,
            timezone=reader.timezone,
        )
    await session.flush()
    return len(found)
