"""The service as a process of its own, with settings that differ from the tests'."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import httpx


@asynccontextmanager
async def service_process(**settings: str) -> AsyncGenerator[str, None]:
    """The base URL of `uvicorn main:app` on the database of a `committed` test."""
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port = chosen.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "uvicorn", "main:app", "--port", str(port)),
        env={**os.environ, **settings},
    )
    url = f"http://127.0.0.1:{port}"
    try:
        await _until_ready(process, url)
        yield url
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def _until_ready(process: asyncio.subprocess.Process, url: str) -> None:
    async with asyncio.timeout(60), httpx.AsyncClient(base_url=url) as http:
        while process.returncode is None:
            try:
                if (await http.get("/health/ready")).is_success:
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.05)
    raise AssertionError(f"the service ended with {process.returncode} before it was ready")
