"""What this process makes sure of when it starts, as soon as the database is there."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

import structlog
from fastapi import FastAPI

from app.config import settings
from app.services.first_admin import ensure_first_admin
from app.services.rights import seed_rights

RETRY_S = 2.0
log = structlog.get_logger()


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None, None]:
    """Beside the service, not before it: a database that is away must not keep it from starting."""
    task = asyncio.create_task(_prepare(app))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _prepare(app: FastAPI) -> None:
    while True:
        try:
            await app.state.schema.until_ready(app.state.engine)
            await prepare(app)
            return
        except Exception as error:
            log.warning("startup.will_retry", error=type(error).__name__)
            await asyncio.sleep(RETRY_S)


async def prepare(app: FastAPI) -> None:
    async with app.state.sessions.begin() as session:
        await seed_rights(session)
    password = settings.admin_password.get_secret_value()
    if not settings.admin_email or not password:
        return
    async with app.state.sessions.begin() as session:
        if await ensure_first_admin(session, settings.admin_email, password):
            log.info("startup.first_admin_made")
