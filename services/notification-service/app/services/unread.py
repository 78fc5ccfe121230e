"""Messages that nobody has read: told of only when they have waited a while."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries import marks, notifications, people
from app.services import inbox
from app.services.notifying import notify
from app.services.orders import link
from lapa_contracts.chat import ChatRead, MessagePosted
from lapa_kit import clock
from lapa_kit.jobs import enqueue


async def await_reading(session: AsyncSession, event: MessagePosted) -> None:
    for user_id in event.recipient_ids:
        payload = {
            "chat_id": str(event.chat_id),
            "seq": event.seq,
            "user_id": str(user_id),
            "sender_id": str(event.sender_id) if event.sender_id else None,
        }
        at = clock.now() + settings.tell_unread_after
        key = f"unread:{event.chat_id}:{event.seq}:{user_id}"
        await enqueue(session, "tell_unread", payload, at=at, key=key)


async def tell_unread(session: AsyncSession, payload: dict[str, Any]) -> None:
    """Nothing when he has read it, or still has to look at an earlier word of this chat."""
    chat_id, user_id = UUID(payload["chat_id"]), UUID(payload["user_id"])
    if await marks.read_upto(session, chat_id, user_id) >= payload["seq"]:
        return
    about = {"chat_id": str(chat_id)}
    if await notifications.find_unread_about(session, user_id, "message.posted", about):
        return
    sender_id = payload["sender_id"]
    sender = await people.find_person(session, UUID(sender_id)) if sender_id else None
    await notify(
        session,
        user_id,
        "message.posted",
        source=f"message:{chat_id}:{payload['seq']}",
        params={
            "sender": sender.display_name if sender else "Lapa",
            "link": link(f"chats/{chat_id}"),
        },
        about={"chat_id": chat_id} | ({"sender_id": UUID(sender_id)} if sender_id else {}),
    )


async def note_reading(session: AsyncSession, event: ChatRead) -> None:
    await marks.put_read(session, event.chat_id, event.user_id, event.seq)
    await inbox.take_back(session, event.user_id, "message.posted", chat_id=event.chat_id)
