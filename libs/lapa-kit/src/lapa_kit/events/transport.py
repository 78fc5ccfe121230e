"""What carries envelopes between processes: Redis Streams, or memory in tests."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import orjson
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError, ResponseError

from lapa_kit.events.contract import Envelope

LONGEST_STREAM = 1_000_000
READ_BATCH = 100
BLOCK_MS = 1_000
CLAIM_EVERY_S = 2.0
CLAIM_IDLE_MS = 10_000


class TransportError(Exception):
    """The transport is away or refused; nothing was lost: the rows stay where they are."""


@dataclass(frozen=True, slots=True)
class Delivery:
    stream: str
    position: str
    envelope: Envelope


@dataclass(frozen=True, slots=True)
class Sent:
    """The positions of what was sent, in order, and the last one that was known in the moment before."""

    positions: list[str]
    kept_until: str


Handle = Callable[[Sequence[Delivery]], Awaitable[Sequence[Delivery]]]
"""Takes a batch and answers with what is done with, to be acknowledged; the rest comes again."""


class Transport(Protocol):
    async def send(self, stream: str, envelopes: Sequence[Envelope]) -> Sent:
        """Raises TransportError."""
        ...

    async def kept_until(self, stream: str) -> str:
        """The last position the transport still knows of; "" when it knows nothing."""
        ...

    def order(self, position: str) -> tuple[int, ...]:
        """Positions compare by this."""
        ...

    async def consume(self, streams: Sequence[str], group: str, name: str, handle: Handle) -> None:
        """Deliver for the life of the process, at least once, what no consumer of the group has acknowledged."""
        ...

    async def lag(self, streams: Sequence[str], group: str) -> int:
        """Events of these streams the group has not acknowledged."""
        ...

    async def forget(self, stream: str, positions: Sequence[str]) -> set[str]:
        """Take these events back for good; those that some group has not acknowledged stay, and are answered."""
        ...

    async def close(self) -> None: ...


class RedisTransport:
    """One stream a producing service, one consumer group a consuming service."""

    def __init__(self, url: str) -> None:
        # blocking reads wait BLOCK_MS on purpose; we repeat ourselves, in sight, instead of inside the client
        self.redis = Redis.from_url(
            url,
            socket_timeout=10,
            socket_connect_timeout=2,
            retry=Retry(NoBackoff(), 0),
            decode_responses=False,
        )

    async def send(self, stream: str, envelopes: Sequence[Envelope]) -> Sent:
        try:
            # one transaction: nothing is lost unnoticed between the look and the writing
            pipe = self.redis.pipeline(transaction=True)
            pipe.xinfo_stream(stream)
            for envelope in envelopes:
                pipe.xadd(stream, _fields(envelope), maxlen=LONGEST_STREAM, approximate=True)
            known, *positions = await pipe.execute(raise_on_error=False)
        except (RedisError, OSError) as error:
            raise TransportError(str(error)) from error
        for refused in positions:
            if isinstance(refused, Exception):
                raise TransportError(str(refused)) from refused
        return Sent([position.decode() for position in positions], _kept_until(known))

    async def kept_until(self, stream: str) -> str:
        try:
            known = await self.redis.xinfo_stream(stream)
        except ResponseError as error:
            known = error
        except (RedisError, OSError) as error:
            raise TransportError(str(error)) from error
        return _kept_until(known)

    def order(self, position: str) -> tuple[int, ...]:
        return tuple(int(part) for part in position.split("-")) if position else (0, 0)

    async def consume(self, streams: Sequence[str], group: str, name: str, handle: Handle) -> None:
        while True:
            try:
                await self._ensure_groups(streams, group)
                async for batch in self._batches(streams, group, name):
                    for delivery in await handle(batch):
                        await self.redis.xack(delivery.stream, group, delivery.position)
            except ResponseError as error:
                # NOGROUP: Redis lost its data; LOADING: it is coming back
                if not str(error).startswith(("NOGROUP", "LOADING", "UNBLOCKED")):
                    raise
                await asyncio.sleep(0.1)
            except (RedisError, OSError):
                await asyncio.sleep(0.2)

    async def _ensure_groups(self, streams: Sequence[str], group: str) -> None:
        """From 0 on, never from `$`: an event said before the group was made counts too."""
        for stream in streams:
            try:
                await self.redis.xgroup_create(stream, group, id="0", mkstream=True)
            except ResponseError as error:
                if "BUSYGROUP" not in str(error):
                    raise

    async def _batches(
        self, streams: Sequence[str], group: str, name: str
    ) -> AsyncIterator[list[Delivery]]:
        """Our own unfinished ones first and every CLAIM_EVERY_S, dead consumers' ones, then new ones."""
        loop = asyncio.get_running_loop()
        looked_back_at = -CLAIM_EVERY_S
        while True:
            if loop.time() - looked_back_at >= CLAIM_EVERY_S:
                looked_back_at = loop.time()
                for stream in streams:
                    await self.redis.xautoclaim(
                        stream, group, name, min_idle_time=CLAIM_IDLE_MS, count=READ_BATCH
                    )
                if batch := await self._read(streams, group, name, "0"):
                    yield batch
            if batch := await self._read(streams, group, name, ">"):
                yield batch

    async def _read(
        self, streams: Sequence[str], group: str, name: str, position: str
    ) -> list[Delivery]:
        answer: Any = await self.redis.xreadgroup(
            group,
            name,
            dict.fromkeys(streams, position),
            count=READ_BATCH,
            block=BLOCK_MS if position == ">" else None,
        )
        pairs = answer.items() if isinstance(answer, dict) else answer or []
        return [
            Delivery(stream.decode(), message_id.decode(), envelope_of(fields))
            for stream, messages in pairs
            for message_id, fields in _flat(messages)
            if fields
        ]

    async def lag(self, streams: Sequence[str], group: str) -> int:
        total = 0
        for stream in streams:
            for info in await self.redis.xinfo_groups(stream):
                if info["name"].decode() == group:
                    total += int(info["lag"] or 0) + int(info["pending"])
        return total

    async def forget(self, stream: str, positions: Sequence[str]) -> set[str]:
        try:
            heard_before = await self._heard_before(stream)
            heard = [one for one in positions if self.order(one) < heard_before]
            if heard:
                await self.redis.xdel(stream, *heard)
        except (RedisError, OSError) as error:
            raise TransportError(str(error)) from error
        return set(positions) - set(heard)

    async def _heard_before(self, stream: str) -> tuple[int, ...]:
        """The first position that some group has yet to acknowledge."""
        first: tuple[int, ...] = (2**64, 0)
        if not await self.redis.exists(stream):
            return first
        for info in await self.redis.xinfo_groups(stream):
            delivered = self.order(info["last-delivered-id"].decode())
            first = min(first, (*delivered[:-1], delivered[-1] + 1))
            if info["pending"]:
                pending: Any = await self.redis.xpending(stream, info["name"])
                first = min(first, self.order(pending["min"].decode()))
        return first

    async def close(self) -> None:
        await self.redis.aclose()


