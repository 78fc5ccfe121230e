"""One Redis of our own: started, and asked whether it is ready."""

import asyncio
import os

from lapa_cli.failures import Failure
from lapa_cli.layout import Place
from lapa_cli.native import Redis
from lapa_cli.running.children import Owner, spawn

PATIENCE = 60.0


class Broker:
    def __init__(self, place: Place, program: Redis, owner: Owner | None, *, durable: bool) -> None:
        self.socket = place.redis_socket
        self.log = place.log("redis")
        self._data = place.redis_data
        self._program = program
        self._owner = owner
        self._durable = durable

    async def start(self) -> int:
        settings = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self._data),
            "databases": "32",
            "save": "",
            "appendonly": "yes" if self._durable else "no",
            "maxmemory-policy": "noeviction",
        }
        options = [part for name, value in settings.items() for part in (f"--{name}", value)]
        return spawn(
            [self._program.server, *options],
            log=self.log,
            cwd="/",
            environment={**os.environ, **self._program.environment},
            owner=self._owner,
        )

    async def until_ready(self) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while not await self._answers():
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise Failure(f"Redis does not start; see {self.log}") from None

    async def _answers(self) -> bool:
        """While it loads its file, Redis accepts connections and answers -LOADING."""
        try:
            reader, writer = await asyncio.open_unix_connection(str(self.socket))
        except OSError:
            return False
        try:
            writer.write(b"PING\r\n")
            return await reader.readline() == b"+PONG\r\n"
        finally:
            writer.close()
