"""The gateway's own questions to an endpoint: is it alive, what does it offer."""

from dataclasses import dataclass

from app.relay.errors import Malformed
from app.relay.upstream import Endpoint

LARGEST_ANSWER = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fetched:
    status: int
    body: bytes


async def fetch(endpoint: Endpoint, path: str, *, host: bytes, patience: float) -> Fetched:
    """GET, on a connection of its own: a kept one would tell of the past. Raises UpstreamError."""
    connection = await endpoint.pool.open()
    try:
        connection.begin(head_only=False)
        connection.write(
            b"GET %b HTTP/1.1\r\nhost: %b\r\nconnection: close\r\n\r\n" % (path.encode(), host)
        )
        await connection.answer(patience)
        body = bytearray()
        while not connection.finished:
            body += await connection.read(patience)
            if len(body) > LARGEST_ANSWER:
                raise Malformed(f"{path} of {endpoint.url} is too large")
        return Fetched(connection.status, bytes(body))
    finally:
        connection.abort()
