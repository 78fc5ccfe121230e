"""One WebSocket through the gateway: two pumps, and each side is told how the other ended."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.types import Message, Receive, Send
from websockets.asyncio.client import ClientConnection, connect
from websockets.datastructures import Headers as WebSocketHeaders
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.typing import Origin, Subprotocol

from app.relay.errors import Malformed, TooSlow, Unreachable
from app.relay.headers import Headers, end_to_end, with_added
from app.relay.upstream import Endpoint, Upstream

LARGEST_MESSAGE = 1024 * 1024
NORMAL, GOING_AWAY, NO_STATUS, ABNORMAL, TOO_BIG, RESTART = 1000, 1001, 1005, 1006, 1009, 1012


@dataclass(frozen=True, slots=True)
class Handshake:
    """How the upstream is asked; headers already cleaned."""

    host: str
    target: str
    headers: Headers
    origin: str | None
    subprotocols: list[str]


Pace = Callable[[], float]
"""Counts a message of the client: 0, or for how many seconds to wait before it can be counted."""


class _Connect(connect):
    """Follows no redirect: where a socket leads is the routing table's business."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        return exc


class Tunnel:
    """`run` once. `is_open` tells, after a failure, whether the client was accepted."""

    def __init__(
        self, handshake: Handshake, upstream: Upstream, receive: Receive, send: Send, pace: Pace
    ) -> None:
        self._handshake, self._upstream, self._pace = handshake, upstream, pace
        self._receive, self._send = receive, send
        self.is_open = False
        self.status = 0

    async def run(self, added: Headers) -> None:
        """Relay until one side ends. Raises UpstreamError when there is no upstream to speak to."""
        assert (await self._receive())["type"] == "websocket.connect"
        endpoint = self._upstream.next_endpoint()
        try:
            upstream = await self._connect(endpoint)
        except InvalidStatus as refusal:
            await self._pass_on_refusal(refusal, added)
            return
        endpoint.circuit.succeed()
        try:
            await self._send(
                {
                    "type": "websocket.accept",
                    "subprotocol": upstream.subprotocol,
                    "headers": added,
                }
            )
            self.is_open, self.status = True, 101
            await self._pump(upstream)
        finally:
            await upstream.close(GOING_AWAY)

    async def _connect(self, endpoint: Endpoint) -> ClientConnection:
        asked = self._handshake
        try:
            return await _Connect(
                f"{endpoint.pool.websocket_scheme}://{asked.host}{asked.target}",
                host=endpoint.pool.host,
                port=endpoint.pool.port,
                origin=Origin(asked.origin) if asked.origin else None,
                subprotocols=[Subprotocol(name) for name in asked.subprotocols] or None,
                additional_headers=WebSocketHeaders(_text(asked.headers)),
                user_agent_header=None,
                compression=None,
                proxy=None,
                open_timeout=self._upstream.patience.handshake,
                close_timeout=2,
                max_size=LARGEST_MESSAGE,
                max_queue=16,
            )
        except TimeoutError:
            endpoint.circuit.fail()
            raise TooSlow("no answer to the handshake") from None
        except OSError as error:
            endpoint.circuit.fail()
            raise Unreachable(f"{endpoint.url}: {error}") from error
        except InvalidStatus:
            raise
        except InvalidHandshake as error:
            raise Malformed(f"not a WebSocket answer: {error}") from error

    async def _pass_on_refusal(self, refusal: InvalidStatus, added: Headers) -> None:
        """The upstream's own HTTP answer, where the server can send one (else it makes it a 403)."""
        answer = refusal.response
        self.status = answer.status_code
        raw = [(k.lower().encode(), v.encode()) for k, v in answer.headers.raw_items()]
        await self._send(
            {
                "type": "websocket.http.response.start",
                "status": answer.status_code,
                "headers": with_added(end_to_end(raw), added),
            }
        )
        await self._send(
            {"type": "websocket.http.response.body", "body": bytes(answer.body or b"")}
        )

    async def _pump(self, upstream: ClientConnection) -> None:
        pumps = [
            asyncio.create_task(self._inwards(upstream)),
            asyncio.create_task(self._outwards(upstream)),
        ]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for pump in pumps:
                pump.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)

    async def _inwards(self, upstream: ClientConnection) -> None:
        while True:
            message = await self._receive()
            if message["type"] == "websocket.disconnect":
                await upstream.close(*_ending(message))
                return
            text: str | None = message.get("text")
            payload: str | bytes = message["bytes"] if text is None else text
            if len(payload) > LARGEST_MESSAGE:
                await self._close(TOO_BIG, "message too big")
                return
            try:
                await upstream.send(payload)
            except ConnectionClosed:
                return
            while wait := self._pace():
                await asyncio.sleep(wait)  # meanwhile nothing is read: the client has to hold back

    async def _outwards(self, upstream: ClientConnection) -> None:
        try:
            async for payload in upstream:
                kind = "text" if isinstance(payload, str) else "bytes"
                await self._send({"type": "websocket.send", kind: payload})
        except ConnectionClosed:
            pass
        code = upstream.close_code or ABNORMAL
        if code == ABNORMAL:
            await self._close(RESTART, "the service went away")
        else:
            await self._close(NORMAL if code == NO_STATUS else code, upstream.close_reason or "")

    async def _close(self, code: int, reason: str) -> None:
        await self._send({"type": "websocket.close", "code": code, "reason": reason})


def _ending(message: Message) -> tuple[int, str]:
    code: Any = message.get("code") or NO_STATUS
    if code in (NO_STATUS, ABNORMAL):
        return GOING_AWAY, ""
    return code, message.get("reason") or ""


def _text(headers: Headers) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
