"""One HTTP/1.1 connection to an upstream: carries one exchange at a time, flow held back both ways."""

import asyncio
from collections.abc import Callable
from typing import cast

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

from app.relay.errors import Broken, Malformed, TooSlow, UpstreamError

Headers = list[tuple[bytes, bytes]]

HIGH_WATER = 256 * 1024
LARGEST_HEAD = 64 * 1024
BODILESS = frozenset({204, 304})


class Connection(asyncio.Protocol):
    """`begin`, `write`, then `answer` and `read` until `finished`; `reusable` says if another may follow."""

    __slots__ = (
        "_active_at",
        "_buffered",
        "_chunks",
        "_complete",
        "_failure",
        "_framed",
        "_head_done",
        "_head_only",
        "_head_size",
        "_keep_alive",
        "_loop",
        "_on_lost",
        "_parser",
        "_transport",
        "_waiter",
        "_writable",
        "answered",
        "exchanges",
        "headers",
        "idle_since",
        "status",
    )

    def __init__(self, on_lost: "Callable[[Connection], None]") -> None:
        self._loop = asyncio.get_running_loop()
        self._on_lost = on_lost
        self._parser = HttpResponseParser(self)
        self._waiter: asyncio.Future[None] | None = None
        self._writable: asyncio.Future[None] | None = None
        self._failure: UpstreamError | None = None
        self._transport: asyncio.Transport
        self._active_at = 0.0
        self._head_only = False
        self.idle_since = 0.0
        self.exchanges = 0
        self._forget()

    def _forget(self) -> None:
        self.status = 0
        self.headers: Headers = []
        self.answered = False
        self._head_size = 0
        self._head_done = self._complete = self._keep_alive = self._framed = False
        self._chunks: list[bytes] = []
        self._buffered = 0

    # What the relay asks of it

    def begin(self, *, head_only: bool) -> None:
        """Ready for the next exchange; `head_only` since only the asker knows that HEAD has no body."""
        self._forget()
        self._head_only = head_only
        self.exchanges += 1

    def write(self, data: bytes) -> None:
        self._active_at = self._loop.time()
        self._transport.write(data)

    async def drain(self) -> None:
        """Wait until the upstream has taken enough of what was written."""
        if self._writable is not None:
            await self._writable
        if self._failure is not None:
            raise self._failure

    async def answer(self, patience: float) -> None:
        """Wait for the answer's head: `status` and `headers` hold it afterwards."""
        while not self._head_done:
            if self._failure is not None:
                raise self._failure
            await self._wait(patience)

    async def read(self, patience: float) -> bytes:
        """The next piece of the body, empty at its end."""
        while not self._chunks:
            if self._complete:
                return b""
            if self._failure is not None:
                raise self._failure
            await self._wait(patience)
        piece = self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)
        self._chunks.clear()
        if self._buffered > HIGH_WATER and self._failure is None:
            self._transport.resume_reading()
        self._buffered = 0
        return piece

    @property
    def finished(self) -> bool:
        return self._complete and not self._chunks

    @property
    def reusable(self) -> bool:
        return self._keep_alive and self._failure is None and not self._transport.is_closing()

    @property
    def fresh(self) -> bool:
        """Whether this is the first exchange here: an older connection may have died of age."""
        return self.exchanges <= 1

    def abort(self) -> None:
        self._fail(Broken("the exchange was given up"))

    # Waiting

    async def _wait(self, patience: float) -> None:
        waiter = self._waiter = self._loop.create_future()
        timer = self._loop.call_later(patience, self._expire, waiter, patience)
        try:
            await waiter
        finally:
            self._waiter = None
            timer.cancel()

    def _expire(self, waiter: asyncio.Future[None], patience: float) -> None:
        if waiter.done():
            return
        remaining = self._active_at + patience - self._loop.time()
        if remaining > 0.001:  # something was written or read since: the silence began later
            self._loop.call_later(remaining, self._expire, waiter, patience)
        else:
            self._fail(TooSlow(f"nothing came for {patience:g} s"))

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _fail(self, failure: UpstreamError) -> None:
        if self._failure is None:
            self._failure = failure
        self._transport.abort()
        self.resume_writing()
        self._wake()

    # asyncio.Protocol

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        if self._complete or not self.exchanges:
            self._fail(Malformed("the upstream spoke without being asked"))
            return
        self.answered = True
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            self._fail(Malformed(f"not an HTTP answer: {error}"))
            return
        if not self._head_done:
            return
        self._active_at = self._loop.time()
        if self._buffered > HIGH_WATER and not self._complete:
            self._transport.pause_reading()
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._head_done and not self._framed and exc is None:
            self._complete = True  # HTTP/1.0 manner: the end of the connection ends the body
        if self._failure is None:
            self._failure = Broken(str(exc) if exc else "the upstream closed the connection")
        self._on_lost(self)
        self.resume_writing()
        self._wake()

    def pause_writing(self) -> None:
        self._writable = self._loop.create_future()

    def resume_writing(self) -> None:
        if self._writable is not None and not self._writable.done():
            self._writable.set_result(None)
        self._writable = None

    # httptools callbacks

    def on_header(self, name: bytes, value: bytes) -> None:
        self._head_size += len(name) + len(value)
        if self._head_size > LARGEST_HEAD:
            raise ValueError("the answer's head is too large")
        if not self._head_done:  # else a trailer: nobody downstream was told to expect one
            self.headers.append((name.lower(), value))

    def on_headers_complete(self) -> None:
        if self._head_done:
            return
        status = self._parser.get_status_code()
        if 100 <= status < 200:
            self.headers = []
            return
        self.status = status
        self._head_done = True
        self._framed = any(
            name in (b"content-length", b"transfer-encoding") for name, _ in self.headers
        )
        if self._head_only:
            self._keep_alive = self._parser.should_keep_alive()
            self._parser = HttpResponseParser(self)
            self._complete = True

    def on_body(self, body: bytes) -> None:
        if self._complete:
            self._keep_alive = False
            return
        self._chunks.append(body)
        self._buffered += len(body)

    def on_message_complete(self) -> None:
        if not self._head_done:
            return  # the end of a 1xx
        if not self._head_only:
            self._keep_alive = self._parser.should_keep_alive()
        self._complete = True

    def on_message_begin(self) -> None:
        if self._complete:
            self._keep_alive = False  # a second answer to one question
