"""A closed-loop HTTP/1.1 load client, the same for every server that is compared."""

import asyncio
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Measured:
    requests: int
    seconds: float
    latencies_s: list[float]

    @property
    def rate(self) -> float:
        return self.requests / self.seconds

    def percentile_ms(self, share: float) -> float:
        ordered = sorted(self.latencies_s)
        return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))]


async def load(url: str, *, connections: int, seconds: float, token: str = "") -> Measured:
    """Each connection asks again as soon as it has its answer; every answer must be 200."""
    parts = urlsplit(url)
    authorization = f"authorization: Bearer {token}\r\n" if token else ""
    request = (
        f"GET {parts.path} HTTP/1.1\r\nhost: {parts.netloc}\r\n{authorization}"
        "accept: application/json\r\nuser-agent: lapa-bench\r\n\r\n"
    ).encode()
    latencies: list[float] = []
    ends = time.perf_counter() + seconds

    async def ask() -> None:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        while (began := time.perf_counter()) < ends:
            writer.write(request)
            await _read_answer(reader)
            latencies.append(time.perf_counter() - began)
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(ask() for _ in range(connections)))
    return Measured(len(latencies), time.perf_counter() - began, latencies)


async def load_posts(
    url: str,
    requests: Iterator[tuple[bytes, Mapping[str, str]]],
    *,
    connections: int,
    seconds: float,
    status: int,
) -> Measured:
    """The same with the next of these JSON bodies and headers for each request."""
    parts = urlsplit(url)
    latencies: list[float] = []
    ends = time.perf_counter() + seconds

    async def ask() -> None:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        while (began := time.perf_counter()) < ends:
            body, headers = next(requests)
            given = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
            head = (
                f"POST {parts.path} HTTP/1.1\r\nhost: {parts.netloc}\r\n{given}"
                f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
            )
            writer.write(head.encode() + body)
            await _read_answer(reader, b"%d" % status)
            latencies.append(time.perf_counter() - began)
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(ask() for _ in range(connections)))
    return Measured(len(latencies), time.perf_counter() - began, latencies)


async def _read_answer(reader: asyncio.StreamReader, expected: bytes = b"200") -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    status = head.split(b" ", 2)[1]
    if status != expected:
        raise RuntimeError(f"answered {status.decode()}: {head.decode(errors='replace')}")
    lower = head.lower()
    at = lower.find(b"content-length:")
    if at >= 0:
        await reader.readexactly(int(lower[at + 15 : lower.index(b"\r\n", at)]))
        return
    while size := int((await reader.readline()).strip(), 16):
        await reader.readexactly(size + 2)
    await reader.readline()
