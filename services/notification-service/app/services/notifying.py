"""Telling somebody something: into the inbox at once, and out on the channels he wants."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.delivery import Delivery
from app.models.notification import Notification
from app.queries import deliveries, notifications
from app.services import inbox, texts
from app.services.delivering import send_later, tell_delivery
from app.services.readers import Reader, get_reader
from app.texts import KINDS, Category
from lapa_contracts.notification import Channel, DeliveryState
from lapa_kit import clock


async def notify(
    session: AsyncSession,
    user_id: UUID,
    key: str,
    *,
    source: str,
    params: dict[str, Any],
    about: dict[str, UUID] | None = None,
    channels: Sequence[Channel] | None = None,
) -> Notification | None:
    """Tell it once: the same `source` again changes nothing.

    `params` are the variables of the text, as JSON; `about` the ids that the app opens.
    """
    kind = KINDS.get(key)
    category = kind.category if kind else Category.MARKETING
    wanted = channels or (kind.channels if kind else (Channel.INBOX,))
    reader = await get_reader(session, user_id)
    title, body = await texts.say(
        session,
        key,
        params,
        channel=Channel.INBOX,
        locale=reader.locale,
        timezone=reader.timezone,
    )
    notification = await notifications.put_notification(
        session,
        source=source,
        user_id=user_id,
        key=key,
        category=category,
        title=title,
        body=body,
        params=params,
        data={name: str(value) for name, value in (about or {}).items()},
        is_in_inbox=Channel.INBOX in wanted and reader.wants(category, Channel.INBOX),
    )
    if notification is None:
        return None
    for channel in wanted:
        await _deliver(session, notification, channel, reader)
    if notification.is_in_inbox:
        await inbox.show(session, notification)
    return notification


async def tell_each(
    session: AsyncSession,
    user_ids: Iterable[UUID],
    key: str,
    *,
    source: str,
    about: dict[str, UUID] | None = None,
    **params: Any,
) -> None:
    """The same to several people."""
    for user_id in user_ids:
        await notify(session, user_id, key, source=source, params=params, about=about)


async def _deliver(
    session: AsyncSession, notification: Notification, channel: Channel, reader: Reader
) -> None:
    """A row for the channel, and a job where there is somebody to hand it to."""
    state, reason = _plan(notification, channel, reader)
    delivery = await deliveries.put_delivery(
        session,
        source=notification.source,
        recipient=str(notification.user_id),
        notification_id=notification.id,
        user_id=notification.user_id,
        channel=channel,
        state=state,
        reason=reason,
        sent_at=clock.now() if state is DeliveryState.DELIVERED else None,
    )
    if delivery is None:
        return
    tell_delivery(session, delivery)
    if _is_for_a_provider(delivery):
        at = reader.may_be_disturbed_from(notification.category, clock.now())
        await send_later(session, delivery.id, at=at)


def _plan(
    notification: Notification, channel: Channel, reader: Reader
) -> tuple[DeliveryState, str | None]:
    if not reader.wants(notification.category, channel):
        return DeliveryState.SUPPRESSED, "muted"
    if channel is Channel.INBOX:
        return DeliveryState.DELIVERED, None
    if channel is Channel.EMAIL and (settings.smtp_url or settings.test_mode):
        return DeliveryState.QUEUED, None
    return DeliveryState.SUPPRESSED, "no_provider"


def _is_for_a_provider(delivery: Delivery) -> bool:
    return delivery.state is DeliveryState.QUEUED
