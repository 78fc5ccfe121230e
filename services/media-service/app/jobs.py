"""Background work of the media service."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.services import files, rendering
from lapa_kit.jobs import Jobs, Worker, enqueue

jobs = Jobs()


@jobs.errand
async def make_variants(worker: Worker, payload: dict[str, Any]) -> None:
    await rendering.make_variants(worker.sessions, UUID(payload["blob_id"]))


@jobs.errand
async def delete_objects(_: Worker, payload: dict[str, Any]) -> None:
    await files.delete_objects(UUID(payload["blob_id"]))


@jobs.task
async def purge_document(session: AsyncSession, payload: dict[str, Any]) -> None:
    await files.purge_document(session, UUID(payload["media_id"]))


@jobs.errand
async def sweep_orphans(worker: Worker, _: dict[str, Any]) -> None:
    await files.sweep_orphans(worker.sessions)


@jobs.every(timedelta(hours=24))
async def plan_sweep(session: AsyncSession, _: dict[str, Any]) -> None:
    await enqueue(session, "sweep_orphans", {}, key="sweep_orphans")
