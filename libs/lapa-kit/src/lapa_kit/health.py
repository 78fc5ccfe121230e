"""Liveness, readiness by dependency, and Prometheus metrics: the same in every service."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import structlog
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from lapa_kit import jobs
from lapa_kit.events import outbox

log = structlog.get_logger()
liveness_router = APIRouter(tags=["operations"])
health_router = APIRouter(tags=["operations"])
PATIENCE_S = 2.0

# of PostgreSQL, where the fault is in what the process was told or in a step left out
REFUSALS = {
    "22023": "not prepared: run `python -m lapa_kit.migrate --prepare` with the schemas as a superuser",
    "28000": "refused: POSTGRES_USER may not log in from here",
    "28P01": "refused: POSTGRES_USER or POSTGRES_PASSWORD is wrong",
    "3D000": "refused: there is no database named as POSTGRES_DB says",
}


class Liveness(BaseModel):
    status: str
    service: str
    version: str


class Readiness(BaseModel):
    status: str
    dependencies: dict[str, str]


@liveness_router.get("/health")
async def health(request: Request) -> Liveness:
    """The process answers."""
    return Liveness(status="ok", service=request.app.title, version=request.app.version)


@health_router.get("/health/ready", responses={503: {"model": Readiness}})
async def ready(request: Request) -> Response:
    """Each dependency by name: `ok`, or what is wrong with it."""
    checks: dict[str, Awaitable[str]] = {
        "database": _database(request.app),
        "schema": _schema(request.app),
        "redis": _redis(request.app),
    }
    results = await asyncio.gather(*(_within(check) for check in checks.values()))
    dependencies = dict(zip(checks, results, strict=True))
    is_ready = set(results) == {"ok"}
    body = Readiness(status="ready" if is_ready else "unready", dependencies=dependencies)
    return JSONResponse(body.model_dump(), 200 if is_ready else 503)


@health_router.get("/metrics", include_in_schema=False)
async def metrics(request: Request) -> Response:
    """Prometheus text format; the lags are measured at the scrape."""
    try:
        async with asyncio.timeout(PATIENCE_S), request.app.state.sessions.begin() as session:
            for measure in (outbox.measure, jobs.measure, *request.app.state.measures):
                await measure(session)
    except Exception as error:
        # the database being away is what readiness tells; the other metrics are still good
        log.info("metrics.lags_unknown", error=type(error).__name__)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _within(check: Awaitable[str]) -> str:
    try:
        return await asyncio.wait_for(check, PATIENCE_S)
    except DBAPIError as error:
        code = str(getattr(error.orig, "sqlstate", ""))
        return REFUSALS.get(code) or f"unavailable: {type(error).__name__}"
    except Exception as error:
        return f"unavailable: {type(error).__name__}"


async def _database(app: FastAPI) -> str:
    async with app.state.sessions() as session:
        await session.execute(text("select 1"))
    return "ok"


async def _schema(app: FastAPI) -> str:
    return await app.state.schema.check(app.state.engine)


async def _redis(app: FastAPI) -> str:
    redis: Any = app.state.redis
    await redis.ping()
    return "ok"
