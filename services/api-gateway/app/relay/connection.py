"""One HTTP/1.1 connection to an upstream: carries one exchange at a time, flow held back both ways.

Two kinds of users: who waits (`answer`, `read`, `drain`), and a `Taker` that is called at once.
"""

import asyncio
from collections.abc import Callable
from typing import Protocol, cast

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

from app.relay.errors import Broken, Malformed, TooSlow, UpstreamError
from app.relay.headers import Headers
from app.relay.plain import Plain, read_plain
from app.relay.shape import Shape, shape_of

HIGH_WATER = 256 * 1024
LARGEST_HEAD = 64 * 1024


class Taker(Protocol):
    """Is told how an exchange goes on instead of waiting for it."""

    def progressed(self) -> None:
        """Something of the answer came, or its end, or a failure."""

    def came_whole(self, plain: Plain, body: bytes) -> None:
        """All of the answer came at once: what small answers mostly do."""

    def upstream_full(self) -> None: ...

    def upstream_ready(self) -> None: ...


class Connection(asyncio.Protocol):
    """`begin`, `write`, then `answer` and `read` until `finished`; `reusable` says if another may follow."""

    __slots__ = (
        "_buffered",
        "_chunks",
        "_complete",
        "_framed",
        "_head_only",
        "_head_size",
        "_keep_alive",
        "_left",
        "_loop",
        "_on_lost",
        "_parser",
        "_shape",
        "_taker",
        "_transport",
        "_waiter",
        "_writable",
        "active_at",
        "answered",
        "exchanges",
        "failure",
        "head_done",
        "headers",
        "idle_since",
        "plain",
        "status",
    )

    def __init__(self, on_lost: "Callable[[Connection], None]") -> None:
        self._loop = asyncio.get_running_loop()
        self._on_lost = on_lost
        self._parser = HttpResponseParser(self)
        self._shape: Shape | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._writable: asyncio.Future[None] | None = None
        self.failure: UpstreamError | None = None
        self._transport: asyncio.Transport
        self.active_at = 0.0
        self._head_only = False
        self.idle_since = 0.0
        self.exchanges = 0
        self._forget()

    def _forget(self) -> None:
        self.status = 0
        self.headers: Headers = []
        self.answered = False
        self.plain: Plain | None = None
        self._left = 0
        self._taker: Taker | None = None
        self._head_size = 0
        self.head_done = self._complete = self._keep_alive = self._framed = False
        self._chunks: list[bytes] = []
        self._buffered = 0

    # What the relay asks of it

    def begin(self, *, head_only: bool, taker: Taker | None = None) -> None:
        """Ready for the next exchange; `head_only` since only the asker knows that HEAD has no body."""
        self._forget()
        self._head_only = head_only
        self._taker = taker
        self.exchanges += 1

    def rest(self) -> None:
        """Nobody needs it for a while."""
        self.idle_since = self._loop.time()

    def leave(self) -> None:
        """The taker is told no more."""
        self._taker = None

    def write(self, data: bytes) -> None:
        self.active_at = self._loop.time()
        self._transport.write(data)

    async def drain(self) -> None:
        """Wait until the upstream has taken enough of what was written."""
        if self._writable is not None:
            await self._writable
        if self.failure is not None:
            raise self.failure

    async def answer(self, patience: float) -> None:
        """Wait for the answer's head: `status` and `headers` hold it afterwards."""
        while not self.head_done:
            if self.failure is not None:
                raise self.failure
            await self._wait(patience)

    async def read(self, patience: float) -> bytes:
        """The next piece of the body, empty at its end."""
        while not self._chunks:
            if self._complete:
                return b""
            if self.failure is not None:
                raise self.failure
            await self._wait(patience)
        was_held = self._buffered > HIGH_WATER
        piece = self.take()
        if was_held and self.failure is None:
            self._transport.resume_reading()
        return piece

    def take(self) -> bytes:
        """What has come of the body, without waiting."""
        piece = self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)
        self._chunks.clear()
        self._buffered = 0
        return piece

    def hold(self) -> None:
        """Read no more of the answer until `go_on`: nobody takes it."""
        if self.failure is None and not self._transport.is_closing():
            self._transport.pause_reading()

    def go_on(self) -> None:
        if self.failure is None and not self._transport.is_closing():
            self._transport.resume_reading()

    @property
    def finished(self) -> bool:
        return self._complete and not self._chunks

    @property
    def reusable(self) -> bool:
        return self._keep_alive and self.failure is None and not self._transport.is_closing()

    def is_good_within(self, rest_s: float) -> bool:
        """Reusable, and not resting for longer than that."""
        return self.reusable and self._loop.time() - self.idle_since <= rest_s

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
        remaining = self.active_at + patience - self._loop.time()
        if remaining > 0.001:  # something was written or read since: the silence began later
            self._loop.call_later(remaining, self._expire, waiter, patience)
        else:
            self._fail(TooSlow(f"nothing came for {patience:g} s"))

    def _wake(self) -> None:
        if self._taker is not None:
            self._taker.progressed()
        elif self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _fail(self, failure: UpstreamError) -> None:
        if self.failure is None:
            self.failure = failure
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
        if self._taker is not None and self._is_plainly_taken(self._taker, data):
            return
        self.answered = True
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            self._fail(Malformed(f"not an HTTP answer: {error}"))
            return
        if not self.head_done:
            return
        self.active_at = self._loop.time()
        if self._taker is None and self._buffered > HIGH_WATER and not self._complete:
            self._transport.pause_reading()
        self._wake()

    def _is_plainly_taken(self, taker: Taker, data: bytes) -> bool:
        """Whether the data is of an answer that needs no parser: all of its head at once, or its body."""
        if self.plain is None:
            if self.answered or (plain := self._read_head(data)) is None:
                return False
            self.answered = self.head_done = self._framed = self._keep_alive = True
            self.plain, self.status = plain, plain.status
            self._left = 0 if self._head_only else plain.length
            data = data[plain.size :]
            if len(data) == self._left:
                self._complete = True
                taker.came_whole(plain, data)
                return True
        self.active_at = self._loop.time()
        if len(data) > self._left:
            self._keep_alive = False  # more than it promised
            data = data[: self._left]
        if data:
            self._chunks.append(data)
            self._left -= len(data)
        self._complete = not self._left
        taker.progressed()
        return True

    def _read_head(self, data: bytes) -> Plain | None:
        if self._shape is not None and (plain := self._shape.read(data)) is not None:
            return plain
        if (plain := read_plain(data)) is not None:
            self._shape = shape_of(data, plain)
        return plain

    def connection_lost(self, exc: Exception | None) -> None:
        if self.head_done and not self._framed and exc is None:
            self._complete = True  # HTTP/1.0 manner: the end of the connection ends the body
        if self.failure is None:
            self.failure = Broken(str(exc) if exc else "the upstream closed the connection")
        self._on_lost(self)
        self.resume_writing()
        self._wake()

    def pause_writing(self) -> None:
        if self._taker is not None:
            self._taker.upstream_full()
        else:
            self._writable = self._loop.create_future()

    def resume_writing(self) -> None:
        if self._taker is not None:
            self._taker.upstream_ready()
        if self._writable is not None and not self._writable.done():
            self._writable.set_result(None)
        self._writable = None

    # httptools callbacks

    def on_header(self, name: bytes, value: bytes) -> None:
        self._head_size += len(name) + len(value)
        if self._head_size > LARGEST_HEAD:
            raise ValueError("the answer's head is too large")
        if not self.head_done:  # else a trailer: nobody downstream was told to expect one
            self.headers.append((name.lower(), value))

    def on_headers_complete(self) -> None:
        if self.head_done:
            return
        status = self._parser.get_status_code()
        if 100 <= status < 200:
            self.headers = []
            return
        self.status = status
        self.head_done = True
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
        if not self.head_done:
            return  # the end of a 1xx
        if not self._head_only:
            self._keep_alive = self._parser.should_keep_alive()
        self._complete = True

    def on_message_begin(self) -> None:
        if self._complete:
            self._keep_alive = False  # a second answer to one question
