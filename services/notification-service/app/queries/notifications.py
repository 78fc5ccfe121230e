"""The inbox in SQL; whose it is, is a WHERE."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.notification import Notification, NotificationNotFound
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.pagination import PageQuery, paginate


async def put_notification(session: AsyncSession, **fields: Any) -> Notification | None:
    """None when the person was told of this before."""
    now = clock.now()
    statement = (
        insert(Notification)
        .values(id=new_id(), created_at=now, updated_at=now, **fields)
        .on_conflict_do_nothing(index_elements=[Notification.source, Notification.user_id])
        .returning(Notification)
    )
    return await session.scalar(statement)


async def list_inbox(
    session: AsyncSession,
    user_id: UUID,
    page: PageQuery,
    *,
    unread: bool | None,
    category: str | None,
) -> tuple[list[Notification], str | None]:
    """The newest first."""
    statement = select(Notification).where(
        Notification.user_id == user_id, Notification.is_in_inbox
    )
    if unread is not None:
        is_unread = Notification.read_at.is_(None)
        statement = statement.where(is_unread if unread else ~is_unread)
    if category is not None:
        statement = statement.where(Notification.category == category)
    return await paginate(session, statement, page, Notification.id)


async def get_notification(
    session: AsyncSession, notification_id: UUID, user_id: UUID | None
) -> Notification:
    statement = select(Notification).where(Notification.id == notification_id)
    if user_id is not None:
        statement = statement.where(Notification.user_id == user_id)
    if notification := await session.scalar(statement):
        return notification
    raise NotificationNotFound


async def count_unread(session: AsyncSession, user_id: UUID) -> int:
    statement = select(func.count()).where(
        Notification.user_id == user_id,
        Notification.read_at.is_(None),
        Notification.is_in_inbox,
    )
    return await session.scalar(statement) or 0


async def mark_read(
    session: AsyncSession, user_id: UUID, at: datetime, *, upto: UUID | None = None
) -> Sequence[UUID]:
    """All that he has not read, or all up to one (ids sort by time); which they were."""
    statement = (
        update(Notification)
        .where(
            Notification.user_id == user_id,
            Notification.read_at.is_(None),
            Notification.is_in_inbox,
        )
        .values(read_at=at)
        .returning(Notification.id)
    )
    if upto is not None:
        statement = statement.where(Notification.id <= upto)
    return list(await session.scalars(statement))


async def take_back(
    session: AsyncSession, user_id: UUID, key: str, about: dict[str, Any], at: datetime
) -> bool:
    """What was told of this thing needs no reading any more; True when something was unread."""
    statement = (
        update(Notification)
        .where(
            Notification.user_id == user_id,
            Notification.key == key,
            Notification.read_at.is_(None),
            Notification.data.contains(about),
        )
        .values(read_at=at)
        .returning(Notification.id)
    )
    return bool(list(await session.scalars(statement)))


async def find_unread_about(
    session: AsyncSession, user_id: UUID, key: str, about: dict[str, Any]
) -> Notification | None:
    statement = select(Notification).where(
        Notification.user_id == user_id,
        Notification.key == key,
        Notification.read_at.is_(None),
        Notification.data.contains(about),
    )
    return await session.scalar(statement.limit(1))


async def list_others_about(session: AsyncSession, user_id: UUID) -> list[Notification]:
    """What other people were told of him, of orders and of pets that he was told of too."""
    about_him = [Notification.data["sender_id"].astext == str(user_id)]
    for name in ("order_id", "pet_id"):
        thing = Notification.data[name].astext
        his = select(thing).where(Notification.user_id == user_id, thing.is_not(None))
        about_him.append(thing.in_(his.distinct()))
    statement = select(Notification).where(Notification.user_id != user_id, or_(*about_him))
    return list(await session.scalars(statement))


async def count_by_key(session: AsyncSession) -> dict[str, int]:
    rows = await session.execute(
        select(Notification.key, func.count()).group_by(Notification.key).order_by(Notification.key)
    )
    return {key: count for key, count in rows}
