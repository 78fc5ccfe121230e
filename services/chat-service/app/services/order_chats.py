"""Chats that open and close with the walks of an order."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.chat import Chat
from app.queries import chats, messages
from app.services.telling import show_message, tell_change, tell_new
from lapa_contracts.chat import ChatType
from lapa_contracts.order import (
    OrderAssigned,
    OrderCompleted,
    OrderEvent,
    OrderUnassigned,
    WalkerOrderEvent,
)
from lapa_kit import clock
from lapa_kit.jobs import enqueue


async def open_for(session: AsyncSession, event: OrderAssigned) -> None:
    """The chat of this assignment, unless its end was heard of first."""
    if await chats.find_order_chat(session, event.order_id, event.assignment):
        return
    window = await chats.find_window(session, event.order_id)
    closes_at = window.closes_at if window and window.version > event.version else None
    await _open(session, event, event.walker_id, event.assignment, closes_at=closes_at)


async def close_assignment(session: AsyncSession, event: OrderUnassigned) -> None:
    """That walker is gone: he and the client have nothing more to say here."""
    now = clock.now()
    chat = await chats.find_order_chat(session, event.order_id, event.assignment)
    if chat is None:
        walker_id = event.previous_walker_id
        await _open(session, event, walker_id, event.assignment, closes_at=now)
    else:
        await _set_end(session, chat, now)


async def close_after_walk(session: AsyncSession, event: OrderCompleted) -> None:
    await _close(session, event, event.finished_at + settings.writable_after_walk)


async def close_now(session: AsyncSession, event: OrderEvent) -> None:
    await _close(session, event, clock.now())


async def _close(session: AsyncSession, event: OrderEvent, closes_at: datetime) -> None:
    if not await chats.put_window(session, event.order_id, event.version, closes_at):
        return
    for chat in (await chats.lock_order_chats(session, event.order_id))[:1]:
        await _set_end(session, chat, closes_at)


async def _open(
    session: AsyncSession,
    event: OrderEvent,
    walker_id: UUID,
    assignment: int,
    *,
    closes_at: datetime | None,
) -> None:
    chat = await chats.insert_chat(
        session,
        ChatType.ORDER,
        order_id=event.order_id,
        assignment=assignment,
        closes_at=closes_at,
    )
    for user_id in (event.client_id, walker_id):
        await chats.put_member(session, chat.id, user_id, at=chat.created_at)
    await _plan_closing(session, chat)
    await tell_new(session, chat)


async def _set_end(session: AsyncSession, chat: Chat, closes_at: datetime) -> None:
    """An end already reached is not put off."""
    if chat.is_writable(clock.now()):
        chat.closes_at = closes_at
        await _plan_closing(session, chat)
        await tell_change(session, chat)


async def _plan_closing(session: AsyncSession, chat: Chat) -> None:
    if chat.closes_at and chat.closes_at > clock.now():
        payload, key = {"chat_id": str(chat.id)}, f"close:{chat.id}"
        await enqueue(session, "close_chat", payload, at=chat.closes_at, key=key)


async def tell_closed(session: AsyncSession, chat_id: UUID) -> None:
    """The moment has come from which nothing can be written; the check itself needs no timer."""
    chat = await chats.lock_chat(session, chat_id)
    if not chat.is_writable(clock.now()):
        await tell_change(session, chat)


async def show_card(
    session: AsyncSession, event: WalkerOrderEvent, kind: str, **facts: Any
) -> None:
    """One of the platform's own lines, in the chat with the walker of the event."""
    for chat in await chats.lock_order_chats(session, event.order_id):
        if await chats.find_member(session, chat.id, event.walker_id):
            card = {"type": kind, "order_id": str(event.order_id), **facts}
            message = await messages.insert_message(session, chat.id, card=card)
            show_message(session, message)
            return
