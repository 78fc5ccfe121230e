"""What only the protocol can do for its client, whichever lane: ends of heads, idle connections, what is no HTTP."""

import asyncio
from typing import Any

from uvicorn.config import Config
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from app import policy
from app.fastlane import answers
from app.fastlane.passage import Passage
from app.policy import HeadersTooLarge, MalformedRequest
from app.refusals import RequestTimeout
from app.services.gateway import Gateway
from app.visit import Visit
from lapa_kit.problems import Problem


class PatientProtocol(HttpToolsProtocol):
    """uvicorn's protocol with an end to its patience."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.gateway, self.proxies = _behind(self.app)
        self.passage: Passage | None = None
        self._begun = self._ended = 0
        """Messages in this piece of data."""
        self._is_in_head = self._is_in_message = False
        self._head_since = 0.0
        self._head_size = 0
        self._idle_since = 0.0
        self._idle_timer: asyncio.TimerHandle | None = None
        self._said_by_server: tuple[list[tuple[bytes, bytes]], bytes] = ([], b"")

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)  # pyright: ignore[reportArgumentType]
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self.gateway.deadlines.discard(self)
        if self._idle_timer is not None:
            self._idle_timer.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._begun = self._ended = 0
        super().data_received(data)
        if self._is_in_head:
            self._head_grows(len(data))

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begun += 1
        self._is_in_head = self._is_in_message = True

    def on_headers_complete(self) -> None:
        self.head_came()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self.message_ended()
        super().on_message_complete()

    def head_came(self) -> None:
        self._is_in_head = False
        if self._head_since:
            self._head_since = 0.0
            self.gateway.deadlines.discard(self)

    def message_ended(self) -> None:
        self._is_in_message = False
        self._ended += 1

    @property
    def current(self) -> Any:
        """uvicorn's cycle, a passage in its place, or None before the first request."""
        return self.cycle

    @property
    def is_answered(self) -> bool:
        """Nothing that was asked waits for its answer."""
        current = self.current
        return not self.pipeline and (current is None or current.response_complete)

    # What is said

    def say(self, data: bytes) -> None:
        self.transport.write(data)

    def closing_line(self) -> bytes:
        """What ends every head: the date, and `Connection: close` if this answer is the last."""
        headers = self.server_state.default_headers
        if self._said_by_server[0] is not headers:
            lines = b"".join([b"%b: %b\r\n" % header for header in headers])
            self._said_by_server = headers, lines
        is_last = self.passage is not None and not self.passage.keep_alive
        return self._said_by_server[1] + answers.CLOSE if is_last else self._said_by_server[1]

    def send_400_response(self, msg: str) -> None:
        self._close_with(MalformedRequest("The request is not HTTP/1.1."))

    def _close_with(self, problem: Problem) -> None:
        """For what is not even a request. In the middle of an answer nothing can be said any more."""
        self.gateway.deadlines.discard(self)
        if self.passage is not None:
            self.passage.break_off(problem)
        elif self._may_still_speak():
            visit = Visit("GET", "http", "unknown", [], self.gateway.statistics)
            self.say(answers.problem(visit, "", problem, self.closing_line() + answers.CLOSE))
            visit.finish(problem.status)
        self.transport.close()

    def _may_still_speak(self) -> bool:
        """Whether no answer of the other lane is under way; one that has not begun never will."""
        cycle = self.current
        if self.pipeline:
            return False
        if isinstance(cycle, RequestResponseCycle) and not cycle.response_complete:
            cycle.disconnected = True
            cycle.message_event.set()
            return not cycle.response_started
        return True

    # Heads

    def _expect_head(self) -> None:
        self._head_since, self._head_size = self.loop.time(), 0
        self.gateway.deadlines.add(self)

    def _head_grows(self, size: int) -> None:
        if not self._head_since:
            self._expect_head()
        self._head_size += size
        if self._head_size > 2 * policy.LARGEST_HEAD:
            self._close_with(HeadersTooLarge())

    def check(self, now: float) -> None:
        """The time for a head runs from its first byte, for the first one from the connection's beginning."""
        if now - self._head_since <= self.gateway.settings.client_timeout_s:
            return
        if self._is_in_head:
            self._close_with(RequestTimeout())
        else:
            self.gateway.deadlines.discard(self)
            self.transport.close()

    # Idle connections

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self.begin_idling()

    def begin_idling(self) -> None:
        self._idle_since = self.loop.time()
        if self._idle_timer is None:
            self._idle_timer = self.loop.call_later(self.timeout_keep_alive, self._close_if_idle)

    def _close_if_idle(self) -> None:
        """One timer for many requests: it looks how long ago the last was, instead of starting anew.

        What still comes of a body that was answered already keeps nothing open.
        """
        self._idle_timer = None
        if self.transport.is_closing() or self._is_in_head or not self.is_answered:
            return
        remaining = self._idle_since + self.timeout_keep_alive - self.loop.time()
        if remaining > 0.001:
            self._idle_timer = self.loop.call_later(remaining, self._close_if_idle)
        else:
            self.transport.close()


def _behind(app: Any) -> tuple[Gateway, ProxyHeadersMiddleware | None]:
    """The gateway of the app that uvicorn serves, and what uvicorn has put around it."""
    return _gateway_of(app), app if isinstance(app, ProxyHeadersMiddleware) else None


def _gateway_of(app: Any) -> Gateway:
    while not hasattr(app, "state"):
        app = app.app
    return app.state.gateway
