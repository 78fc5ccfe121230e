"""What this service says of a chat: to the other services, and to the sockets in its room."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.chat import Chat
from app.models.message import Message
from app.queries import chats
from app.services.frames import message_frame
from app.services.live import live
from lapa_contracts.chat import ChatChanged, MessagePosted
from lapa_kit import clock
from lapa_kit.events import publish


async def tell_change(session: AsyncSession, chat: Chat) -> None:
    """The chat's people or its writability are others now."""
    chat.version += 1
    await tell_new(session, chat)


async def tell_new(session: AsyncSession, chat: Chat) -> None:
    for event in await chats_changed(session, [chat]):
        publish(session, event)


async def chats_changed(session: AsyncSession, rows: Sequence[Chat]) -> list[ChatChanged]:
    members = await chats.list_members_of(session, [chat.id for chat in rows])
    return [
        ChatChanged(
            chat_id=chat.id,
            chat_type=chat.type,
            order_id=chat.order_id,
            member_ids=[member.user_id for member in members[chat.id]],
            writable=chat.is_writable(clock.now()),
            version=chat.version,
        )
        for chat in rows
    ]


async def tell_message(session: AsyncSession, message: Message) -> None:
    """Muted members are no recipients: nothing shall ring for them."""
    members = await chats.list_members(session, message.chat_id)
    waiting = [m.user_id for m in members if m.user_id != message.sender_id and not m.is_muted]
    publish(
        session,
        MessagePosted(
            chat_id=message.chat_id,
            message_id=message.id,
            seq=message.seq,
            sender_id=message.sender_id,
            recipient_ids=waiting,
        ),
    )
    show_message(session, message)


def show_message(session: AsyncSession, message: Message) -> None:
    """To everybody who has the chat open, as soon as it is committed."""
    live.say(session, message.chat_id, message_frame(message))


def show_change(session: AsyncSession, message: Message) -> None:
    live.say(session, message.chat_id, message_frame(message, kind="message_updated"))


def show_read(session: AsyncSession, chat_id: UUID, user_id: UUID, seq: int) -> None:
    frame = {"type": "read", "chat_id": str(chat_id), "user_id": str(user_id), "seq": seq}
    live.say(session, chat_id, frame)
