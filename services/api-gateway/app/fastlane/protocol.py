"""The fast lane: uvicorn's own HTTP protocol, which relays the common request itself, at once, from the parser's
callbacks. What is not quite common goes to the ASGI app as ever, on the same connection.

`uvicorn main:app --http app.fastlane.protocol:FastProtocol`; see docs/adr/0009.
"""

import asyncio
import re
from typing import Any

import structlog
from uvicorn.config import Config
from uvicorn.server import ServerState

from app import policy
from app.admission import admit, find_destination
from app.fastlane import answers
from app.fastlane.client import Refused
from app.fastlane.passage import Passage
from app.fastlane.patient import PatientProtocol
from app.fastlane.request import Head, Relayed, read_line, split_target
from app.identity import bearer, key_of
from app.refusals import InternalError
from app.relay.exchange import framing_line
from app.relay.headers import Headers
from app.routing import Destination
from app.visit import Visit
from lapa_kit.problems import Problem

REUSED_METHODS = frozenset({b"GET", b"HEAD", b"DELETE"})
ONCE_ONLY = frozenset({b"x-request-id", b"traceparent", b"tracestate"})

log = structlog.get_logger()


class FastProtocol(PatientProtocol):
    """One connection of a client."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        is_plain = not config.root_path and not config.limit_concurrency
        self._is_on = self.gateway.settings.fast_lane and is_plain
        self._head: Head | None = None
        self._new_head: Head | None = None
        self._piece = b""

    # asyncio.Protocol

    def data_received(self, data: bytes) -> None:
        head = self._head
        if head is not None and self.passage is None and data.endswith(head.block):
            line = read_line(data, 0, len(data) - len(head.block))
            if line is not None and self._is_free() and self._begin_again(head, line):
                return
        self._piece, self._new_head = data, None
        super().data_received(data)
        self._piece = b""
        if self._ended == 1 and self._begun == 1 and self._new_head is not None:
            self._head = self._new_head
        if self.passage is not None and not self.passage.is_begun:
            self.passage.begin()

    def connection_lost(self, exc: Exception | None) -> None:
        if self.passage is not None:
            self.passage.client_gone()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        if self.passage is not None:
            self.passage.client_full()

    def resume_writing(self) -> None:
        super().resume_writing()
        if self.passage is not None:
            self.passage.client_ready()

    # The parser

    def on_headers_complete(self) -> None:
        if self._is_on and self._is_common() and self._begin():
            self.head_came()
        else:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        if self.passage is not None and self.current is self.passage:
            self.passage.take_piece(body)
        else:
            super().on_body(body)

    def on_message_complete(self) -> None:
        if self.passage is not None and self.current is self.passage:
            self.message_ended()
            self.passage.take_end()
        else:
            super().on_message_complete()

    # Which lane

    def _is_free(self) -> bool:
        """Nothing is being asked or answered."""
        return not self._is_in_message and self.is_answered

    def _is_common(self) -> bool:
        parser: Any = self.parser
        return (
            self.is_answered
            and not self.expect_100_continue
            and parser.get_http_version() == "1.1"
            and parser.should_keep_alive()
            and not parser.should_upgrade()
        )

    def _begin(self) -> bool:
        """Whether the request was taken: relayed, or refused for what it may not."""
        parser: Any = self.parser
        method: bytes = parser.get_method()
        target = split_target(self.url)
        if target is None:
            return False
        try:
            path = policy.examine_target(method.decode(), target[1], target[2] or b"")
            to = find_destination(self.gateway, path)
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

    def _begin_again(self, head: Head, line: re.Match[bytes]) -> bool:
        """The same, when all of the headers are known already."""
        method, raw_path, query = line.groups()
        try:
            path = policy.examine_target(method.decode(), raw_path, query or b"")
            to = find_destination(self.gateway, path)
        except Problem:
            return False
        if to.kind != "service":
            return False
        self._enter(head, method, path, raw_path, query, to, [])
        if self.passage is not None:
            self.passage.begin()
        return True

    def _clean(self, method: bytes) -> Head | None:
        """The headers as they go on. Raises Problem; None if the other lane has more to do with them."""
        headers, settings = self.headers, self.gateway.settings
        if settings.cors_origins and any(name == b"origin" for name, _ in headers):
            return None
        if key_of(headers):
            return None  # exchanging it may take a while
        framing = policy.examine_headers(headers, settings.allowed_hosts)
        client, scheme = self._origin()
        onward = policy.onward(headers, host=framing.host, client=client, scheme=scheme)
        lines = b"".join([b"%b: %b\r\n" % header for header in onward])
        block = self._reusable_block(method) if framing.length == 0 else b""
        languages = next((value for name, value in headers if name == b"accept-language"), b"")
        return Head(block, lines, framing, bearer(headers), client, scheme, languages)

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
        proxies = self.proxies
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
        headers: Headers,
    ) -> None:
        gateway, framing = self.gateway, head.framing
        length = framing.length
        visit = Visit(method.decode(), head.scheme, head.client, headers, gateway.statistics)
        try:
            allowance = admit(gateway, visit, to, path, head.token, framing)
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
                allowance=allowance,
                upstream=gateway.upstreams[to.service],
                visit=visit,
                path=path,
                languages=head.languages,
            )
        except Problem as problem:
            self._refuse(visit, path, problem, head.languages)
        except Exception:
            log.exception("request.crashed", path=path)
            self._refuse(visit, path, InternalError(), head.languages)
        else:
            self.passage = self.cycle = Passage(self, request, has_body=length != 0)  # pyright: ignore[reportAttributeAccessIssue]
            gateway.deadlines.add(self.passage)

    def _refuse(self, visit: Visit, path: str, problem: Problem, languages: bytes) -> None:
        cycle = self.cycle = Refused()  # pyright: ignore[reportAttributeAccessIssue]
        self.say(answers.problem(visit, path, problem, self.closing_line(), languages))
        visit.finish(problem.status)
        self._answered(cycle.keep_alive)

    # What a passage asks of its client

    def hold_body(self) -> None:
        self.flow.pause_reading()

    def take_body(self) -> None:
        if not self.transport.is_closing():
            self.flow.resume_reading()

    def cut(self) -> None:
        self.transport.close()

    def passage_ended(self, *, keep_alive: bool) -> None:
        if self.passage is not None:
            self.gateway.deadlines.discard(self.passage)
            self.passage = None
        self._answered(keep_alive)

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
            if self.flow.read_paused:
                self.flow.resume_reading()
            self.begin_idling()
