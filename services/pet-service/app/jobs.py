"""Timers of the pet service."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import medical
from lapa_kit.jobs import Jobs

jobs = Jobs()


@jobs.task
async def remind_of_vaccination(session: AsyncSession, payload: dict[str, Any]) -> None:
    await medical.remind_of_vaccination(
        session, UUID(payload["record_id"]), days=int(payload["days"])
    )
