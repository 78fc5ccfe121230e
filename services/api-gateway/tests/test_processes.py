"""Two processes of the gateway, as the platform runs them, on one Redis."""

import asyncio
import os
import socket
import sys
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest_asyncio

from lapa_kit.ids import new_id
from lapa_kit.testing import bearer

SERVICE = Path(__file__).parents[1]
PATH = "/api/v1/orders"
LIMIT = 30


@asynccontextmanager
async def process(upstream: str) -> AsyncGenerator[httpx.AsyncClient]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    told = {
        "ORDER_SERVICE_URL": upstream,
        "RATE_LIMIT_USER_PER_MINUTE": str(LIMIT),
        "LOG_LEVEL": "WARNING",
    }
    command = ["-m", "uvicorn", "main:app", "--port", str(port), "--http"]
    command += ["app.fastlane.protocol:FastProtocol", "--log-level", "warning"]
    child = await asyncio.create_subprocess_exec(
        sys.executable, *command, cwd=SERVICE, env={**os.environ, **told}
    )
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            async with asyncio.timeout(60):
                while not await _answers(client):
                    await asyncio.sleep(0.05)
            yield client
    finally:
        child.terminate()
        await child.wait()


async def _answers(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/health")).status_code == 200
    except httpx.TransportError:
        return False


@pytest_asyncio.fixture
async def two(upstream: str) -> AsyncIterator[list[httpx.AsyncClient]]:
    async with AsyncExitStack() as stack:
        starting = [stack.enter_async_context(process(upstream)) for _ in range(2)]
        yield list(await asyncio.gather(*starting))


async def test_two_processes_limit_and_count_as_one(two: list[httpx.AsyncClient]) -> None:
    one, other = two
    user = bearer(new_id())

    began = time.monotonic()
    first = [await one.get(PATH, headers=user) for _ in range(LIMIT - 10)]
    assert {answer.status_code for answer in first} == {200}
    asked = 0
    async with asyncio.timeout(10):
        while True:  # until it has heard what the first admitted
            answer = await other.get(PATH, headers=user)
            asked += 1
            if int(answer.headers["ratelimit-remaining"]) <= LIMIT - len(first) - asked + 1:
                break
            await asyncio.sleep(0.1)
    rest = [await other.get(PATH, headers=user) for _ in range(LIMIT)]
    admitted = len(first) + asked + sum(answer.status_code == 200 for answer in rest)
    refilled = (time.monotonic() - began) * LIMIT / 60
    assert LIMIT <= admitted <= LIMIT + refilled + 2

    total = len(first) + asked + len(rest)
    for each in two:  # until it has heard what the other counted
        async with asyncio.timeout(10):
            while _of_orders(told := await _statistics(each))["requests"] != total:
                await asyncio.sleep(0.1)
        assert told["processes"] == 2


async def _statistics(process: httpx.AsyncClient) -> dict[str, Any]:
    answer = await process.get("/api/v1/gateway/stats", headers=bearer(new_id(), "admin"))
    return answer.json()


def _of_orders(told: dict[str, Any]) -> dict[str, Any]:
    return next(item for item in told["items"] if item["service"] == "order-service")
