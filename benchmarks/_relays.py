"""Gateways as one would write them in an afternoon, with the same work: token, limit, id, metrics; and an echo for sockets.

`python -m benchmarks._relays aiohttp|httpx|echo PORT UPSTREAM`
"""

import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI, Request, Response, WebSocket
from prometheus_client import Counter, Histogram

from lapa_kit.ids import new_id_text
from lapa_kit.settings import ServiceSettings
from lapa_kit.tokens import TokenVerifier

REQUESTS = Counter("relay_requests_total", "Answers sent", ["method", "status"])
SECONDS = Histogram("relay_seconds", "Time taken", ["method"])
DROPPED = {"host", "connection", "content-length", "transfer-encoding", "x-user-id"}


class Settings(ServiceSettings):
    service_name = "relay"
    schema_name = "relay"


verifier = TokenVerifier(Settings())
asked: dict[str, list[float]] = {}


def admit(authorization: str) -> dict[str, str]:
    """The headers to add. Raises for a bad token; counts a fixed window."""
    claims = verifier.verify(authorization.removeprefix("Bearer "))
    window = asked.setdefault(str(claims.user_id), [time.monotonic(), 0])
    if time.monotonic() - window[0] > 60:
        window[:] = [time.monotonic(), 0]
    window[1] += 1
    return {"X-Request-Id": new_id_text()}


def with_httpx(upstream: str) -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        limits = httpx.Limits(max_connections=500, max_keepalive_connections=200)
        async with httpx.AsyncClient(base_url=f"http://{upstream}", limits=limits) as client:
            app.state.client = client
            yield

    app = FastAPI(lifespan=lifespan)

    @app.api_route("/{path:path}", methods=["GET", "POST"])
    async def relay(path: str, request: Request) -> Response:
        began = time.perf_counter()
        added = admit(request.headers.get("authorization", ""))
        headers = {n: v for n, v in request.headers.items() if n not in DROPPED} | added
        answer = await app.state.client.request(
            request.method, f"/{path}", headers=headers, content=await request.body()
        )
        REQUESTS.labels(request.method, answer.status_code).inc()
        SECONDS.labels(request.method).observe(time.perf_counter() - began)
        kept = {n: v for n, v in answer.headers.items() if n not in DROPPED}
        return Response(answer.content, answer.status_code, kept | added)

    return app


def with_aiohttp(upstream: str, port: int) -> None:
    import aiohttp
    import uvloop
    from aiohttp import web

    async def relay(request: web.Request) -> web.Response:
        began = time.perf_counter()
        added = admit(request.headers.get("authorization", ""))
        headers = {n: v for n, v in request.headers.items() if n.lower() not in DROPPED} | added
        async with request.app[session].request(
            request.method,
            f"http://{upstream}{request.path_qs}",
            headers=headers,
            data=await request.read() or None,
        ) as answer:
            body = await answer.read()
        REQUESTS.labels(request.method, answer.status).inc()
        SECONDS.labels(request.method).observe(time.perf_counter() - began)
        kept = {n: v for n, v in answer.headers.items() if n.lower() not in DROPPED}
        return web.Response(body=body, status=answer.status, headers=kept | added)

    session = web.AppKey("session", aiohttp.ClientSession)

    async def opened(app: web.Application) -> AsyncGenerator[None]:
        connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=60)
        async with aiohttp.ClientSession(connector=connector, auto_decompress=False) as app[
            session
        ]:
            yield

    app = web.Application(client_max_size=10 * 1024 * 1024)
    app.cleanup_ctx.append(opened)
    app.router.add_route("*", "/{path:.*}", relay)
    web.run_app(app, host="127.0.0.1", port=port, loop=uvloop.new_event_loop(), access_log=None)


def echoing() -> FastAPI:
    app = FastAPI()

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.websocket("/api/v1/orders/ws")
    async def echo(socket: WebSocket) -> None:
        await socket.accept()
        async for text in socket.iter_text():
            await socket.send_text(text)

    return app


def main() -> None:
    name, port, upstream = sys.argv[1:]
    if name == "aiohttp":
        with_aiohttp(upstream, int(port))
        return
    app: Any = with_httpx(upstream) if name == "httpx" else echoing()
    uvicorn.run(
        app,
        port=int(port),
        loop="uvloop",
        http="httptools",
        ws="websockets-sansio",
        log_level="warning",
    )


if __name__ == "__main__":
    main()
