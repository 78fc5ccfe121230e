"""Background jobs of the user service."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import accounts, housekeeping, phones, revocation
from lapa_kit.jobs import Jobs, Worker

jobs = Jobs()


@jobs.errand
async def spread_revocation(_: Worker, payload: dict[str, Any]) -> None:
    await revocation.spread(payload)


@jobs.task
async def send_reset_code(session: AsyncSession, payload: dict[str, Any]) -> None:
    await accounts.send_reset_code(session, payload["email"])


@jobs.task
async def send_sign_in_code(session: AsyncSession, payload: dict[str, Any]) -> None:
    await phones.send_sign_in_code(session, payload["phone"])


@jobs.every(timedelta(hours=6))
async def forget_old_sessions(session: AsyncSession, _: dict[str, Any]) -> None:
    await housekeeping.forget_old_sessions(session)
