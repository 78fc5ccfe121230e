"""Erasures and their receipts in SQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from prometheus_client import Gauge
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.erasure import PATIENCE, Erasure, ErasureNotFound, ErasureReceipt
from lapa_kit import clock

OVERDUE = Gauge("erasures_overdue", "Erasures of which a receipt is missing after a day")


async def get_erasure(session: AsyncSession, erasure_id: UUID) -> Erasure:
    if erasure := await session.get(Erasure, erasure_id):
        return erasure
    raise ErasureNotFound


async def lock_erasure(session: AsyncSession, erasure_id: UUID) -> Erasure | None:
    statement = select(Erasure).where(Erasure.id == erasure_id).with_for_update()
    return await session.scalar(statement)


async def list_receipts(session: AsyncSession, erasure_id: UUID) -> list[ErasureReceipt]:
    statement = select(ErasureReceipt).where(ErasureReceipt.erasure_id == erasure_id)
    return list(await session.scalars(statement.order_by(ErasureReceipt.service)))


async def put_receipt(session: AsyncSession, **fields: Any) -> None:
    """The first one of a service counts: a repetition finds less to do."""
    await session.execute(insert(ErasureReceipt).values(**fields).on_conflict_do_nothing())


async def list_running(session: AsyncSession, *, before: datetime) -> Sequence[Erasure]:
    statement = select(Erasure).where(
        Erasure.completed_at.is_(None), Erasure.requested_at <= before
    )
    return list(await session.scalars(statement.order_by(Erasure.requested_at)))


async def measure(session: AsyncSession) -> None:
    statement = select(func.count()).where(
        Erasure.completed_at.is_(None), Erasure.requested_at < clock.now() - PATIENCE
    )
    OVERDUE.set(await session.scalar(statement) or 0)
