"""Timers and jobs: by the platform's clock, exactly once, sparing nobody's lease."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import toy
from sqlalchemy import func, select, text, update

from lapa_kit import clock, jobs
from lapa_kit.ids import new_id
from lapa_kit.jobs import ATTEMPTS, Runner, Worker
from lapa_kit.tables import JobRow


async def effects(sessions: Any) -> list[str]:
    async with sessions() as session:
        return sorted(await session.scalars(select(toy.Effect.what)))


async def test_a_timer_waits_for_the_platforms_clock(sessions: Any, run_jobs: Any, at: Any) -> None:
    async with sessions.begin() as session:
        due = clock.now() + timedelta(days=3)
        await jobs.enqueue(session, "remember", {"what": "later"}, at=due)

    assert await run_jobs() == 0
    at(due + timedelta(seconds=1))
    assert await run_jobs() == 1
    assert await run_jobs() == 0
    assert await effects(sessions) == ["later"]


async def test_a_job_of_a_rolled_back_transaction_never_was(sessions: Any, run_jobs: Any) -> None:
    with pytest.raises(ZeroDivisionError):
        async with sessions.begin() as session:
            await jobs.enqueue(session, "remember", {"what": "never"})
            raise ZeroDivisionError
    assert await run_jobs() == 0


async def test_a_key_moves_its_job_and_cancel_removes_it(sessions: Any, run_jobs: Any) -> None:
    async with sessions.begin() as session:
        await jobs.enqueue(session, "remember", {"what": "first"}, key="k")
        await jobs.enqueue(session, "remember", {"what": "second"}, key="k")
        await jobs.enqueue(session, "remember", {"what": "gone"}, key="other")
        await jobs.cancel(session, "other")
    await run_jobs()
    assert await effects(sessions) == ["second"]


async def test_an_errand_keeps_its_own_transactions(sessions: Any, run_jobs: Any) -> None:
    async with sessions.begin() as session:
        await jobs.enqueue(session, "fetch", {"what": "fetched"})
    await run_jobs()
    assert await effects(sessions) == ["fetched"]


async def test_failures_are_retried_later_and_given_up_in_the_end(
    sessions: Any, run_jobs: Any, at: Any
) -> None:
    async with sessions.begin() as session:
        await jobs.enqueue(session, "remember", {"fail": True})
    for _ in range(ATTEMPTS):
        assert await run_jobs() == 1
        at(clock.now() + timedelta(hours=1))
    assert await run_jobs() == 0
    async with sessions() as session:
        job = await session.scalar(select(JobRow).where(JobRow.name == "remember"))
    assert job.dead_at is not None
    assert "not this time" in job.error


async def test_a_leased_job_is_left_alone_until_the_lease_runs_out(
    sessions: Any, run_jobs: Any
) -> None:
    async with sessions.begin() as session:
        await jobs.enqueue(session, "remember", {"what": "x"})
        held = datetime.now(UTC) + timedelta(minutes=1)
        await session.execute(update(JobRow).values(leased_until=held))
    assert await run_jobs() == 0
    async with sessions.begin() as session:
        over = datetime.now(UTC) - timedelta(seconds=1)
        await session.execute(update(JobRow).values(leased_until=over))
    assert await run_jobs() == 1


async def test_what_repeats_is_planned_once_and_again_after_each_run(
    app: Any, sessions: Any, run_jobs: Any, at: Any
) -> None:
    runner = Runner(app.state.jobs, Worker(sessions, app.state.clients, toy.settings))
    await runner.plan_crons()
    await runner.plan_crons()
    for _ in range(2):
        at(clock.now() + timedelta(hours=1, seconds=1))
        await run_jobs()
    assert await effects(sessions) == ["tick", "tick"]


@pytest.mark.committed
async def test_two_workers_share_the_work_without_doing_it_twice(app: Any, sessions: Any) -> None:
    async with sessions.begin() as session:
        for number in range(30):
            await jobs.enqueue(session, "remember", {"what": f"{number:02}"})
    runners = [
        Runner(app.state.jobs, Worker(sessions, app.state.clients, toy.settings), concurrency=2)
        for _ in range(2)
    ]
    done = await asyncio.gather(*(runner.run_due() for runner in runners * 2))
    assert sum(done) == 30
    assert await effects(sessions) == [f"{number:02}" for number in range(30)]


@pytest.mark.committed
@pytest.mark.parametrize("is_moved", [False, True])
async def test_who_cancels_or_moves_a_timer_that_is_just_firing_does_not_wait_for_it(
    app: Any, sessions: Any, is_moved: bool
) -> None:
    note, later = toy.Note(id=new_id(), author_id=new_id(), text="a"), clock.now() + timedelta(1)
    given = {"note_id": str(note.id)}
    async with sessions.begin() as session:
        session.add(note)
        await jobs.enqueue(session, "stamp", given, key="k")
    runner = Runner(app.state.jobs, Worker(sessions, app.state.clients, toy.settings))

    async with sessions.begin() as session:
        await session.get_one(toy.Note, note.id, with_for_update=True)
        firing = asyncio.create_task(runner.run_due())
        async with asyncio.timeout(10):
            while not await _is_somebody_waiting(sessions):
                await asyncio.sleep(0.01)
        if is_moved:
            await jobs.enqueue(session, "stamp", given, at=later, key="k")
        else:
            await jobs.cancel(session, "k")

    assert await firing == 1
    async with sessions() as session:
        assert (await session.get_one(toy.Note, note.id)).version == 2
        waiting = select(func.count()).where(JobRow.name == "stamp", JobRow.error.is_(None))
        assert await session.scalar(waiting) == int(is_moved)


async def _is_somebody_waiting(sessions: Any) -> bool:
    async with sessions() as session:
        return bool(await session.scalar(text("select count(*) from pg_locks where not granted")))
