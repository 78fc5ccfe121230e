"""Sockets to the running service."""

import asyncio
import os
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import httpx
import pytest
import pytest_asyncio
from websockets.asyncio.client import connect
from wire import Wire, free_port


@pytest.fixture
def on_line() -> Callable[..., AbstractAsyncContextManager[Wire]]:
    """`async with on_line(server, headers) as wire`: a client's socket."""

    @asynccontextmanager
    async def dial(url: str, headers: dict[str, str]) -> AsyncGenerator[Wire]:
        address = url.replace("http", "ws") + "/api/v1/chats/ws"
        async with connect(address, additional_headers=headers) as socket:
            yield Wire(socket)

    return dial


@pytest_asyncio.fixture
async def second_process(app: Any, server: str) -> AsyncIterator[str]:
    """The base URL of another process of this service, beside `server`, on the same Redis and database."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "main:app", "--port", str(port)]
    options = ["--log-level", "warning", "--ws", "websockets-sansio"]
    environment = {**os.environ, "LAPA_INSTANCE": "second"}
    process = await asyncio.create_subprocess_exec(*command, *options, env=environment)
    url = f"http://127.0.0.1:{port}"
    try:
        async with httpx.AsyncClient() as http, asyncio.timeout(90):
            while not await _answers(http, url):
                await asyncio.sleep(0.1)
        yield url
    finally:
        process.kill()
        await process.wait()


async def _answers(http: httpx.AsyncClient, url: str) -> bool:
    try:
        return (await http.get(f"{url}/health")).is_success
    except httpx.TransportError:
        return False
