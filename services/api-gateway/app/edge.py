"""The outermost layer, plain ASGI: every request is examined, routed, and relayed or answered here."""

import structlog
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import policy
from app.admission import admit, exchange_key, find_destination, identify_and_limit, message_pace
from app.identity import bearer
from app.policy import Incoming
from app.refusals import UnknownService, problem_of
from app.relay import exchange, websocket
from app.relay.errors import ClientError, ClientGone, UpstreamError
from app.relay.headers import Headers, with_added
from app.routing import Destination
from app.services.docs import answer_with_docs
from app.services.gateway import Gateway
from app.visit import ABANDONED, Visit
from lapa_kit.problems import LastResort, Problem, problem_response

EXPOSED = [
    "Deprecation",
    "ETag",
    "Idempotency-Replayed",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "Retry-After",
    "Sunset",
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
        visit = self._visit(scope, scope["headers"])
        try:
            incoming, to = self._examine(scope, scope["headers"])
            await exchange_key(self._gateway, visit, scope)
            if to.kind == "service":
                await self._relay(visit, scope, incoming, to, receive, send)
            else:
                await self._answer(visit, scope, to, receive, send)
        except Problem as problem:
            await problem_response(Request(scope), problem)(scope, receive, _Stamping(visit, send))
            visit.finish(problem.status)
        except BaseException:
            visit.finish(500)
            raise

    def _visit(self, scope: Scope, headers: Headers) -> Visit:
        client = scope.get("client")
        visit = Visit(
            scope.get("method", "WEBSOCKET"),
            scope["scheme"],
            client[0] if client else "unknown",
            headers,
            self._gateway.statistics,
        )
        scope.setdefault("state", {})["request_id"] = visit.request_id
        return visit

    def _examine(self, scope: Scope, headers: Headers) -> tuple[Incoming, Destination]:
        incoming = policy.examine(
            scope.get("method", "GET"),
            scope["raw_path"],
            scope["query_string"],
            headers,
            self._gateway.settings.allowed_hosts,
        )
        return incoming, find_destination(self._gateway, incoming.path)

    async def _relay(
        self,
        visit: Visit,
        scope: Scope,
        incoming: Incoming,
        to: Destination,
        receive: Receive,
        send: Send,
    ) -> None:
        gateway, headers, framing = self._gateway, scope["headers"], incoming.framing
        allowance = admit(gateway, visit, to, incoming.path, bearer(headers), framing)
        request = exchange.Request(
            method=visit.method,
            target=_target(scope, to.skip),
            headers=_onward(visit, incoming, headers, policy.onward),
            length=framing.length,
            largest=allowance.largest_body,
            patience=allowance.patience,
        )
        passage = exchange.Exchange(request, gateway.upstreams[to.service], receive, send)
        try:
            await passage.run(visit.added())
        except (UpstreamError, ClientError) as failure:
            if isinstance(failure, ClientGone) or passage.status:
                # too late to say anything: the server cuts the connection, so nothing looks whole
                visit.finish(passage.status or ABANDONED, failure=repr(failure))
                return
            log.warning(
                "relay.failed",
                upstream=to.service,
                failure=repr(failure),
                request_id=visit.request_id,
            )
            raise problem_of(failure, to.service) from failure
        visit.finish(passage.status)

    # What is answered here

    async def _answer(
        self, visit: Visit, scope: Scope, to: Destination, receive: Receive, send: Send
    ) -> None:
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
        headers: Headers = [(name.lower(), value) for name, value in scope["headers"]]
        visit = self._visit(scope, headers)
        try:
            incoming, to = self._examine(scope, headers)
            if to.kind != "service":
                raise UnknownService
            visit.is_for(to.service, to.label)
            await exchange_key(self._gateway, visit, scope)
            headers = [(name.lower(), value) for name, value in scope["headers"]]
            identify_and_limit(self._gateway, visit, bearer(headers), None, to)
            await self._tunnel(visit, scope, incoming, to, headers, receive, send)
        except Problem as problem:
            await _deny(visit, scope, problem, receive, send)
            visit.finish(problem.status)
        except BaseException:
            visit.finish(500)
            raise

    async def _tunnel(
        self,
        visit: Visit,
        scope: Scope,
        incoming: Incoming,
        to: Destination,
        headers: Headers,
        receive: Receive,
        send: Send,
    ) -> None:
        origin = next((value for name, value in headers if name == b"origin"), None)
        handshake = websocket.Handshake(
            host=incoming.framing.host.decode(),
            target=_target(scope, to.skip).decode(),
            headers=_onward(visit, incoming, headers, policy.onward_websocket),
            origin=origin.decode("latin-1") if origin else None,
            subprotocols=scope["subprotocols"],
        )
        upstream = self._gateway.upstreams[to.service]
        pace = message_pace(self._gateway, visit)
        tunnel = websocket.Tunnel(handshake, upstream, receive, send, pace)
        try:
            await tunnel.run(visit.added())
        except UpstreamError as failure:
            log.warning(
                "tunnel.failed",
                upstream=to.service,
                failure=repr(failure),
                request_id=visit.request_id,
            )
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
    passed = clean(headers, host=incoming.framing.host, client=visit.client, scheme=visit.scheme)
    return passed + visit.ids()


async def _deny(visit: Visit, scope: Scope, problem: Problem, receive: Receive, send: Send) -> None:
    """Refuse a handshake: with a problem document where the server can send one."""
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
