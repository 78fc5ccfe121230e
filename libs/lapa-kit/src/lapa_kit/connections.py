"""The process' own connections, for a route that needs more of them than the one transaction of `db.Session`."""

from typing import Annotated

from fastapi import Depends
from redis.asyncio import Redis
from starlette.requests import HTTPConnection

from lapa_kit.db import Sessions


async def _redis(connection: HTTPConnection) -> Redis:
    return connection.app.state.redis


async def _sessions(connection: HTTPConnection) -> Sessions:
    return connection.app.state.sessions


SharedRedis = Annotated[Redis, Depends(_redis)]
OwnTransactions = Annotated[Sessions, Depends(_sessions)]
"""For a request that calls somebody else between two transactions: none may be open while it waits."""
