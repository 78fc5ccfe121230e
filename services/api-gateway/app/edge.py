"""The outermost layer, plain ASGI: every request is examined, routed, and relayed or answered here."""

import structlog
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import policy
from app.identity import identify
from app.policy import Incoming, PayloadTooLarge
from app.refusals import UnknownService, problem_of
from app.relay import exchange, websocket
from app.relay.connection import Headers
from app.relay.errors import ClientError, ClientGone, UpstreamError
from app.relay.headers import with_added
from app.routing import Destination, destination
from app.services.catalogue import Operation
from app.services.docs import answer_with_docs
from app.services.gateway import Gateway
from app.visit import ABANDONED, Visit
from lapa_kit.problems import LastResort, NotFound, Problem, problem_response
from lapa_kit.ratelimit import Rate, RateLimited

EXPOSED = [
    "ETag",
    "Idempotency-Replayed",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "Retry-After",
    "X-Request-Id",
    "traceparent",
]

log = structlog.get_logger()


def install(app: FastAPI, gateway: Gateway) -> None:
    """Put the edge around the app: what is not the gateway's own never reaches the framework."""
    app.add_middleware(Edge, gateway=gateway)
    app.add_middleware(LastResort)
    if gateway.settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=gateway.settings.cors_origins,
            allow_methods=["*"],
            allow_headers=["*"],
            expose_headers=EXPOSED,
        )


