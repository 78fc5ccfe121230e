"""Writing, changing and reading messages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.chat import Chat, ChatNotFound, ChatNotWritable
from app.models.message import ClientMessageIdTaken, Message, UnknownReply
from app.models.person import AccountSuspended
from app.queries import chats, messages, people
from app.services.telling import show_change, show_read, tell_change, tell_message
from lapa_contracts.chat import ChatRead, ChatType
from lapa_kit import clock
from lapa_kit.auth import Principal
from lapa_kit.events import publish


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants to say; `client_message_id` is the same in every attempt to say it."""

    client_message_id: str
    text: str | None = None
    attachments: Sequence[UUID] = field(default=())
    reply_to: UUID | None = None
    lat: float | None = None
    lon: float | None = None


async def post_message(
    session: AsyncSession, chat_id: UUID, draft: Draft, *, sender: Principal
) -> Message:
    """The message; the one already written when it was sent before."""
    chat = await _lock_chat(session, chat_id, sender)
    known = await messages.find_by_client_id(session, chat_id, draft.client_message_id)
    if known and known.sender_id != sender.id:
        raise ClientMessageIdTaken
    if known:
        return known
    await _enter(session, chat, sender.id)
    await _check_writable(session, chat, sender.id)
    if draft.reply_to and not await messages.is_in_chat(session, chat_id, draft.reply_to):
        raise UnknownReply
    message = await messages.insert_message(
        session,
        chat_id,
        client_message_id=draft.client_message_id,
        sender_id=sender.id,
        text=draft.text,
        attachments=[str(media_id) for media_id in draft.attachments],
        reply_to=draft.reply_to,
        lat=draft.lat,
        lon=draft.lon,
    )
    await tell_message(session, message)
    return message


async def _lock_chat(session: AsyncSession, chat_id: UUID, sender: Principal) -> Chat:
    """His own; and for staff, who makes use of a right then, what they may step into."""
    try:
        return await chats.lock_chat(session, chat_id, sender.id)
    except ChatNotFound:
        as_staff = sender.may("chats:moderate")
        return await chats.lock_chat(session, chat_id, sender.id, as_staff=as_staff)


async def _enter(session: AsyncSession, chat: Chat, user_id: UUID) -> None:
    """Who answers in a support chat is in it from then on; other chats are closed to staff."""
    member = await chats.find_member(session, chat.id, user_id)
    if member and member.left_at is None:
        return
    if chat.type is not ChatType.SUPPORT:
        raise ChatNotFound
    await chats.put_member(session, chat.id, user_id, at=clock.now())
    await tell_change(session, chat)


async def _check_writable(session: AsyncSession, chat: Chat, user_id: UUID) -> None:
    if await people.is_suspended(session, user_id):
        raise AccountSuspended
    if not chat.is_writable(clock.now()):
        raise ChatNotWritable
    if chat.heeds_blocks():
        others = [member.user_id for member in await chats.list_members(session, chat.id)]
        if await people.are_apart(session, user_id, others):
            raise ChatNotWritable


async def list_messages(
    session: AsyncSession,
    chat_id: UUID,
    *,
    reader: Principal,
    before_seq: int | None,
    after_seq: int | None,
    limit: int,
) -> tuple[Sequence[Message], bool]:
    """Oldest first, and whether there are more in the direction asked for; the newest by default."""
    is_staff = reader.may("chats:read_any")
    await chats.get_chat(session, chat_id, reader.id, as_staff=is_staff)
    member = await chats.find_member(session, chat_id, reader.id)
    from_seq = member.seen_from_seq if member else 0
    if after_seq is not None:
        rows = await messages.list_after(session, chat_id, max(after_seq, from_seq), limit + 1)
        return rows[:limit], len(rows) > limit
    rows = await messages.list_before(session, chat_id, before_seq, limit + 1, from_seq=from_seq)
    return rows[-limit:], len(rows) > limit


async def edit_message(
    session: AsyncSession, chat_id: UUID, message_id: UUID, *, sender_id: UUID, text: str
) -> Message:
    chat = await chats.get_chat(session, chat_id, sender_id)
    await _check_writable(session, chat, sender_id)
    message = await messages.lock_own_message(session, chat_id, message_id, sender_id)
    message.edit(text, clock.now())
    show_change(session, message)
    return message


async def delete_message(
    session: AsyncSession, chat_id: UUID, message_id: UUID, *, sender_id: UUID
) -> None:
    await chats.get_chat(session, chat_id, sender_id)
    message = await messages.lock_own_message(session, chat_id, message_id, sender_id)
    message.delete(clock.now())
    show_change(session, message)


async def mark_read(session: AsyncSession, chat_id: UUID, *, user_id: UUID, seq: int) -> int:
    """Where his mark stands: it only moves forward, and not beyond the newest message."""
    await chats.get_chat(session, chat_id, user_id)
    moved = await chats.move_read_mark(session, chat_id, user_id, seq)
    if moved is None:
        member = await chats.find_member(session, chat_id, user_id)
        return member.last_read_seq if member else 0
    publish(session, ChatRead(chat_id=chat_id, user_id=user_id, seq=moved))
    show_read(session, chat_id, user_id, moved)
    return moved
