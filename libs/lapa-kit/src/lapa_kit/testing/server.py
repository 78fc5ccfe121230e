"""A service on a real port inside the test's own event loop."""

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import Any

import uvicorn


class PromptServer(uvicorn.Server):
    """Ends as soon as it may: uvicorn's own looks every tenth of a second, several times over."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._is_told = asyncio.Event()

    def end(self) -> None:
        self.should_exit = True
        self._is_told.set()

    async def main_loop(self) -> None:
        tenths = 0
        while not await self.on_tick(tenths):
            tenths += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(self._is_told.wait(), 0.1)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        while self.server_state.connections or self.server_state.tasks:
            await asyncio.sleep(0.002)
        await self.lifespan.shutdown()


@asynccontextmanager
async def running(
    app: Any, *, port: int = 0, http: str | type[asyncio.Protocol] = "httptools"
) -> AsyncGenerator[str, None]:
    """The base URL of the app while the block runs; its lifespan runs too. Without a port: a free one."""
    config = uvicorn.Config(
        app,
        host="127.0.0.1",
        port=port,
        log_config=None,
        access_log=False,
        http=http,  # pyright: ignore[reportArgumentType]
        ws="websockets-sansio",
    )
    server = PromptServer(config)
    task = asyncio.create_task(server.serve())
    while not server.started:
        if task.done():
            task.result()
            raise RuntimeError("the server ended before it had started")
        await asyncio.sleep(0.002)
    taken = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{taken}"
    finally:
        server.end()
        await task
