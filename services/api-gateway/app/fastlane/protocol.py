"""The fast lane: uvicorn's own HTTP protocol, which relays the common request itself, at once, from the parser's
callbacks. What is not quite common goes to the ASGI app as ever, on the same connection.

`uvicorn main:app --http app.fastlane.protocol:FastProtocol`; see docs/adr/0009.
"""

import asyncio
from typing import Any

import structlog
from uvicorn.config import Config
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from app import policy
from app.admission import admit, find_destination
from app.fastlane import answers
from app.fastlane.passage import Passage, Refused
from app.fastlane.request import Head, Relayed, read_line, split_target
from app.identity import bearer
from app.policy import HeadersTooLarge, MalformedRequest
from app.refusals import InternalError, RequestTimeout
from app.relay.exchange import framing_line
from app.routing import Destination
from app.services.gateway import Gateway
from app.visit import Visit
from lapa_kit.problems import Problem

REUSED_METHODS = frozenset({b"GET", b"HEAD", b"DELETE"})
ONCE_ONLY = frozenset({b"x-request-id", b"traceparent", b"tracestate"})

log = structlog.get_logger()


class FastProtocol(HttpToolsProtocol):
    """One connection of a client."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._gateway, self._proxies = _behind(self.app)
        self._is_on = (
            self._gateway.settings.fast_lane and not config.root_path and not config.limit_concurrency
        )
        self._passage: Passage | None = None
        self._head: Head | None = None
        self._new_head: Head | None = None
        self._piece = b""
        self._begun = self._ended = 0
        """Messages in this piece of data."""
        self._is_in_head = self._is_in_message = False
        self._head_since = 0.0
        self._head_size = 0
        self._idle_since = 0.0
        self._idle_timer: asyncio.TimerHandle | None = None
        self._closing: tuple[list[tuple[bytes, bytes]], bytes] = ([], b"")

    # asyncio.Protocol

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)  # pyright: ignore[reportArgumentType]
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        head = self._head
        if head is not None and data.endswith(head.block) and self._is_free:
            line = read_line(data, 0, len(data) - len(head.block))
            if line is not None and self._begin_again(head, *line.groups()):
                return
        self._piece, self._new_head = data, None
        self._begun = self._ended = 0
        super().data_received(data)
        self._piece = b""
        if self._begun == self._ended == 1 and self._new_head is not None:
            self._head = self._new_head
        if self._is_in_head:
            self._head_grows(len(data))
        passage = self._passage
        if passage is not None and not passage.is_begun:
            passage.begin()

    def connection_lost(self, exc: Exception | None) -> None:
        self._gateway.deadlines.discard(self)
        if self._idle_timer is not None:
            self._idle_timer.cancel()
        if self._passage is not None:
            self._passage.client_gone()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._passage is not None:
            self._passage.client_full()

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._passage is not None:
            self._passage.client_ready()

    # The parser

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begun += 1
        self._is_in_head = self._is_in_message = True

    def on_headers_complete(self) -> None:
        self._head_came()
        if not (self._is_on and self._is_common() and self._begin()):
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        passage = self._passage
        if passage is not None and self.cycle is passage:
            passage.take_piece(body)
        else:
            super().on_body(body)

    def on_message_complete(self) -> None:
        self._is_in_message = False
        self._ended += 1
        passage = self._passage
        if passage is not None and self.cycle is passage:
            passage.take_end()
        else:
            super().on_message_complete()

    # Which lane

    @property
    def _is_free(self) -> bool:
        """Nothing is being asked or answered."""
        cycle = self.cycle
        return (
            not self._is_in_message
            and not self.pipeline
            and (cycle is None or cycle.response_complete)  # pyright: ignore[reportUnnecessaryComparison]
        )

    def _is_common(self) -> bool:
        parser, cycle = self.parser, self.cycle
        return (
            (cycle is None or cycle.response_complete)  # pyright: ignore[reportUnnecessaryComparison]
            and not self.pipeline
            and not self.expect_100_continue
            and parser.get_http_version() == "1.1"
            and parser.should_keep_alive()
            and not parser.should_upgrade()
        )

    def _begin(self) -> bool:
        """Whether the request was taken: relayed, or refused for what it may not."""
        method = self.parser.get_method()
        target = split_target(self.url)
        if target is None:
            return False
        try:
            path = policy.examine_target(method.decode(), target[1], target[2] or b"")
            to = find_destination(self._gateway, path)
            if to.kind != "service":
                return False
            head = self._clean(method)
        except Problem:
            return False  # the other lane says it
        if head is None:
            return False
        self._new_head = head if head.block else None
        self._enter(head, method, path, target[1], target[2], to, self.headers)
        return True

    def _begin_again(self, head: Head, method: bytes, raw_path: bytes, query: bytes | None) -> bool:
        """The same, when all of the headers are known already."""
        try:
            path = policy.examine_target(method.decode(), raw_path, query or b"")
            to = find_destination(self._gateway, path)
        except Problem:
            return False
        if to.kind != "service":
            return False
        self._enter(head, method, path, raw_path, query, to, [])
        if self._passage is not None:
            self._passage.take_end()
        return True

    def _clean(self, method: bytes) -> Head | None:
        """The headers as they go on. Raises Problem; None if the other lane has more to do with them."""
        headers, settings = self.headers, self._gateway.settings
        if settings.cors_origins and any(name == b"origin" for name, _ in headers):
            return None
        framing = policy.examine_headers(headers, settings.allowed_hosts)
        client, scheme = self._origin()
        onward = policy.onward(headers, host=framing.host, client=client, scheme=scheme)
        lines = b"".join([b"%b: %b\r\n" % header for header in onward])
        block = self._reusable_block(method) if framing.length == 0 else b""
        return Head(block, lines, framing, bearer(headers), client, scheme)

    def _reusable_block(self, method: bytes) -> bytes:
        """Only if this one request is all that came, so that the same bytes will say the same again."""
        piece, line = self._piece, b"%b %b HTTP/1.1\r\n" % (method, self.url)
        is_alone = piece.startswith(line) and piece.endswith(b"\r\n\r\n") and self._begun == 1
        if not is_alone or method not in REUSED_METHODS:
            return b""
        if any(name in ONCE_ONLY for name, _ in self.headers):
            return b""
        return piece[len(line) - len(b" HTTP/1.1\r\n") :]

    def _origin(self) -> tuple[str, str]:
        """The client's address and scheme, as a proxy in front says it if it is one of ours."""
        client, scheme = self.client[0] if self.client else "unknown", self.scheme or "http"
        proxies = self._proxies
        if proxies is None or client not in proxies.trusted_hosts:
            return client, scheme
        addresses: list[bytes] = []
        for name, value in self.headers:
            if name == b"x-forwarded-for":
                addresses.append(value)
            elif name == b"x-forwarded-proto":
                told = value.decode("latin-1").strip()
                scheme = told if told in ("http", "https", "ws", "wss") else scheme
        said = b", ".join(addresses).decode("latin-1")
        address = proxies.trusted_hosts.get_trusted_client_address(said)[0] if said else ""
        return address or client, scheme

    # Relaying

    def _enter(
        self,
        head: Head,
        method: bytes,
        path: str,
        raw_path: bytes,
        query: bytes | None,
        to: Destination,
        headers: list[tuple[bytes, bytes]],
    ) -> None:
        gateway, length = self._gateway, head.framing.length
        visit = Visit(method.decode(), head.scheme, head.client, headers, gateway.statistics)
        try:
            admitted = admit(gateway, visit, to, path, head.token, length)
            request = Relayed(
                method=visit.method,
                head=b"%b %b%b HTTP/1.1\r\n%b%b%b\r\n"
                % (
                    method,
                    raw_path[to.skip :] or b"/",
                    b"?" + query if query else b"",
                    head.onward,
                    visit.ids_as_lines(),
                    framing_line(visit.method, length),
                ),
                is_chunked=length is None,
                largest_body=admitted.largest_body,
                upstream=gateway.upstreams[to.service],
                visit=visit,
                path=path,
            )
        except Problem as problem:
            self._refuse(visit, path, problem)
        except Exception:
            log.exception("request.crashed", path=path)
            self._refuse(visit, path, InternalError())
        else:
            self._passage = self.cycle = Passage(self, request, has_body=length != 0)  # pyright: ignore[reportAttributeAccessIssue]
            gateway.deadlines.add(self._passage)

    def _refuse(self, visit: Visit, path: str, problem: Problem) -> None:
        cycle = self.cycle = Refused()  # pyright: ignore[reportAttributeAccessIssue]
        self.say(answers.problem(visit, path, problem, self.closing_line()))
        visit.finish(problem.status)
        self._answered(cycle.keep_alive)

    # What a passage asks of its client

    def say(self, data: bytes) -> None:
        self.transport.write(data)

    def closing_line(self) -> bytes:
        headers = self.server_state.default_headers
        if self._closing[0] is not headers:
            self._closing = headers, b"".join([b"%b: %b\r\n" % header for header in headers])
        is_last = self._passage is not None and not self._passage.keep_alive
        return self._closing[1] + answers.CLOSE if is_last else self._closing[1]

    def hold_body(self) -> None:
        self.flow.pause_reading()

    def take_body(self) -> None:
        if not self.transport.is_closing():
            self.flow.resume_reading()

    def cut(self) -> None:
        self.transport.close()

    def passage_ended(self, passage: Passage) -> None:
        self._gateway.deadlines.discard(passage)
        self._passage = None
        self._answered(passage.keep_alive)

    def _answered(self, keep_alive: bool) -> None:
        if self.transport.is_closing():
            return
        if not keep_alive:
            self.server_state.total_requests += 1
            self.transport.close()
        elif self.pipeline:
            self.on_response_complete()
        else:
            self.server_state.total_requests += 1
            self.flow.resume_reading()
            self._idle_since = self.loop.time()
            if self._idle_timer is None:
                self._idle_timer = self.loop.call_later(self.timeout_keep_alive, self._close_if_idle)

    # Time and size

    def on_response_complete(self) -> None:
        self._idle_since = self.loop.time()
        super().on_response_complete()

    def _close_if_idle(self) -> None:
        """One timer for many requests: it looks how long ago the last was, instead of starting anew."""
        self._idle_timer = None
        if self.transport.is_closing() or not self._is_free:
            return
        remaining = self._idle_since + self.timeout_keep_alive - self.loop.time()
        if remaining > 0.001:
            self._idle_timer = self.loop.call_later(remaining, self._close_if_idle)
        else:
            self.transport.close()

    def _expect_head(self) -> None:
        self._head_since, self._head_size = self.loop.time(), 0
        self._gateway.deadlines.add(self)

    def _head_came(self) -> None:
        self._is_in_head = False
        if self._head_since:
            self._head_since = 0.0
            self._gateway.deadlines.discard(self)

    def _head_grows(self, size: int) -> None:
        if not self._head_since:
            self._expect_head()
        self._head_size += size
        if self._head_size > 2 * policy.LARGEST_HEAD:
            self._close_with(HeadersTooLarge())

    def check(self, now: float) -> None:
        """The time for a head runs from its first byte, for the first one from the connection's beginning."""
        if now - self._head_since <= self._gateway.settings.client_timeout_s:
            return
        if self._is_in_head:
            self._close_with(RequestTimeout())
        else:
            self.transport.close()
            self._gateway.deadlines.discard(self)

    def send_400_response(self, msg: str) -> None:
        self._close_with(MalformedRequest("The request is not HTTP/1.1."))

    def _close_with(self, problem: Problem) -> None:
        """For what is not even a request. In the middle of an answer nothing can be said any more."""
        self._gateway.deadlines.discard(self)
        if self._passage is not None:
            self._passage.break_off(problem)
        elif self._may_still_speak():
            visit = Visit("GET", "http", "unknown", [], self._gateway.statistics)
            self.say(answers.problem(visit, "", problem, self.closing_line() + answers.CLOSE))
            visit.finish(problem.status)
        self.transport.close()

    def _may_still_speak(self) -> bool:
        """Whether no answer of the other lane is under way; one that has not begun never will."""
        cycle = self.cycle
        if self.pipeline:
            return False
        if isinstance(cycle, RequestResponseCycle) and not cycle.response_complete:
            cycle.disconnected = True
            cycle.message_event.set()
            return not cycle.response_started
        return True


def _behind(app: Any) -> tuple[Gateway, ProxyHeadersMiddleware | None]:
    """The gateway of the app that uvicorn serves, and what uvicorn has put around it."""
    proxies = app if isinstance(app, ProxyHeadersMiddleware) else None
    while not hasattr(app, "state"):
        app = app.app
    return app.state.gateway, proxies
