"""One service's process: `uvicorn main:app` as the platform runs it, in the service's folder."""

import asyncio
import ctypes
import gc
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

import uvicorn

from lapa_cli.catalogue import GATEWAY

SETTLED_AFTER = 5.0
FAST_LANE = "app.fastlane.protocol:FastProtocol"


class Server(uvicorn.Server):
    """Gives back, once it has settled, what only starting needed."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        asyncio.get_running_loop().call_later(SETTLED_AFTER, give_back_memory)


def give_back_memory() -> None:
    gc.collect()
    gc.freeze()
    with suppress(AttributeError, OSError):  # glibc alone has it
        ctypes.CDLL(None).malloc_trim(0)


def main() -> None:
    host, port = sys.argv[1:]
    is_gateway = Path.cwd().name == GATEWAY.name
    config = uvicorn.Config(
        "main:app",
        host=host,
        port=int(port),
        loop="uvloop",
        http=FAST_LANE if is_gateway else "httptools",
        ws="websockets-sansio",
        lifespan="on",
        access_log=False,
        log_config=None,
        server_header=False,
        # a service believes the gateway about the caller's address, the gateway only whom FORWARDED_ALLOW_IPS names
        proxy_headers=not is_gateway or "FORWARDED_ALLOW_IPS" in os.environ,
        timeout_graceful_shutdown=5,
    )
    server = Server(config)
    server.run()
    if not server.started:
        sys.exit(3)
