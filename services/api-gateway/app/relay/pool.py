"""The kept-alive connections to one endpoint of an upstream."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.relay.connection import Connection
from app.relay.errors import Unreachable


@dataclass(frozen=True, slots=True)
class Patience:
    """How long each step may take, in seconds."""

    connect: float = 2.0
    answer: float = 30.0
    """From the last byte sent until the answer's head."""
    handshake: float = 5.0
    """From connecting until a WebSocket is open."""
    idle: float = 60.0
    """Silence in the middle of an answer."""
    client: float = 30.0
    """Silence of the client in the middle of its body, or not taking the answer."""
    slowest: int = 512
    """Bytes a second of a client's body, on average, beyond its first `client` seconds."""
    keep_alive: float = 3.0
    """Shorter than the services' 5 s: else we would write into connections that they are closing."""


class Pool:
    def __init__(self, url: str, patience: Patience, *, most: int = 1000) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"{url!r} is not an http(s) URL")
        self.host = parts.hostname
        self.port = parts.port or (443 if parts.scheme == "https" else 80)
        self.authority = parts.netloc.rpartition("@")[2].encode()
        self._secure = parts.scheme == "https"
        self.websocket_scheme = "wss" if self._secure else "ws"
        self._patience = patience
        self._most = most
        self._idle: list[Connection] = []
        self._all: set[Connection] = set()

    def take(self) -> Connection | None:
        """The connection used last that is still good: the others grow old and are closed."""
        while self._idle:
            connection = self._idle.pop()
            if connection.is_good_within(self._patience.keep_alive):
                return connection
            connection.abort()
        return None

    async def open(self) -> Connection:
        if len(self._all) >= self._most:
            raise Unreachable(f"{self._most} connections to {self.host}:{self.port} are in use")
        try:
            async with asyncio.timeout(self._patience.connect):
                _, connection = await asyncio.get_running_loop().create_connection(
                    lambda: Connection(self._all.discard),
                    self.host,
                    self.port,
                    ssl=True if self._secure else None,
                )
        except TimeoutError:
            raise Unreachable(f"{self.host}:{self.port} does not accept connections") from None
        except OSError as error:
            raise Unreachable(f"{self.host}:{self.port}: {error}") from error
        self._all.add(connection)
        return connection

    def put_back(self, connection: Connection) -> None:
        if not connection.reusable:
            connection.abort()
            return
        connection.rest()
        self._idle.append(connection)

    def close_aged(self) -> None:
        """Close what was idle for too long, and forget what the upstream closed."""
        kept: list[Connection] = []
        for connection in self._idle:
            if connection.is_good_within(self._patience.keep_alive):
                kept.append(connection)
            else:
                connection.abort()
        self._idle = kept

    def close(self) -> None:
        for connection in list(self._all):
            connection.abort()
        self._idle.clear()
        self._all.clear()

    @property
    def size(self) -> int:
        return len(self._all)
