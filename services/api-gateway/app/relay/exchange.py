"""One HTTP request on its way to an upstream, and the answer on its way back."""

import asyncio
from dataclasses import dataclass, field

from starlette.types import Receive, Send

from app.relay.connection import Connection
from app.relay.errors import Broken, ClientError, ClientGone, UpstreamError
from app.relay.headers import BODILESS, Headers, end_to_end, with_added
from app.relay.pool import Patience
from app.relay.upload import Upload
from app.relay.upstream import Endpoint, Upstream

IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
NOTICE_LEAVING_AFTER_S = 0.05


@dataclass(frozen=True, slots=True)
class Request:
    """What goes to the upstream: headers already cleaned, only the framing of the body is added."""

    method: str
    target: bytes
    headers: Headers
    length: int | None = 0
    """Of the body: 0 none, None unknown beforehand."""
    largest: int = 10 * 1024 * 1024
    patience: Patience = field(default_factory=Patience)

    def head(self) -> bytes:
        lines = [b"%b %b HTTP/1.1\r\n" % (self.method.encode(), self.target)]
        lines += [b"%b: %b\r\n" % header for header in self.headers]
        lines.append(framing_line(self.method, self.length))
        lines.append(b"\r\n")
        return b"".join(lines)


class Exchange:
    """`run` once. `status` tells, after a failure, whether an answer has begun to go out."""

    __slots__ = (
        "_connection",
        "_interruption",
        "_patience",
        "_receive",
        "_request",
        "_send",
        "_side_task",
        "_upload",
        "_upstream",
        "status",
    )

    def __init__(self, request: Request, upstream: Upstream, receive: Receive, send: Send) -> None:
        self._request, self._upstream = request, upstream
        self._patience = request.patience
        self._receive, self._send = receive, send
        self._upload = Upload(receive, limit=request.largest, patience=self._patience)
        self._connection: Connection | None = None
        self._side_task: asyncio.Task[None] | None = None
        self._interruption: ClientError | None = None
        self.status = 0

    async def run(self, added: Headers) -> None:
        """Relay, with `added` headers on the answer. Raises UpstreamError or ClientError."""
        if self._request.length != 0:
            await self._upload.begin()
        watch = asyncio.get_running_loop().call_later(NOTICE_LEAVING_AFTER_S, self._watch)
        try:
            endpoint, connection = await self._ask()
            await self._pass_on(endpoint, connection, added)
        except UpstreamError:
            if self._interruption is not None:
                raise self._interruption from None
            raise
        finally:
            watch.cancel()
            self._let_go()

    async def _ask(self) -> tuple[Endpoint, Connection]:
        """Send the request and wait for the head of its answer; once more if that does no harm."""
        endpoint, connection = await self._upstream.connect()
        try:
            await self._send_request(endpoint, connection)
        except Broken:
            if not self._may_repeat(connection) or not self._upstream.retries.spend():
                raise
        else:
            return endpoint, connection
        endpoint, connection = await self._upstream.connect(fresh=True)
        await self._send_request(endpoint, connection)
        return endpoint, connection

    def _may_repeat(self, connection: Connection) -> bool:
        return (
            self._request.method in IDEMPOTENT
            and not connection.answered
            and not self._upload.more
            and self._interruption is None
        )

    async def _send_request(self, endpoint: Endpoint, connection: Connection) -> None:
        self._connection = connection
        if self._interruption is not None:
            raise self._interruption
        connection.begin(head_only=self._request.method == "HEAD")
        chunked = self._request.length is None
        connection.write(self._request.head() + framed(self._upload.first, chunked))
        if self._upload.more:
            self._side_task = asyncio.create_task(self._send_rest(connection, chunked))
        elif chunked:
            connection.write(b"0\r\n\r\n")
        try:
            await connection.answer(self._patience.answer)
        except UpstreamError as error:
            died_of_age = isinstance(error, Broken) and not connection.fresh
            if self._interruption is None and not died_of_age:
                endpoint.circuit.fail()
            raise
        endpoint.circuit.succeed()
        self._upstream.retries.earn()

    async def _send_rest(self, connection: Connection, chunked: bool) -> None:
        try:
            while self._upload.more:
                piece = await self._upload.next()
                connection.write(framed(piece, chunked))
                await connection.drain()
            if chunked:
                connection.write(b"0\r\n\r\n")
        except ClientError as error:
            self._interrupt(error)
        except UpstreamError:
            return  # whoever waits for the answer learns the same
        else:
            await self._notice_leaving()

    async def _pass_on(self, endpoint: Endpoint, connection: Connection, added: Headers) -> None:
        self.status = connection.status
        headers = end_to_end(connection.headers, without_body=self.status in BODILESS)
        await self._send(
            {
                "type": "http.response.start",
                "status": connection.status,
                "headers": with_added(headers, added),
            }
        )
        while True:
            piece = await connection.read(self._patience.idle)
            if connection.finished:
                break
            await self._send_piece(piece)
        if not self._upload.more:
            self._connection = None
            endpoint.pool.put_back(connection)
        await self._send({"type": "http.response.body", "body": piece, "more_body": False})

    async def _send_piece(self, piece: bytes) -> None:
        try:
            async with asyncio.timeout(self._patience.client):
                await self._send({"type": "http.response.body", "body": piece, "more_body": True})
        except TimeoutError:
            raise ClientGone from None

    # The client's leaving is watched for only where it takes long: each watcher is a task.

    def _watch(self) -> None:
        if self._side_task is None:
            self._side_task = asyncio.create_task(self._notice_leaving())

    async def _notice_leaving(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self._interrupt(ClientGone())

    def _interrupt(self, reason: ClientError) -> None:
        self._interruption = reason
        if self._connection is not None:
            self._connection.abort()

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.abort()
            self._connection = None
        if self._side_task is not None:
            self._side_task.cancel()


def framing_line(method: str, length: int | None) -> bytes:
    """How the body is framed; nothing where none is expected."""
    if length is None:
        return b"transfer-encoding: chunked\r\n"
    if length or method in ("POST", "PUT", "PATCH"):
        return b"content-length: %d\r\n" % length
    return b""


def framed(piece: bytes, chunked: bool) -> bytes:
    if chunked and piece:
        return b"%x\r\n%b\r\n" % (len(piece), piece)
    return piece
