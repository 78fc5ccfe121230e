"""The group commit: requests that arrive while one transaction commits go together into the next."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date

import asyncpg
import structlog
from prometheus_client import Histogram
from redis.asyncio import Redis
from sqlalchemy.exc import DBAPIError, TimeoutError

from app.models.trackpoint import Reading
from app.queries.partitions import make_partition
from app.services.last_points import remember
from app.services.points import Taken, sift, take_points
from app.tracking.fixes import Rejection
from lapa_kit import clock
from lapa_kit.db import DatabaseUnavailable, Sessions, is_connection_failure
from lapa_kit.realtime import Hub

MOST_AT_ONCE = 20_000

log = structlog.get_logger()
FLUSHED = Histogram(
    "trackpoints_flushed", "Points a commit", buckets=(1, 10, 100, 1_000, 5_000, 20_000)
)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The batch is durable: how many of its points were good, and what was wrong with the others."""

    accepted: int
    rejected: list[tuple[Reading, Rejection]]


@dataclass(frozen=True, slots=True)
class _Batch:
    readings: Sequence[Reading]
    done: asyncio.Future[Receipt]


class Recorder:
    """One a process. There is no timer: a lone request is written at once, a crowd goes together."""

    def __init__(self, sessions: Sessions, redis: Redis, hub: Hub) -> None:
        self.sessions, self.redis, self.hub = sessions, redis, hub
        self._waiting: list[_Batch] = []
        self._writer: asyncio.Task[None] | None = None
        self._days: set[date] = set()

    async def record(self, readings: Sequence[Reading]) -> Receipt:
        """Returns when the readings are committed; a caller who goes away does not take them with him."""
        batch = _Batch(readings, asyncio.get_running_loop().create_future())
        self._waiting.append(batch)
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        return await asyncio.shield(batch.done)

    async def _write(self) -> None:
        while batches := self._next():
            try:
                await self._flush(batches)
            except Exception as error:
                await self._one_by_one(batches, error)

    def _next(self) -> list[_Batch]:
        size = count = 0
        for batch in self._waiting:
            size += len(batch.readings)
            if count and size > MOST_AT_ONCE:
                break
            count += 1
        batches, self._waiting = self._waiting[:count], self._waiting[count:]
        return batches

    async def _one_by_one(self, batches: Sequence[_Batch], error: Exception) -> None:
        """One batch's fault must not be everybody's; a database that is away is."""
        if len(batches) == 1 or _is_away(error):
            failure = DatabaseUnavailable() if _is_away(error) else error
            for batch in batches:
                _settle(batch, failure)
            return
        log.warning("recording.split", batches=len(batches), error=type(error).__name__)
        for batch in batches:
            try:
                await self._flush([batch])
            except Exception as own:
                _settle(batch, DatabaseUnavailable() if _is_away(own) else own)

    async def _flush(self, batches: Sequence[_Batch]) -> None:
        readings = [reading for batch in batches for reading in batch.readings]
        sifted = sift(readings, clock.now())
        days = {reading.at.astimezone(UTC).date() for reading in sifted.good} - self._days
        async with self.sessions.begin() as session:
            for day in sorted(days):
                await make_partition(session, day)
            taken = await take_points(session, sifted)
        self._days |= days
        FLUSHED.observe(len(readings))
        for batch in batches:
            _settle(batch, _receipt(batch, taken))
        await remember(self.redis, taken.newest)
        if taken.grown:
            message = {"type": "tracks_moved", "track_ids": [str(id_) for id_ in taken.grown]}
            await self.hub.broadcast(self.redis, "tracks", message)


def _receipt(batch: _Batch, taken: Taken) -> Receipt:
    rejected = [
        (reading, taken.rejected[reading.key])
        for reading in batch.readings
        if reading.key in taken.rejected
    ]
    return Receipt(len(batch.readings) - len(rejected), rejected)


def _settle(batch: _Batch, outcome: Receipt | BaseException) -> None:
    if batch.done.done():
        return
    if isinstance(outcome, BaseException):
        batch.done.set_exception(outcome)
    else:
        batch.done.set_result(outcome)


def _is_away(error: BaseException) -> bool:
    kinds = (DBAPIError, TimeoutError, OSError, asyncpg.PostgresError)
    return isinstance(error, kinds) and is_connection_failure(error)
