"""Timers of the location service."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import measuring, retention
from lapa_kit.jobs import Jobs

jobs = Jobs()


@jobs.task
async def measure_track(session: AsyncSession, payload: dict[str, Any]) -> None:
    await measuring.measure_track(session, UUID(payload["track_id"]))


@jobs.every(timedelta(hours=1))
async def turn_days(session: AsyncSession, _: dict[str, Any]) -> None:
    await retention.turn_days(session)


@jobs.every(timedelta(minutes=5))
async def forget_strays(session: AsyncSession, _: dict[str, Any]) -> None:
    await retention.forget_strays(session)
