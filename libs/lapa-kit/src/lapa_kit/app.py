"""The app factory: from a service's routers, subscriber and jobs to a process that can be run anywhere."""

import asyncio
import inspect
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import structlog
from fastapi import APIRouter, FastAPI
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from starlette.middleware.cors import CORSMiddleware

from lapa_kit import clock, openapi, problems, wording
from lapa_kit.auth import Authenticator, PermissionDenied
from lapa_kit.clients import Clients
from lapa_kit.db import create_engine
from lapa_kit.denials import deny
from lapa_kit.events import Subscriber
from lapa_kit.events.outbox import Relay
from lapa_kit.events.subscriber import Consumer
from lapa_kit.events.transport import connect
from lapa_kit.health import health_router, liveness_router
from lapa_kit.housekeeping import housekeeping
from lapa_kit.jobs import Jobs, Runner, Worker
from lapa_kit.keys import fetch_keys
from lapa_kit.operations import operations_router
from lapa_kit.permission_table import fetch_permissions
from lapa_kit.privacy.declaration import Privacy
from lapa_kit.privacy.erasing import erasing
from lapa_kit.privacy.retention import retaining
from lapa_kit.privacy.routes import privacy_router
from lapa_kit.problems import LastResort
from lapa_kit.ratelimit import RateLimiter
from lapa_kit.realtime import Hub
from lapa_kit.schema import Schema
from lapa_kit.settings import ServiceSettings
from lapa_kit.snapshots import Source, snapshots_router
from lapa_kit.telemetry import API, INTERNAL, Telemetry, configure_logging

log = structlog.get_logger()

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]
Measure = Callable[[AsyncSession], Awaitable[None]]


def create_app(
    settings: ServiceSettings,
    *,
    routers: Sequence[APIRouter],
    internal: Sequence[APIRouter] = (),
    subscriber: Subscriber | None = None,
    jobs: Jobs | None = None,
    liveness: APIRouter = liveness_router,
    well_known: Sequence[APIRouter] = (),
    lifespan: Lifespan | None = None,
    measures: Sequence[Measure] = (),
    privacy: Privacy | None = None,
    snapshots: Sequence[Source] = (),
) -> FastAPI:
    """A service: `routers` under /api/v1, `internal` under /internal/v1 for other services only,
    `well_known` under /.well-known (RFC 8615).

    `liveness` serves /health where there is more to say than that the process answers; `measures`
    set the service's own gauges when /metrics is scraped; `privacy` says what it holds of people,
    `snapshots` what others copy of it.
    """
    configure_logging(settings)
    wording.learn(Path(inspect.getfile(type(settings))).parent / "texts")
    app = FastAPI(
        title=settings.service_name,
        version=settings.version,
        lifespan=_lifespan_of(lifespan),
        generate_unique_id_function=openapi.operation_id,
    )
    app.state.settings = settings
    app.state.subscriber = subscriber or Subscriber()
    app.state.jobs = jobs or Jobs()
    app.state.measures = measures
    app.state.privacy = privacy or Privacy()
    app.state.snapshots = snapshots
    app.state.lifespan_tasks = True
    app.state.authenticator = Authenticator(settings)
    app.state.clients = Clients(settings)
    housekeeping(app.state.jobs)
    erasing(app.state.jobs, app.state.privacy)
    retaining(app.state.jobs, app.state.privacy)
    problems.install(app)
    app.add_exception_handler(PermissionDenied, deny)
    openapi.install(app)
    app.include_router(liveness)
    app.include_router(health_router)
    app.include_router(operations_router, prefix=API)
    for router in routers:
        app.include_router(router, prefix=API)
    for router in well_known:
        app.include_router(router, prefix="/.well-known")
    for router in (*internal, privacy_router, snapshots_router):
        app.include_router(router, prefix=INTERNAL, include_in_schema=False)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["*"],
            allow_headers=["*"],
            expose_headers=["ETag", "X-Request-Id", "Retry-After", "Idempotency-Replayed"],
        )
    app.add_middleware(LastResort)
    app.add_middleware(Telemetry)
    return app


def _lifespan_of(own: Lifespan | None) -> Lifespan:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None, None]:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(resources(app))
            if app.state.lifespan_tasks:
                await stack.enter_async_context(background(app))
            if own:
                await stack.enter_async_context(own(app))
            log.info("service.started", version=app.version)
            yield

    return lifespan


@asynccontextmanager
async def resources(app: FastAPI) -> AsyncGenerator[None, None]:
    """The connections of the process: made lazily, so that a service starts while its database is away."""
    settings: ServiceSettings = app.state.settings
    engine = create_engine(settings)
    redis = Redis.from_url(
        settings.redis_url, decode_responses=True, socket_timeout=2, socket_connect_timeout=1
    )
    app.state.engine, app.state.redis = engine, redis
    app.state.sessions = async_sessionmaker(engine, expire_on_commit=False)
    app.state.rate_limiter = RateLimiter(redis)
    app.state.hub = Hub(settings)
    app.state.schema = Schema(settings)
    try:
        yield
    finally:
        await app.state.clients.close()
        await redis.aclose()
        await engine.dispose()


@asynccontextmanager
async def background(app: FastAPI) -> AsyncGenerator[None, None]:
    """What a process does besides answering; a task that dies is logged and started again."""
    settings: ServiceSettings = app.state.settings
    authenticator: Authenticator = app.state.authenticator
    redis: Redis = app.state.redis
    transport = connect(settings.events_transport_url)
    relay = Relay(app.state.sessions, transport, settings.service_name)
    runner = Runner(app.state.jobs, Worker(app.state.sessions, app.state.clients, settings))
    consumer = Consumer(app.state.sessions, app.state.subscriber, transport)
    process = f"{settings.service_name}-{settings.process_name}"
    loops: dict[str, Callable[[], Coroutine[Any, Any, None]]] = {
        "revocations": lambda: authenticator.revocations.follow(redis),
        "permissions": lambda: authenticator.permissions.follow(lambda: fetch_permissions(app)),
        "outbox": relay.run,
        "jobs": runner.run,
        "realtime": app.state.hub.listen,
        "pings": app.state.hub.ping,
    }
    if settings.jwks_url and not settings.needs_jwt_secret:
        verifier = authenticator.verifier
        loops["keys"] = lambda: verifier.keys.follow(
            lambda: fetch_keys(settings.jwks_url), verifier.forget
        )
    if app.state.subscriber.streams:
        loops["events"] = lambda: consumer.run(settings.service_name, process)
    if settings.test_mode:
        loops["clock"] = lambda: clock.follow(redis, process)
    if settings.debug:
        await app.state.schema.upgrade()
    tasks = [asyncio.create_task(_kept_alive(app, name, loop)) for name, loop in loops.items()]
    app.state.consumer, app.state.runner, app.state.relay = consumer, runner, relay
    app.state.transport = transport
    try:
        yield
    finally:
        await _end(tasks)
        await transport.close()


async def _end(tasks: Sequence[asyncio.Task[None]]) -> None:
    """Cancel until they are gone: a client library that is just answering can swallow a cancellation."""
    alive = set(tasks)
    while alive:
        for task in alive:
            task.cancel()
        _, alive = await asyncio.wait(alive, timeout=1)


async def _kept_alive(
    app: FastAPI, name: str, loop: Callable[[], Coroutine[Any, Any, None]]
) -> None:
    needs_schema = name in ("outbox", "jobs", "events")
    while True:
        try:
            if needs_schema:
                await app.state.schema.until_ready(app.state.engine)
            await loop()
        except Exception:
            log.exception("background.crashed", task=name)
            await asyncio.sleep(1)