class Edge:
    def __init__(self, app: ASGIApp, gateway: Gateway) -> None:
        self._own = app
        self._gateway = gateway

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._own(scope, receive, send)

    # HTTP

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        visit = Visit(scope, self._gateway.statistics)
        try:
            incoming, to = self._admit(scope, scope["headers"], visit)
            if to.kind == "service":
                await self._relay(visit, incoming, to, receive, send)
            else:
                await self._answer(visit, to, receive, send)
        except Problem as problem:
            await problem_response(Request(scope), problem)(scope, receive, _Stamping(visit, send))
            visit.finish(problem.status)
        except BaseException:
            visit.finish(500)
            raise

    def _admit(self, scope: Scope, headers: Headers, visit: Visit) -> tuple[Incoming, Destination]:
        incoming = policy.examine(
            scope.get("method", "GET"),
            scope["raw_path"],
            scope["query_string"],
            headers,
            self._gateway.settings.allowed_hosts,
        )
        to = destination(incoming.path)
        if to.label.startswith("/api/v1/test") and not self._gateway.settings.test_mode:
            raise NotFound
        return incoming, to

    async def _relay(
        self, visit: Visit, incoming: Incoming, to: Destination, receive: Receive, send: Send
    ) -> None:
        scope, gateway = visit.scope, self._gateway
        operation = gateway.catalogue.find(to.service, visit.method, incoming.path[to.skip :])
        visit.is_for(to.service, operation.template if operation else to.label)
        self._identify_and_limit(visit, scope["headers"], operation)
        largest = self._largest_body(operation)
        if incoming.length is not None and incoming.length > largest:
            raise PayloadTooLarge(f"At most {largest} bytes are taken here.")
        request = exchange.Request(
            method=visit.method,
            target=_target(scope, to.skip),
            headers=_onward(visit, incoming, scope["headers"], policy.onward),
            length=incoming.length,
            largest=largest,
        )
        passage = exchange.Exchange(request, gateway.upstreams[to.service], receive, send)
        try:
            await passage.run(visit.added())
        except (UpstreamError, ClientError) as failure:
            if isinstance(failure, ClientGone) or passage.status:
                # too late to say anything: the server cuts the connection, so nothing looks whole
                visit.finish(passage.status or ABANDONED, failure=repr(failure))
                return
            log.warning("relay.failed", upstream=to.service, failure=repr(failure))
            raise problem_of(failure, to.service) from failure
        visit.finish(passage.status)

    def _identify_and_limit(
        self, visit: Visit, headers: Headers, operation: Operation | None
    ) -> None:
        settings, limits = self._gateway.settings, self._gateway.limits
        refusal: Problem | None = None
        try:
            if claims := identify(self._gateway.authenticator, headers, operation):
                visit.is_by(claims)
        except Problem as problem:
            refusal = problem
        if visit.claims:
            bucket = f"user:{visit.claims.user_id}"
            per_minute = settings.rate_limit_user_per_minute
        else:
            bucket, per_minute = f"address:{visit.client}", settings.rate_limit_address_per_minute
        if per_minute:
            rate = Rate(per_minute, 60)
            verdict = limits.ask(bucket, rate)
            visit.limit_headers = [
                (name.lower().encode(), value.encode())
                for name, value in verdict.headers(rate).items()
            ]
            if not verdict.is_allowed:
                raise RateLimited(retry_after=max(1, round(verdict.retry_after_s)))
        if refusal:
            raise refusal

    def _largest_body(self, operation: Operation | None) -> int:
        settings = self._gateway.settings
        may_be_file = operation is None or operation.takes_files
        return settings.max_upload_bytes if may_be_file else settings.max_body_bytes

    # What is answered here

    async def _answer(self, visit: Visit, to: Destination, receive: Receive, send: Send) -> None:
        scope = visit.scope
        visit.is_for("api-gateway", to.label)
        stamping = _Stamping(visit, send)
        if to.kind == "own":
            said = {b"x-request-id", b"traceparent"}
            others = [header for header in scope["headers"] if header[0] not in said]
            scope["headers"] = [*others, *visit.ids()]
            await self._own(scope, receive, stamping)
        elif not await self._answer_with_page(to, scope, receive, stamping):
            raise UnknownService
        visit.finish(stamping.status, is_logged=to.kind != "own")

    async def _answer_with_page(
        self, to: Destination, scope: Scope, receive: Receive, send: Send
    ) -> bool:
        if to.kind == "docs":
            return await answer_with_docs(scope, receive, send)
        accept = next((value for name, value in scope["headers"] if name == b"accept"), b"")
        at_the_door = scope["path"] == "/"
        page = at_the_door or b"text/html" in accept
        if await self._gateway.web.answer(scope, receive, send, page=page):
            return True
        if at_the_door:
            await RedirectResponse("/docs")(scope, receive, send)
        return at_the_door

    # WebSockets

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        visit = Visit(scope, self._gateway.statistics)
        headers: Headers = [(name.lower(), value) for name, value in scope["headers"]]
        try:
            incoming, to = self._admit(scope, headers, visit)
            if to.kind != "service":
                raise UnknownService
            visit.is_for(to.service, to.label)
            self._identify_and_limit(visit, headers, None)
            await self._tunnel(visit, incoming, to, headers, receive, send)
        except Problem as problem:
            await _deny(visit, problem, receive, send)
            visit.finish(problem.status)
        except BaseException:
            visit.finish(500)
            raise

    async def _tunnel(
        self,
        visit: Visit,
        incoming: Incoming,
        to: Destination,
        headers: Headers,
        receive: Receive,
        send: Send,
    ) -> None:
        origin = next((value for name, value in headers if name == b"origin"), None)
        handshake = websocket.Handshake(
            host=incoming.host.decode(),
            target=_target(visit.scope, to.skip).decode(),
            headers=_onward(visit, incoming, headers, policy.onward_websocket),
            origin=origin.decode("latin-1") if origin else None,
            subprotocols=visit.scope["subprotocols"],
        )
        tunnel = websocket.Tunnel(handshake, self._gateway.upstreams[to.service], receive, send)
        try:
            await tunnel.run(visit.added())
        except UpstreamError as failure:
            log.warning("tunnel.failed", upstream=to.service, failure=repr(failure))
            raise problem_of(failure, to.service) from failure
        except OSError as gone:
            visit.finish(ABANDONED, failure=repr(gone))
            return
        visit.finish(tunnel.status)


def _target(scope: Scope, skip: int) -> bytes:
    target: bytes = scope["raw_path"][skip:] or b"/"
    query: bytes = scope["query_string"]
    return b"%b?%b" % (target, query) if query else target


def _onward(visit: Visit, incoming: Incoming, headers: Headers, clean: policy.Onward) -> Headers:
    scheme = "https" if visit.scope["scheme"] in ("https", "wss") else "http"
    passed = clean(headers, host=incoming.host, client=visit.client, scheme=scheme)
    return passed + visit.ids()


async def _deny(visit: Visit, problem: Problem, receive: Receive, send: Send) -> None:
    """Refuse a handshake: with a problem document where the server can send one."""
    scope = visit.scope
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008, "reason": problem.code})
        return
    response = problem_response(Request({**scope, "type": "http"}), problem)
    await response(scope, receive, _Stamping(visit, send))


class _Stamping:
    """`send` with the headers that every answer carries; remembers the status."""

    def __init__(self, visit: Visit, send: Send) -> None:
        self._visit, self._send = visit, send
        self.status = 500

    async def __call__(self, message: Message) -> None:
        if message["type"].endswith("http.response.start"):
            self.status = message["status"]
            message["headers"] = with_added(list(message["headers"]), self._visit.added())
        await self._send(message)
