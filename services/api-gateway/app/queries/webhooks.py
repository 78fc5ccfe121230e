"""Webhooks and their deliveries in SQL; another's webhook does not exist."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.webhook import (
    Audience,
    Delivery,
    DeliveryNotFound,
    DeliveryState,
    Webhook,
    WebhookNotFound,
)
from lapa_kit.pagination import PageQuery, paginate


async def list_webhooks(
    session: AsyncSession, page: PageQuery, *, owner_id: UUID
) -> tuple[list[Webhook], str | None]:
    statement = select(Webhook).where(Webhook.owner_id == owner_id)
    return await paginate(session, statement, page, Webhook.id)


async def count_webhooks(session: AsyncSession, owner_id: UUID) -> int:
    statement = select(func.count()).where(Webhook.owner_id == owner_id)
    return await session.scalar(statement) or 0


async def get_webhook(
    session: AsyncSession, webhook_id: UUID, *, owner_id: UUID, lock: bool = False
) -> Webhook:
    statement = select(Webhook).where(Webhook.id == webhook_id, Webhook.owner_id == owner_id)
    if lock:
        statement = statement.with_for_update()
    if webhook := await session.scalar(statement):
        return webhook
    raise WebhookNotFound


async def lock_webhooks_of(session: AsyncSession, owner_id: UUID) -> list[Webhook]:
    statement = select(Webhook).where(Webhook.owner_id == owner_id).order_by(Webhook.id)
    return list(await session.scalars(statement.with_for_update()))


async def list_listeners(
    session: AsyncSession, event_type: str, readers: Sequence[UUID]
) -> list[Webhook]:
    """Live webhooks for that type: of the readers, and those that are to be told everything."""
    statement = select(Webhook).where(
        Webhook.disabled_at.is_(None),
        Webhook.event_types.overlap([event_type, "*"]),
        or_(Webhook.owner_id.in_(readers), Webhook.audience == Audience.ALL),
    )
    return list(await session.scalars(statement.order_by(Webhook.id)))


async def lock_delivery(
    session: AsyncSession, delivery_id: UUID
) -> tuple[Delivery, Webhook] | None:
    """The delivery and its webhook, both locked; None when they are gone."""
    statement = select(Delivery, Webhook).join(Webhook, Delivery.webhook_id == Webhook.id)
    found = await session.execute(statement.where(Delivery.id == delivery_id).with_for_update())
    row = found.one_or_none()
    return (row[0], row[1]) if row else None


async def list_deliveries(
    session: AsyncSession, page: PageQuery, *, webhook_id: UUID, state: str | None
) -> tuple[list[Delivery], str | None]:
    statement = select(Delivery).where(Delivery.webhook_id == webhook_id)
    if state:
        statement = statement.where(Delivery.state == state)
    return await paginate(session, statement, page, Delivery.id)


async def lock_one_delivery(
    session: AsyncSession, delivery_id: UUID, *, webhook_id: UUID
) -> Delivery:
    statement = select(Delivery).where(
        Delivery.id == delivery_id, Delivery.webhook_id == webhook_id
    )
    if delivery := await session.scalar(statement.with_for_update()):
        return delivery
    raise DeliveryNotFound


async def lock_deliveries_between(
    session: AsyncSession, webhook_id: UUID, since: datetime, until: datetime, most: int
) -> list[Delivery]:
    """Those whose event happened in that time, the oldest first."""
    statement = (
        select(Delivery)
        .where(Delivery.webhook_id == webhook_id)
        .where(Delivery.occurred_at >= since, Delivery.occurred_at <= until)
        .order_by(Delivery.occurred_at, Delivery.id)
        .limit(most)
    )
    return list(await session.scalars(statement.with_for_update()))


async def lock_waiting(session: AsyncSession, webhook_id: UUID, most: int) -> list[Delivery]:
    """Those that were not delivered yet when it was disabled, the oldest first."""
    statement = (
        select(Delivery)
        .where(Delivery.webhook_id == webhook_id, Delivery.state == DeliveryState.PENDING)
        .order_by(Delivery.id)
        .limit(most)
    )
    return list(await session.scalars(statement.with_for_update()))
