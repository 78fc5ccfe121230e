"""The pytest plugin of every service: `client`, `session`, `published`, `deliver`, `run_jobs`, `forget`, `at`.

A test runs in one transaction that is rolled back. `@pytest.mark.committed` gives it a fresh database
and real commits instead: for races, and for `server`, the service as a running process.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from sqlalchemy import ColumnElement, pool, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from lapa_kit import clock
from lapa_kit.audit import PrivilegedCall
from lapa_kit.db import Sessions, connect_args
from lapa_kit.events import Envelope, Event
from lapa_kit.events.outbox import envelope_of
from lapa_kit.ids import new_id
from lapa_kit.jobs import Runner, Worker, enqueue
from lapa_kit.tables import OutboxRow
from lapa_kit.testing import database, identity
from lapa_kit.testing.openapi import Contract
from lapa_kit.testing.server import running

FOLDER = Path.cwd()
IS_SERVICE = (FOLDER / "main.py").exists() and (FOLDER / "app" / "config.py").exists()
RUN_DATABASE = f"lapa_test_{FOLDER.name.replace('-', '_')}_{os.getpid()}"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "committed: real commits on a database of the test's own")
    if IS_SERVICE:
        identity.set_test_environment()
        os.environ["POSTGRES_DB"] = RUN_DATABASE


@pytest.fixture(scope="session")
def app() -> FastAPI:
    """The service under test."""
    from main import app  # pyright: ignore[reportMissingImports,reportUnknownVariableType]

    app.state.lifespan_tasks = False  # pyright: ignore[reportUnknownMemberType]
    return app  # pyright: ignore[reportUnknownVariableType]


@pytest.fixture(scope="session")
def template(app: FastAPI) -> Iterator[str | None]:
    """The migrated template; None for a service without tables."""
    if not (FOLDER / "migrations").is_dir():
        asyncio.run(database.clone("template1", RUN_DATABASE))
        yield None
    else:
        name = database.prepare_template(FOLDER, app.state.settings.schema_name)
        asyncio.run(database.clone(name, RUN_DATABASE))
        yield name
    asyncio.run(database.drop(RUN_DATABASE))


@pytest.fixture
def is_committed(request: pytest.FixtureRequest) -> bool:
    return request.node.get_closest_marker("committed") is not None


@pytest_asyncio.fixture
async def _resources(
    app: FastAPI, template: str | None, is_committed: bool
) -> AsyncIterator[Sessions]:
    from lapa_kit.app import resources

    async with resources(app):
        await app.state.redis.flushdb()
        if is_committed:
            yield app.state.sessions
            await app.state.engine.dispose()
            # what it committed must not be there for the next test
            await database.clone(template or "template1", RUN_DATABASE)
            return
        settings = app.state.settings
        engine = create_async_engine(
            settings.database_url, poolclass=pool.NullPool, connect_args=connect_args(settings)
        )
        async with engine.connect() as connection:
            outer = await connection.begin()
            app.state.sessions = async_sessionmaker(
                connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
            )
            yield app.state.sessions
            await outer.rollback()
        await engine.dispose()


@pytest.fixture
def sessions(_resources: Sessions) -> Sessions:
    return _resources


@pytest_asyncio.fixture
async def session(sessions: Sessions) -> AsyncIterator[AsyncSession]:
    """For arranging and looking; `await session.commit()` before the service shall see it."""
    async with sessions() as session:
        yield session


@pytest_asyncio.fixture
async def client(app: FastAPI, sessions: Sessions) -> AsyncIterator[httpx.AsyncClient]:
    """Speaks to the service; an answer that its OpenAPI document does not promise fails the test."""
    contract = Contract(app.openapi())
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://test", event_hooks={"response": [contract.check]}
    ) as client:
        yield client


@pytest.fixture
def outbox(sessions: Sessions) -> Callable[[], Awaitable[list[Envelope]]]:
    """Everything the service has said in this test, oldest first; but for what `audited` has."""

    async def said() -> list[Envelope]:
        return await _said(sessions, OutboxRow.type != PrivilegedCall.type)

    return said


@pytest.fixture
def audited(sessions: Sessions) -> Callable[[], Awaitable[list[Envelope]]]:
    """Each use of a right and each refused attempt in this test, oldest first."""

    async def recorded() -> list[Envelope]:
        return await _said(sessions, OutboxRow.type == PrivilegedCall.type)

    return recorded


async def _said(sessions: Sessions, wanted: ColumnElement[bool]) -> list[Envelope]:
    async with sessions() as session:
        rows = await session.scalars(select(OutboxRow).where(wanted).order_by(OutboxRow.seq))
        return [envelope_of(row) for row in rows]


@pytest.fixture
def published(
    outbox: Callable[[], Awaitable[list[Envelope]]],
) -> Callable[[], Awaitable[list[str]]]:
    """The types of what the service has said in this test, oldest first."""

    async def types() -> list[str]:
        return [envelope.type for envelope in await outbox()]

    return types


@pytest.fixture
def deliver(app: FastAPI, sessions: Sessions) -> Callable[..., Awaitable[Envelope]]:
    """`await deliver(event)`: another service said that. The same envelope again is a redelivery."""

    async def take(event: Event | Envelope) -> Envelope:
        envelope = event if isinstance(event, Envelope) else envelope_for(event)
        async with sessions.begin() as session:
            await app.state.subscriber.deliver(session, envelope)
        return envelope

    return take


def envelope_for(event: Event) -> Envelope:
    return Envelope(
        id=new_id(),
        type=event.type,
        key=event.key,
        version=event.aggregate_version,
        occurred_at=clock.now(),
        payload=event.model_dump(mode="json"),
    )


@pytest.fixture
def run_jobs(app: FastAPI, sessions: Sessions) -> Callable[[], Awaitable[int]]:
    """Do every job that is due, and those they make due; answers how many were tried."""

    async def run() -> int:
        worker = Worker(sessions, app.state.clients, app.state.settings)
        runner = Runner(app.state.jobs, worker, concurrency=1)
        total = 0
        while tried := await runner.run_due():
            total += tried
        return total

    return run


@pytest.fixture
def forget(
    sessions: Sessions, run_jobs: Callable[[], Awaitable[int]]
) -> Callable[[], Awaitable[None]]:
    """Do now what the service does every few hours: forget what is declared to go with time."""

    async def run() -> None:
        async with sessions.begin() as session:
            await enqueue(session, "plan_forgetting", {})
        await run_jobs()

    return run


@pytest.fixture
def at() -> Iterator[Callable[[datetime], None]]:
    """`at(moment)`: from now on it is that moment."""

    def move(moment: datetime) -> None:
        clock.shift(moment - (clock.now() - clock.offset()))

    yield move
    clock.shift(clock.NO_OFFSET)


@pytest_asyncio.fixture
async def server(app: FastAPI, sessions: Sessions, is_committed: bool) -> AsyncIterator[str]:
    """The base URL of the service running for real, background tasks and all."""
    assert is_committed, "mark the test @pytest.mark.committed: a server commits"
    app.state.lifespan_tasks = True
    try:
        async with running(app) as url:
            yield url
    finally:
        app.state.lifespan_tasks = False


@pytest.fixture
def as_user() -> Callable[..., dict[str, str]]:
    """`headers=as_user(user_id, "walker")`."""
    return identity.bearer


@pytest.fixture
def stand_in(app: FastAPI) -> Iterator[Callable[..., Any]]:
    """`stand_in(PetClient, fastapi_app)`: calls to that service reach the given ASGI app instead."""

    def put(kind: Any, service: Any) -> Any:
        return app.state.clients.use(kind, httpx.ASGITransport(service))

    yield put
    app.state.clients._made.clear()
