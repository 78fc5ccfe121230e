"""Timers of the order service: each makes visible what its use case checks again."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.services import (
    access,
    backup_chain,
    batches,
    booking,
    lateness,
    matching,
    no_shows,
    occurrences,
    reviews,
    series,
    walks,
    watchdog,
)
from lapa_kit.jobs import Jobs, Worker, enqueue
from lapa_kit.seal import Sealer

jobs = Jobs()


@jobs.errand
async def book_series(worker: Worker, payload: dict[str, Any]) -> None:
    await occurrences.book_ahead(worker, UUID(payload["series_id"]))


@jobs.every(timedelta(hours=1))
async def plan_series(session: AsyncSession, _: dict[str, Any]) -> None:
    await series.plan_all(session)


@jobs.task
async def expire_unpaid(session: AsyncSession, payload: dict[str, Any]) -> None:
    await booking.expire_unpaid(session, UUID(payload["order_id"]))


@jobs.task
async def expire_search(session: AsyncSession, payload: dict[str, Any]) -> None:
    await booking.expire_search(session, UUID(payload["order_id"]))


@jobs.task
async def close_wave(session: AsyncSession, payload: dict[str, Any]) -> None:
    await matching.close_wave(session, UUID(payload["order_id"]))


@jobs.errand
async def match_batch(worker: Worker, _: dict[str, Any]) -> None:
    await batches.match_batch(worker)


@jobs.task
async def call_late_walker(session: AsyncSession, payload: dict[str, Any]) -> None:
    await lateness.call_late_walker(
        session,
        UUID(payload["order_id"]),
        from_when=datetime.fromisoformat(payload["from"]),
        call=payload["call"],
    )


@jobs.task
async def ask_substitute(session: AsyncSession, payload: dict[str, Any]) -> None:
    await backup_chain.ask_after_silence(session, UUID(payload["order_id"]))


@jobs.task
async def walk_overdue(session: AsyncSession, payload: dict[str, Any]) -> None:
    await no_shows.walk_overdue(session, UUID(payload["order_id"]))


@jobs.task
async def finish_forgotten_walk(session: AsyncSession, payload: dict[str, Any]) -> None:
    await walks.finish_forgotten_walk(session, UUID(payload["order_id"]))


@jobs.task
async def settle_without_track(session: AsyncSession, payload: dict[str, Any]) -> None:
    await walks.settle_without_track(session, UUID(payload["order_id"]))


@jobs.task
async def reveal_reviews(session: AsyncSession, payload: dict[str, Any]) -> None:
    await reviews.reveal_reviews(session, UUID(payload["order_id"]))


@jobs.task
async def purge_access(session: AsyncSession, payload: dict[str, Any]) -> None:
    await access.purge_access(session, UUID(payload["order_id"]))


@jobs.every(timedelta(hours=1))
async def rewrap_access_notes(session: AsyncSession, _: dict[str, Any]) -> None:
    await access.rewrap_access_notes(session, Sealer.of(settings))


@jobs.every(watchdog.EVERY)
async def watch_money(session: AsyncSession, _: dict[str, Any]) -> None:
    await enqueue(session, "compare_money", {}, key="compare_money")


@jobs.errand
async def compare_money(worker: Worker, _: dict[str, Any]) -> None:
    await watchdog.compare_money(worker)
