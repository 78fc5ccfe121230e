"""WebSockets through the gateway: frames both ways, and how each side learns of the other's end."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from platforms import Platform, Start
from upstreams import Raw, echo, endings
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from lapa_kit.testing.server import running

PATH = "/api/v1/orders/ws"


@asynccontextmanager
async def opened(platform: Platform, path: str = PATH, **options: Any) -> AsyncGenerator[Any]:
    """A socket after its first message, which tells what the upstream saw, is on `told`."""
    url = platform.url.replace("http", "ws") + path
    async with connect(url, proxy=None, open_timeout=3, **options) as socket:
        socket.told = json.loads(await socket.recv())  # pyright: ignore[reportAttributeAccessIssue]
        yield socket


async def end_of(socket: ClientConnection) -> tuple[int | None, str | None]:
    with pytest.raises(ConnectionClosed):
        async with asyncio.timeout(3):
            await socket.recv()
    return socket.close_code, socket.close_reason


async def said_to_upstream() -> tuple[int | None, str | None]:
    async with asyncio.timeout(3):
        while not endings:
            await asyncio.sleep(0.01)
    return endings.pop()


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_536, 900_000])
async def test_text_and_bytes_come_back_as_they_were(platform: Platform, size: int) -> None:
    async with opened(platform) as socket:
        for payload in ("é" * (size // 2), b"\xff" * size):
            await socket.send(payload)
            assert await socket.recv() == payload


async def test_a_thousand_messages_keep_their_order(start: Start, upstream: str) -> None:
    platform = await start(order_service_url=upstream, websocket_messages_per_second=0)
    async with opened(platform) as socket:
        sending = asyncio.create_task(_send_all(socket))
        assert [await socket.recv() for _ in range(1000)] == [str(n) for n in range(1000)]
        await sending


async def _send_all(socket: ClientConnection) -> None:
    for number in range(1000):
        await socket.send(str(number))


async def test_the_handshake_goes_on_without_what_claims_an_identity(platform: Platform) -> None:
    headers = {"X-User-Id": "1", "Authorization": "Bearer x", "X-Request-Id": "ws-1"}
    async with opened(
        platform,
        "/order-service/live/ws?since=5",
        additional_headers=headers,
        origin="http://lapa.example",
        subprotocols=["lapa.ticket.abc", "other"],
    ) as socket:
        seen = socket.told["headers"]
        assert socket.told["path"] == "/live/ws"
        assert socket.subprotocol == "lapa.ticket.abc"
        assert seen["origin"] == "http://lapa.example"
        assert seen["authorization"] == "Bearer x"
        assert seen["host"] == seen["x-forwarded-host"] == platform.url.removeprefix("http://")
        assert seen["x-request-id"] == socket.response.headers["x-request-id"] == "ws-1"
        assert "traceparent" in seen
        assert "x-user-id" not in seen


@pytest.mark.parametrize("code", [1000, 1008, 1012, 4401, 4408])
async def test_the_client_learns_how_the_service_ended(platform: Platform, code: int) -> None:
    async with opened(platform) as socket:
        await socket.send(f"close {code}")
        assert await end_of(socket) == (code, "asked to")


@pytest.mark.parametrize("code", [1000, 1001, 4000])
async def test_the_service_learns_how_the_client_ended(platform: Platform, code: int) -> None:
    endings.clear()
    async with opened(platform) as socket:
        await socket.close(code, "done")
    assert await said_to_upstream() == (code, "done")


async def test_the_service_learns_that_a_client_was_cut_off(platform: Platform) -> None:
    endings.clear()
    async with opened(platform) as socket:
        socket.transport.abort()
    assert (await said_to_upstream())[0] == 1001


async def test_a_service_that_dies_tells_the_client_to_come_again(start: Start, raw: Raw) -> None:
    async with running(echo) as upstream:
        port = int(upstream.rpartition(":")[2])

        async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            inner, outer = await asyncio.open_connection("127.0.0.1", port)
            outer.write(await raw.head(reader))
            writer.write(await inner.readuntil(b"\r\n\r\n"))
            writer.write(await inner.read(65536))
            await reader.read(1)
            writer.transport.abort()
            outer.close()

        raw.behaviours = [tunnel]
        platform = await start(order_service_url=raw.url)
        async with opened(platform) as socket:
            await socket.send("die")
            assert (await end_of(socket))[0] == 1012


@pytest.mark.parametrize("status", [401, 403, 404, 429])
async def test_a_refused_handshake_is_refused_with_the_same_status(
    platform: Platform, status: int
) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        async with opened(platform, f"{PATH}?refuse={status}"):
            pass
    assert refusal.value.response.status_code == status
    assert refusal.value.response.body == b"no"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/chats/ws", 503, "service_unavailable"),
        ("/nothing/ws", 404, "unknown_service"),
        ("/order-service/internal/ws", 404, "unknown_service"),
        ("/api/v1/gateway/ws", 404, "unknown_service"),
        ("/order-service/%2e%2e/ws", 400, "malformed_request"),
    ],
)
async def test_the_gateway_refuses_with_a_problem(
    platform: Platform, path: str, status: int, code: str
) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        async with opened(platform, path):
            pass
    answer = refusal.value.response
    assert (answer.status_code, json.loads(answer.body or b"")["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-request-id"]


async def test_what_is_no_websocket_server_is_a_bad_gateway(start: Start, raw: Raw) -> None:
    raw.behaviours = [raw.answering(b"garbage\r\n\r\n", then_close=True)]
    platform = await start(order_service_url=raw.url)
    with pytest.raises(InvalidStatus) as refusal:
        async with opened(platform):
            pass
    assert refusal.value.response.status_code == 502


async def test_a_redirect_of_a_handshake_is_not_followed(start: Start, raw: Raw) -> None:
    elsewhere = b"HTTP/1.1 302 Found\r\nLocation: %b/x\r\nContent-Length: 0\r\n\r\n"
    raw.behaviours = [raw.answering(elsewhere % raw.url.replace("http", "ws").encode())]
    platform = await start(order_service_url=raw.url)
    handshake = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    assert (await platform.client.get(PATH, headers=handshake)).status_code == 302
    assert raw.connections == 1


async def test_a_message_too_big_is_refused_and_both_sides_end(platform: Platform) -> None:
    endings.clear()
    async with opened(platform) as socket:
        await socket.send(b"x" * 1_100_000)
        assert (await end_of(socket))[0] == 1009
    assert (await said_to_upstream())[0] == 1001


async def test_sockets_are_counted_while_they_are_open(platform: Platform) -> None:
    async with opened(platform):
        (entry,) = list(platform.gateway.statistics)
        assert (entry.method, entry.route, entry.in_flight) == ("WEBSOCKET", "/api/v1/orders", 1)
    await asyncio.sleep(0.1)
    assert (entry.in_flight, entry.statuses) == (0, {101: 1})
