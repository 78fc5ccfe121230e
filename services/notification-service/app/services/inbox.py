"""Reading what one was told."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.delivery import Delivery
from app.models.notification import Notification
from app.queries import deliveries, notifications
from app.services.live import live
from lapa_kit import clock
from lapa_kit.auth import Principal


async def show(session: AsyncSession, notification: Notification) -> None:
    """To the person's open sockets, as soon as it is committed."""
    unread = await notifications.count_unread(session, notification.user_id)
    frame = {"type": "notification", "notification": body_of(notification), "unread": unread}
    live.say(session, notification.user_id, frame)


async def mark_read(session: AsyncSession, notification_id: UUID, *, user_id: UUID) -> Notification:
    notification = await notifications.get_notification(session, notification_id, user_id)
    if notification.read_at is None:
        notification.read_at = clock.now()
        await session.flush()
        await show_count(session, user_id, read=[notification.id])
    return notification


async def mark_all_read(session: AsyncSession, *, user_id: UUID) -> int:
    """How many there were."""
    read = await notifications.mark_read(session, user_id, clock.now())
    if read:
        await show_count(session, user_id, read=read)
    return len(read)


async def take_back(session: AsyncSession, user_id: UUID, key: str, **about: UUID) -> None:
    """It is true no longer, or has been seen elsewhere: it does not wait to be read."""
    data = {name: str(value) for name, value in about.items()}
    if await notifications.take_back(session, user_id, key, data, clock.now()):
        await show_count(session, user_id)


async def show_count(session: AsyncSession, user_id: UUID, *, read: Sequence[UUID] = ()) -> None:
    unread = await notifications.count_unread(session, user_id)
    ids = [str(one) for one in read]
    live.say(session, user_id, {"type": "unread", "unread": unread, "read_ids": ids})


async def list_deliveries(
    session: AsyncSession, notification_id: UUID, user: Principal
) -> list[Delivery]:
    """For the one who was told, and for those who may see everybody's: the same to both."""
    owner = None if user.may("notifications:read_any") else user.id
    await notifications.get_notification(session, notification_id, owner)
    return await deliveries.list_deliveries(session, notification_id)


def body_of(notification: Notification) -> dict[str, Any]:
    """A notification as its reader sees it."""
    read_at = notification.read_at
    return {
        "id": str(notification.id),
        "key": notification.key,
        "category": notification.category,
        "title": notification.title,
        "body": notification.body,
        "data": notification.data,
        "created_at": _utc(notification.created_at),
        "read_at": _utc(read_at) if read_at else None,
    }


def _utc(moment: Any) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
