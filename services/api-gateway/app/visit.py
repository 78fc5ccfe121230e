"""One request's stay at the gateway: its ids, what it turned out to be, the line in the log about it."""

import time

from app import access_log
from app.relay.headers import SECURITY, STRICT_TRANSPORT, Headers
from app.services.statistics import RouteStatistics, Statistics
from lapa_kit.ids import new_id_text
from lapa_kit.ratelimit import Rate, Verdict
from lapa_kit.telemetry import REQUEST_ID, child_traceparent
from lapa_kit.tokens import Claims

ABANDONED = 499
"""The status in logs and metrics when the client left before the answer."""

_SECURITY = b"".join(b"%b: %b\r\n" % header for header in SECURITY)
_SECURITY_TLS = _SECURITY + b"%b: %b\r\n" % STRICT_TRANSPORT
_LIMITED = b"%b%bratelimit-limit: %d\r\nratelimit-remaining: %d\r\nratelimit-reset: %d\r\n"


class Visit:
    __slots__ = (
        "_began",
        "_counted",
        "_id_lines",
        "_rate",
        "_statistics",
        "_verdict",
        "claims",
        "client",
        "method",
        "notices",
        "request_id",
        "scheme",
        "traceparent",
    )

    def __init__(
        self, method: str, scheme: str, client: str, headers: Headers, statistics: Statistics
    ) -> None:
        self._began = time.perf_counter()
        self._statistics = statistics
        self._counted: RouteStatistics | None = None
        self._verdict: Verdict | None = None
        self._rate: Rate | None = None
        self.method, self.client = method, client
        self.scheme = "https" if scheme in ("https", "wss") else "http"
        self.claims: Claims | None = None
        given = parent = ""
        for name, value in headers:
            if name == b"x-request-id":
                given = value.decode("latin-1")
            elif name == b"traceparent":
                parent = value.decode("latin-1")
        self.request_id = given if given and REQUEST_ID.fullmatch(given) else new_id_text()
        self.traceparent = child_traceparent(parent)
        self._id_lines: bytes | None = None
        self.notices: Headers = []

    def ids(self) -> Headers:
        return [
            (b"x-request-id", self.request_id.encode()),
            (b"traceparent", self.traceparent.encode()),
        ]

    def added(self) -> Headers:
        """The headers that every answer carries."""
        added = [*self.ids(), *SECURITY, *self.notices]
        if self._verdict is not None and self._rate is not None:
            told = self._verdict.headers(self._rate)
            added += [(name.lower().encode(), value.encode()) for name, value in told.items()]
        if self.scheme == "https":
            added.append(STRICT_TRANSPORT)
        return added

    def ids_as_lines(self) -> bytes:
        if self._id_lines is None:
            ids = f"x-request-id: {self.request_id}\r\ntraceparent: {self.traceparent}\r\n"
            self._id_lines = ids.encode()
        return self._id_lines

    def added_as_lines(self) -> bytes:
        """`added` as it is written; the same in fewer steps."""
        security = _SECURITY_TLS if self.scheme == "https" else _SECURITY
        if self.notices:
            security += b"".join([b"%b: %b\r\n" % header for header in self.notices])
        verdict, rate = self._verdict, self._rate
        if verdict is None or rate is None:
            return self.ids_as_lines() + security
        limit, remaining, reset = verdict.limit, verdict.remaining, verdict.reset_s(rate)
        return _LIMITED % (self.ids_as_lines(), security, limit, remaining, reset)

    def is_for(self, service: str, route: str) -> None:
        """Count it from now on as a request of that route."""
        method = self.method if len(self.method) < 10 else "OTHER"
        self._counted = self._statistics.begin(service, method, route)

    def is_limited(self, verdict: Verdict, rate: Rate) -> None:
        """Of several limits the one that leaves the least is told."""
        if self._verdict is None or verdict.remaining < self._verdict.remaining:
            self._verdict, self._rate = verdict, rate

    def finish(self, status: int, *, is_logged: bool = True, failure: str | None = None) -> None:
        counted = self._counted or self._statistics.begin("api-gateway", "OTHER", "refused")
        ms = (time.perf_counter() - self._began) * 1000
        counted.finish(status, ms)
        if is_logged and access_log.is_wanted():
            access_log.write(
                self.claims,
                method=self.method,
                upstream=counted.service,
                route=counted.route,
                status=status,
                ms=round(ms, 1),
                request_id=self.request_id,
                trace_id=self.traceparent.split("-")[1],
                failure=failure,
            )
