"""One request's stay at the gateway: its ids, what it turned out to be, the line in the log about it."""

import time

from starlette.types import Scope

from app import access_log
from app.relay.connection import Headers
from app.services.statistics import RouteStatistics, Statistics
from lapa_kit.ids import new_id
from lapa_kit.telemetry import REQUEST_ID, child_traceparent
from lapa_kit.tokens import Claims

SECURITY: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
]
STRICT_TRANSPORT = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
ABANDONED = 499
"""The status in logs and metrics when the client left before the answer."""


class Visit:
    __slots__ = (
        "_began",
        "_counted",
        "_statistics",
        "claims",
        "limit_headers",
        "method",
        "request_id",
        "scope",
        "traceparent",
    )

    def __init__(self, scope: Scope, statistics: Statistics) -> None:
        self._began = time.perf_counter()
        self._statistics = statistics
        self._counted: RouteStatistics | None = None
        self.scope = scope
        self.method: str = scope.get("method", "WEBSOCKET")
        self.claims: Claims | None = None
        self.limit_headers: Headers = []
        given = parent = ""
        for name, value in scope["headers"]:
            if name == b"x-request-id":
                given = value.decode("latin-1")
            elif name == b"traceparent":
                parent = value.decode("latin-1")
        self.request_id = given if REQUEST_ID.fullmatch(given) else str(new_id())
        self.traceparent = child_traceparent(parent)
        scope.setdefault("state", {})["request_id"] = self.request_id

    @property
    def client(self) -> str:
        client = self.scope.get("client")
        return client[0] if client else "unknown"

    def ids(self) -> Headers:
        return [
            (b"x-request-id", self.request_id.encode()),
            (b"traceparent", self.traceparent.encode()),
        ]

    def added(self) -> Headers:
        """The headers that every answer carries."""
        added = [*self.ids(), *SECURITY, *self.limit_headers]
        if self.scope["scheme"] in ("https", "wss"):
            added.append(STRICT_TRANSPORT)
        return added

    def is_for(self, service: str, route: str) -> None:
        """Count it from now on as a request of that route."""
        method = self.method if len(self.method) < 10 else "OTHER"
        self._counted = self._statistics.begin(service, method, route)

    def is_by(self, claims: Claims) -> None:
        self.claims = claims
        self.scope["state"]["user_id"] = claims.user_id

    def finish(self, status: int, *, is_logged: bool = True, failure: str | None = None) -> None:
        counted = self._counted or self._statistics.begin("api-gateway", "OTHER", "refused")
        ms = (time.perf_counter() - self._began) * 1000
        counted.finish(status, ms)
        if is_logged:
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