def _kept_until(known: dict[str, Any] | Exception) -> str:
    """What Redis says of a stream, or that there is none."""
    if not isinstance(known, Exception):
        return known["last-generated-id"].decode()
    if "no such key" in str(known):
        return ""
    raise TransportError(str(known)) from known


def _flat(messages: Any) -> list[tuple[bytes, dict[bytes, bytes]]]:
    """RESP3 nests a stream's messages one list deeper than RESP2."""
    if (
        messages
        and isinstance(messages[0], list)
        and messages[0]
        and isinstance(messages[0][0], list | tuple)
    ):
        return [pair for group in messages for pair in group]
    return list(messages)


def _fields(envelope: Envelope) -> dict[Any, Any]:
    return {
        b"id": str(envelope.id),
        b"type": envelope.type,
        b"key": envelope.key,
        b"version": envelope.version,
        b"at": envelope.occurred_at.isoformat(),
        b"trace": orjson.dumps(envelope.trace),
        b"payload": orjson.dumps(envelope.payload),
    }


def envelope_of(fields: dict[bytes, bytes]) -> Envelope:
    """What an entry of a stream carries."""
    return Envelope(
        id=UUID(fields[b"id"].decode()),
        type=fields[b"type"].decode(),
        key=fields[b"key"].decode(),
        version=int(fields[b"version"]),
        occurred_at=datetime.fromisoformat(fields[b"at"].decode()),
        trace=orjson.loads(fields[b"trace"]),
        payload=orjson.loads(fields[b"payload"]),
    )


def connect(url: str) -> Transport:
    """The transport that a URL names."""
    if url.startswith(("redis://", "rediss://", "unix://")):
        return RedisTransport(url)
    raise ValueError(f"EVENTS_URL must begin with redis:// (or rediss://, unix://), not {url!r}")
