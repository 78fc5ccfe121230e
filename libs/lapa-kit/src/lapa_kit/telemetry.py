"""Logs as JSON, a request id through everything, RED metrics for each route."""

import logging
import re
import sys
import time
from collections.abc import Mapping
from contextvars import ContextVar
from hashlib import sha256
from random import getrandbits
from types import MappingProxyType
from typing import Any
from uuid import UUID

import structlog
from prometheus_client import Counter, Gauge, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.tracebacks import ExceptionDictTransformer

from lapa_kit.ids import new_id
from lapa_kit.settings import ServiceSettings

log = structlog.get_logger("access")

REQUESTS = Counter("http_requests_total", "Answers sent", ["method", "route", "status"])
DURATION = Histogram(
    "http_request_duration_seconds",
    "From the first byte in to the last byte out",
    ["method", "route"],
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
IN_FLIGHT = Gauge("http_requests_in_flight", "Requests being answered now")

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
TRACEPARENT = re.compile(r"00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}")
API, INTERNAL = PREFIXES = ("/api/v1", "/internal/v1")
QUIET_PATHS = {"/health", "/health/ready", "/metrics"}

trace: ContextVar[Mapping[str, str]] = ContextVar("trace", default=MappingProxyType({}))
"""`request_id` and `traceparent` of what is being done; travels on to calls and events."""


def configure_logging(settings: ServiceSettings) -> None:
    """One JSON object a line on standard output, from structlog and from the standard library alike."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        _service(settings.service_name),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        # without the local variables: they hold tokens and personal data
        structlog.processors.ExceptionRenderer(ExceptionDictTransformer(show_locals=False)),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(),
        ],
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level)
    for noisy in ("httpx", "httpcore", "uvicorn.access", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def _service(name: str) -> Any:
    def add(_: Any, __: str, entry: dict[str, Any]) -> dict[str, Any]:
        return {"service": name, **entry}

    return add


def user_hash(user_id: UUID | str) -> str:
    """Who did it, without naming him: logs hold no personal data."""
    return sha256(str(user_id).encode()).hexdigest()[:12]


def child_traceparent(parent: str | None) -> str:
    """The W3C header for our own work: the caller's trace continued, or a new one."""
    if parent and (known := TRACEPARENT.fullmatch(parent)):
        return f"00-{known[1]}-{getrandbits(64):016x}-01"
    ids = f"{getrandbits(192):048x}"
    return f"00-{ids[:32]}-{ids[32:]}-01"


class Telemetry:
    """Pure ASGI: gives each request its ids, measures it, writes one line about it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        request_id = given if REQUEST_ID.fullmatch(given) else str(new_id())
        traceparent = child_traceparent(headers.get("traceparent"))
        scope.setdefault("state", {})["request_id"] = request_id
        token = trace.set({"request_id": request_id, "traceparent": traceparent})
        structlog.contextvars.bind_contextvars(
            request_id=request_id, trace_id=traceparent.split("-")[1]
        )
        try:
            if scope["type"] == "websocket":
                await self.app(scope, receive, send)
            else:
                await self._measured(scope, receive, send, request_id, traceparent)
        finally:
            trace.reset(token)
            structlog.contextvars.clear_contextvars()

    async def _measured(
        self, scope: Scope, receive: Receive, send: Send, request_id: str, traceparent: str
    ) -> None:
        status = 500
        began = time.perf_counter()

        async def stamped(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = request_id
                headers["traceparent"] = traceparent
            await send(message)

        IN_FLIGHT.inc()
        try:
            await self.app(scope, receive, stamped)
        finally:
            IN_FLIGHT.dec()
            seconds = time.perf_counter() - began
            route = route_label(scope)
            REQUESTS.labels(scope["method"], route, status).inc()
            DURATION.labels(scope["method"], route).observe(seconds)
            if scope["path"] not in QUIET_PATHS:
                log.info(
                    "request",
                    method=scope["method"],
                    route=route,
                    status=status,
                    ms=round(seconds * 1000, 1),
                )


def route_label(scope: Scope) -> str:
    """The route's template: a raw path would make a metric series of every id."""
    template = getattr(scope.get("route"), "path_format", None)
    if template is None:
        return "unmatched"
    # a route knows its own router's part of the path alone
    prefix = next((p for p in PREFIXES if scope["path"].startswith(f"{p}/")), "")
    return template if template.startswith(prefix) else prefix + template
