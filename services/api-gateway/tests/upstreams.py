"""Upstreams for tests: an ASGI app that tells what reached it, and a raw server that breaks the rules."""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """Answers with what it was asked; the query may shape the answer."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    elif scope["type"] == "websocket":
        await _echo_websocket(scope, receive, send)
    else:
        await _echo_http(scope, receive, send)


async def _lifespan(receive: Any, send: Any) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _echo_http(scope: Any, receive: Any, send: Any) -> None:
    wanted = dict(parse_qsl(scope["query_string"].decode()))
    digest, size = hashlib.sha256(), 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        digest.update(message["body"])
        size += len(message["body"])
        if not message["more_body"]:
            break
    told = {
        "method": scope["method"],
        "path": scope["raw_path"].decode(),
        "query": scope["query_string"].decode(),
        "headers": [[n.decode("latin-1"), v.decode("latin-1")] for n, v in scope["headers"]],
        "body_size": size,
        "body_sha256": digest.hexdigest(),
    }
    await asyncio.sleep(float(wanted.get("sleep", 0)))
    status = int(wanted.get("status", 200))
    pieces, piece_size = int(wanted.get("pieces", 0)), int(wanted.get("piece_size", 1))
    body = json.dumps(told).encode()
    headers = [(b"content-type", b"application/json"), (b"x-answer", b"echo")]
    if pieces:
        await send({"type": "http.response.start", "status": status, "headers": headers})
        for number in range(pieces):
            piece = bytes([number % 251]) * piece_size
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            await asyncio.sleep(float(wanted.get("pause", 0)))
        await send({"type": "http.response.body", "body": b""})
        return
    if status in (204, 304):
        body = b""
    else:
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


async def _echo_websocket(scope: Any, receive: Any, send: Any) -> None:
    assert (await receive())["type"] == "websocket.connect"
    wanted = dict(parse_qsl(scope["query_string"].decode()))
    if "refuse" in wanted:
        await send(
            {
                "type": "websocket.http.response.start",
                "status": int(wanted["refuse"]),
                "headers": [(b"content-type", b"text/plain")],
            }
        )
        await send({"type": "websocket.http.response.body", "body": b"no"})
        return
    protocols = scope["subprotocols"]
    await send({"type": "websocket.accept", "subprotocol": protocols[0] if protocols else None})
    headers = {n.decode().lower(): v.decode("latin-1") for n, v in scope["headers"]}
    await send(
        {"type": "websocket.send", "text": json.dumps({"path": scope["path"], "headers": headers})}
    )
    while True:
        message = await receive()
        if message["type"] == "websocket.disconnect":
            endings.append((message.get("code"), message.get("reason")))
            return
        text = message.get("text")
        if text and text.startswith("close "):
            await send({"type": "websocket.close", "code": int(text[6:]), "reason": "asked to"})
        elif text is not None:
            await send({"type": "websocket.send", "text": text})
        else:
            await send({"type": "websocket.send", "bytes": message["bytes"]})


endings: list[tuple[int | None, str | None]] = []
"""How the sockets of `echo` ended, as it was told."""


class Raw:
    """A server on a bare socket: `behaviours` are taken in turn by its connections, the last for ever."""

    def __init__(self) -> None:
        self.behaviours: list[Behaviour] = []
        self.connections = 0
        self.requests: list[bytes] = []
        self.port = 0
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        if self._server:
            self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        behaviour = self.behaviours[min(self.connections, len(self.behaviours) - 1)]
        self.connections += 1
        self._writers.add(writer)
        try:
            await behaviour(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()

    async def head(self, reader: asyncio.StreamReader) -> bytes:
        head = await reader.readuntil(b"\r\n\r\n")
        self.requests.append(head)
        return head

    def answering(self, *answers: bytes, then_close: bool = False) -> Behaviour:
        """Answer one request after the other with these bytes."""

        async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            for answer in answers:
                await self.head(reader)
                writer.write(answer)
                await writer.drain()
            if not then_close:
                await reader.read()

        return behave

    def silent(self) -> Behaviour:
        async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self.head(reader)
            await reader.read()

        return behave

    def hanging_up(self) -> Behaviour:
        """Take the request and close without a word."""

        async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self.head(reader)

        return behave


OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
