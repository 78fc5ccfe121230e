"""Timers of the chat service: each makes visible what its use case checks again."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import order_chats
from lapa_kit.jobs import Jobs

jobs = Jobs()


@jobs.task
async def close_chat(session: AsyncSession, payload: dict[str, Any]) -> None:
    await order_chats.tell_closed(session, UUID(payload["chat_id"]))
