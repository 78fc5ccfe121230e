"""Messages in SQL."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, cast, insert, literal, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.chat import Chat
from app.models.message import Message, MessageNotFound
from lapa_kit import clock
from lapa_kit.ids import new_id


async def insert_message(session: AsyncSession, chat_id: UUID, **fields: Any) -> Message:
    """The message with the chat's next seq: one statement moves the counter and writes the row."""
    now = clock.now()
    counted = (
        update(Chat)
        .where(Chat.id == chat_id)
        .values(last_seq=Chat.last_seq + 1, active_at=now)
        .returning(Chat.last_seq)
        .cte("counted")
    )
    row: dict[str, Any] = {
        "id": new_id(),
        "chat_id": chat_id,
        "created_at": now,
        "updated_at": now,
        "attachments": [],
        "revisions": [],
        **fields,
    }
    columns = [Message.__table__.c[name] for name in row]
    values = [
        literal(value, column.type) for value, column in zip(row.values(), columns, strict=True)
    ]
    source = select(*values, cast(counted.c.last_seq, Integer))
    statement = insert(Message).from_select([*columns, Message.__table__.c.seq], source)
    return (await session.scalars(statement.returning(Message))).one()


async def find_by_client_id(
    session: AsyncSession, chat_id: UUID, client_message_id: str
) -> Message | None:
    statement = select(Message).where(
        Message.chat_id == chat_id, Message.client_message_id == client_message_id
    )
    return await session.scalar(statement)


async def lock_own_message(
    session: AsyncSession, chat_id: UUID, message_id: UUID, sender_id: UUID
) -> Message:
    statement = select(Message).where(
        Message.id == message_id, Message.chat_id == chat_id, Message.sender_id == sender_id
    )
    if message := await session.scalar(statement.with_for_update()):
        return message
    raise MessageNotFound


async def is_in_chat(session: AsyncSession, chat_id: UUID, message_id: UUID) -> bool:
    statement = select(Message.id).where(Message.id == message_id, Message.chat_id == chat_id)
    return await session.scalar(statement) is not None


async def list_after(
    session: AsyncSession, chat_id: UUID, after_seq: int, limit: int
) -> list[Message]:
    """The next ones, the oldest first."""
    statement = select(Message).where(Message.chat_id == chat_id, Message.seq > after_seq)
    return list(await session.scalars(statement.order_by(Message.seq).limit(limit)))


async def list_before(
    session: AsyncSession, chat_id: UUID, before_seq: int | None, limit: int, *, from_seq: int = 0
) -> Sequence[Message]:
    """The newest ones below `before_seq`, the oldest of them first."""
    statement = select(Message).where(Message.chat_id == chat_id, Message.seq > from_seq)
    if before_seq is not None:
        statement = statement.where(Message.seq < before_seq)
    rows = list(await session.scalars(statement.order_by(Message.seq.desc()).limit(limit)))
    return rows[::-1]


async def drop_attachment(session: AsyncSession, chat_id: UUID, media_id: UUID) -> None:
    """A file is gone: the messages that carried it keep their words."""
    gone = str(media_id)
    await session.execute(
        update(Message)
        .where(Message.chat_id == chat_id, Message.attachments.contains([gone]))
        .values(attachments=cast(Message.attachments, JSONB).op("-")(gone), updated_at=clock.now())
    )
