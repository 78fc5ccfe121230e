"""Deliveries and, in test mode, what went out, in SQL."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.delivery import Delivery
from app.models.test_message import TestMessage
from lapa_kit import clock
from lapa_kit.ids import new_id


async def put_delivery(session: AsyncSession, **fields: Any) -> Delivery | None:
    """None when there is one for this happening, recipient and channel already."""
    now = clock.now()
    statement = (
        insert(Delivery)
        .values(id=new_id(), created_at=now, updated_at=now, **fields)
        .on_conflict_do_nothing(
            index_elements=[Delivery.source, Delivery.recipient, Delivery.channel]
        )
        .returning(Delivery)
    )
    return await session.scalar(statement)


async def lock_delivery(session: AsyncSession, delivery_id: UUID) -> Delivery | None:
    statement = select(Delivery).where(Delivery.id == delivery_id).with_for_update()
    return await session.scalar(statement)


async def list_deliveries(session: AsyncSession, notification_id: UUID) -> list[Delivery]:
    statement = select(Delivery).where(Delivery.notification_id == notification_id)
    return list(await session.scalars(statement.order_by(Delivery.id)))


async def count_by_state(session: AsyncSession) -> list[tuple[str, str, int]]:
    rows = await session.execute(
        select(Delivery.channel, Delivery.state, func.count())
        .group_by(Delivery.channel, Delivery.state)
        .order_by(Delivery.channel, Delivery.state)
    )
    return [(channel.value, state.value, count) for channel, state, count in rows]


async def list_test_messages(session: AsyncSession, recipient: str | None) -> list[TestMessage]:
    """The oldest first."""
    statement = select(TestMessage)
    if recipient is not None:
        statement = statement.where(TestMessage.recipient == recipient)
    return list(await session.scalars(statement.order_by(TestMessage.id).limit(1000)))


async def delete_test_messages(session: AsyncSession) -> None:
    await session.execute(delete(TestMessage))
