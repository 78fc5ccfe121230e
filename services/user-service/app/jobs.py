"""Background jobs of the user service."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.services import (
    accounts,
    calendars,
    erasures,
    phones,
    reviewing,
    revocation,
    validity,
)
from lapa_kit import clock
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


@jobs.task
async def tell_of_expiry(session: AsyncSession, payload: dict[str, Any]) -> None:
    await validity.tell_of_expiry(
        session,
        UUID(payload["walker_id"]),
        payload["what"],
        datetime.fromisoformat(payload["ends_at"]),
        payload["days_left"],
    )


@jobs.errand
async def read_calendar(worker: Worker, payload: dict[str, Any]) -> None:
    await calendars.read_calendar(worker.sessions, UUID(payload["walker_id"]))


@jobs.every(timedelta(minutes=5))
async def read_calendars_again(session: AsyncSession, _: dict[str, Any]) -> None:
    await calendars.read_all_again(session)


@jobs.every(timedelta(hours=6))
async def end_abandoned_verifications(session: AsyncSession, _: dict[str, Any]) -> None:
    await reviewing.end_abandoned(session, clock.now() - settings.verification_patience)


@jobs.every(timedelta(hours=1))
async def ask_again_for_receipts(session: AsyncSession, _: dict[str, Any]) -> None:
    await erasures.ask_again(session)
