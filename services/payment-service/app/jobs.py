"""Timers and background jobs of the payment service; each may run twice and does its work once."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import order_money, topups
from lapa_kit.jobs import Jobs, Worker

jobs = Jobs()


@jobs.task
async def expire_order_hold(session: AsyncSession, payload: dict[str, Any]) -> None:
    await order_money.expire_order_hold(session, UUID(payload["order_id"]))


@jobs.errand
async def look_up_topup(worker: Worker, payload: dict[str, Any]) -> None:
    await topups.look_up(worker.sessions, UUID(payload["topup_id"]))
