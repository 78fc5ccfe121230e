"""What the notification service does later: reminders, unread messages, the provider's calls."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import announcements, codes, delivering, old_mailboxes, orders, unread
from lapa_kit.jobs import Jobs, Worker

jobs = Jobs()


@jobs.task
async def remind(session: AsyncSession, payload: dict[str, Any]) -> None:
    await orders.remind(session, payload)


@jobs.task
async def tell_unread(session: AsyncSession, payload: dict[str, Any]) -> None:
    await unread.tell_unread(session, payload)


@jobs.task
async def send_to_people(session: AsyncSession, payload: dict[str, Any]) -> None:
    await announcements.send_to_people(session, payload)


@jobs.errand
async def send_email(worker: Worker, payload: dict[str, Any]) -> None:
    await delivering.send_email(worker.sessions, UUID(payload["delivery_id"]))


@jobs.errand
async def send_code(worker: Worker, payload: dict[str, Any]) -> None:
    await codes.send_code(worker.sessions, payload)


@jobs.errand
async def tell_old_mailbox(worker: Worker, payload: dict[str, Any]) -> None:
    await old_mailboxes.tell(worker.sessions, payload)
