"""Timers and background jobs: a row in the caller's transaction, done in a transaction that deletes it.

A timer only makes visible what SQL already enforces (`... where expires_at > :now`): it may be late.
Jobs follow the platform's clock, so a moved test clock makes them due.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from prometheus_client import Counter, Gauge
from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit import clock
from lapa_kit.bell import Bell
from lapa_kit.clients import Clients
from lapa_kit.db import Sessions, after_commit
from lapa_kit.ids import new_id
from lapa_kit.settings import ServiceSettings
from lapa_kit.tables import JobRow

BATCH = 20
POLL_S = 0.5
LEASE = timedelta(seconds=60)
ATTEMPTS = 10
FIRST_RETRY = timedelta(seconds=1)
LONGEST_RETRY = timedelta(minutes=10)

log = structlog.get_logger()
DONE = Counter("jobs_done_total", "Jobs done", ["name"])
FAILED = Counter("jobs_failed_total", "Failed attempts at jobs", ["name"])
DEAD = Counter("jobs_dead_total", "Jobs given up after the last attempt", ["name"])
OVERDUE = Gauge("jobs_overdue", "Jobs whose moment has passed")

_bell = Bell()


@dataclass(frozen=True, slots=True)
class Worker:
    """What a job has at hand that keeps its own transactions: to call a provider between two of them."""

    sessions: Sessions
    clients: Clients
    settings: ServiceSettings


Task = Callable[[AsyncSession, dict[str, Any]], Awaitable[None]]
Errand = Callable[[Worker, dict[str, Any]], Awaitable[None]]


async def enqueue(
    session: AsyncSession,
    name: str,
    payload: dict[str, Any],
    *,
    at: datetime | None = None,
    key: str | None = None,
) -> None:
    """Have a job done after this transaction's commit, or at a moment of the platform's clock.

    One job a `key`: enqueued again before it ran, it moves to the new moment and payload.
    """
    due_at = at or clock.now()
    values = {"name": name, "payload": payload, "due_at": due_at, "attempts": 0, "error": None}
    values |= {"leased_until": None, "dead_at": None}
    statement = insert(JobRow).values(id=new_id(), key=key, **values)
    if key is not None:
        # a new id: a worker that holds the old one finds its job gone, and this one runs anew
        statement = statement.on_conflict_do_update(
            index_elements=[JobRow.key], set_={"id": new_id(), **values}
        )
    await session.execute(statement)
    after_commit(session, _bell.ring)


async def cancel(session: AsyncSession, key: str) -> None:
    await session.execute(delete(JobRow).where(JobRow.key == key))


class Jobs:
    """What a service does later or by the clock; `app/jobs.py` registers each."""

    def __init__(self) -> None:
        self.tasks: dict[str, Task] = {}
        self.errands: dict[str, Errand] = {}
        self.crons: dict[str, timedelta] = {}

    def task(self, handler: Task) -> Task:
        """A job done in one transaction, the same that deletes its row: exactly once."""
        self.tasks[handler.__name__] = handler
        return handler

    def errand(self, handler: Errand) -> Errand:
        """A job with transactions of its own; it can run again after a crash, so it must be idempotent."""
        self.errands[handler.__name__] = handler
        return handler

    def every(self, period: timedelta) -> Callable[[Task], Task]:
        """A task repeated for ever; it should only enqueue one keyed job for each item."""

        def register(handler: Task) -> Task:
            self.crons[handler.__name__] = period
            return self.task(handler)

        return register


class Runner:
    """Does what is due; any number of processes share the work by leases."""

    def __init__(self, jobs: Jobs, worker: Worker, *, concurrency: int = 2) -> None:
        self.jobs, self.worker = jobs, worker
        self._concurrency = asyncio.Semaphore(concurrency)

    async def run(self) -> None:
        """For the life of the process."""
        try:
            await self._run()
        finally:
            _bell.forget()

    async def _run(self) -> None:
        planned = False
        while True:
            _bell.reset()
            try:
                if not planned:
                    await self.plan_crons()
                    planned = True
                found = await self.run_due()
            except Exception:
                log.exception("jobs.runner_failed")
                found = 0
            if found < BATCH:
                await _bell.wait(POLL_S)

    async def plan_crons(self) -> None:
        async with self.worker.sessions.begin() as session:
            for name, period in self.jobs.crons.items():
                await session.execute(
                    insert(JobRow)
                    .values(
                        id=new_id(),
                        name=name,
                        key=f"cron:{name}",
                        payload={},
                        attempts=0,
                        due_at=clock.now() + period,
                    )
                    .on_conflict_do_nothing(index_elements=[JobRow.key])
                )

    async def run_due(self) -> int:
        """Do everything that is due now, a batch at most; how many were tried."""
        leased = await self._lease()
        await asyncio.gather(*(self._attempt(job) for job in leased))
        return len(leased)

    async def _lease(self) -> list[JobRow]:
        real_now = datetime.now(UTC)
        due = (
            select(JobRow.id)
            .where(
                JobRow.due_at <= clock.now(),
                JobRow.dead_at.is_(None),
                or_(JobRow.leased_until.is_(None), JobRow.leased_until < real_now),
            )
            .order_by(JobRow.due_at)
            .limit(BATCH)
            .with_for_update(skip_locked=True)
        )
        async with self.worker.sessions.begin() as session:
            ids = list(await session.scalars(due))
            if not ids:
                return []
            statement = (
                update(JobRow)
                .where(JobRow.id.in_(ids))
                .values(leased_until=real_now + LEASE, attempts=JobRow.attempts + 1)
                .returning(JobRow)
            )
            return list(await session.scalars(statement))

    async def _attempt(self, job: JobRow) -> None:
        async with self._concurrency:
            try:
                if task := self.jobs.tasks.get(job.name):
                    await self._do_task(job, task)
                elif errand := self.jobs.errands.get(job.name):
                    await errand(self.worker, job.payload)
                    async with self.worker.sessions.begin() as session:
                        await session.execute(delete(JobRow).where(JobRow.id == job.id))
                else:
                    raise LookupError(f"no job is called {job.name}")
                DONE.labels(job.name).inc()
            except Exception as error:
                FAILED.labels(job.name).inc()
                log.exception("jobs.failed", name=job.name, job=str(job.id))
                await self._note_failure(job, error)

    async def _do_task(self, job: JobRow, task: Task) -> None:
        async with self.worker.sessions.begin() as session:
            if not await _claim(session, job):
                return
            await task(session, job.payload)
            period = self.jobs.crons.get(job.name)
            if period:
                await enqueue(session, job.name, {}, at=clock.now() + period, key=job.key)
            else:
                # by id: the task may have cancelled its own key already
                await session.execute(delete(JobRow).where(JobRow.id == job.id))

    async def _note_failure(self, job: JobRow, error: Exception) -> None:
        delay = min(FIRST_RETRY * 2 ** (job.attempts - 1), LONGEST_RETRY)
        is_over = job.attempts >= ATTEMPTS and job.name not in self.jobs.crons
        with suppress(Exception):  # the database may be what failed: the lease will run out
            async with self.worker.sessions.begin() as session:
                await session.execute(
                    update(JobRow)
                    .where(JobRow.id == job.id)
                    .values(
                        due_at=clock.now() + delay,
                        leased_until=None,
                        error=f"{type(error).__name__}: {error}"[:2000],
                        dead_at=datetime.now(UTC) if is_over else None,
                    )
                )
        if is_over:
            DEAD.labels(job.name).inc()


async def _claim(session: AsyncSession, job: JobRow) -> bool:
    """Nobody else does this job until commit; False when another does, or has, or it was cancelled or moved.

    Its row stays unlocked: who cancels or moves it holds what the task is about to lock, and must not wait for the task.
    """
    mine = select(func.pg_try_advisory_xact_lock(func.hashtextextended(f"job:{job.id}", 0)))
    if not await session.scalar(mine):
        return False
    held = select(JobRow.id).where(JobRow.id == job.id, JobRow.attempts == job.attempts)
    return await session.scalar(held) is not None


async def measure(session: AsyncSession) -> None:
    statement = select(func.count()).where(
        JobRow.due_at < clock.now() - timedelta(seconds=5), JobRow.dead_at.is_(None)
    )
    OVERDUE.set(await session.scalar(statement) or 0)
