"""Saying: an event is a row in the caller's transaction; the relay carries it on after the commit."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from prometheus_client import Counter, Gauge
from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit import clock
from lapa_kit.bell import Bell
from lapa_kit.db import Sessions, after_commit
from lapa_kit.events.contract import Envelope, Event, stream_of
from lapa_kit.events.transport import Transport, TransportError
from lapa_kit.ids import new_id
from lapa_kit.presence import Presence
from lapa_kit.tables import OutboxRow
from lapa_kit.telemetry import trace

BATCH = 500
POLL_S = 0.5
CHECK_FOR_LOSS_S = 1.0
KEPT_FOR = timedelta(days=7)

log = structlog.get_logger()
PUBLISHED = Counter("events_published_total", "Events handed to the transport", ["type"])
WAITING = Gauge("outbox_unpublished", "Events said but not yet handed to the transport")

_bell = Bell()


def publish(session: AsyncSession, event: Event) -> None:
    """Say the event: it goes out if and only if the session's transaction commits."""
    session.add(OutboxRow(**columns_of(event)))
    after_commit(session, ring)


def columns_of(event: Event) -> dict[str, Any]:
    """Of its outbox row, for those who write it in a statement of their own; they `ring()` after the commit."""
    return {
        "id": new_id(),
        "type": event.type,
        "key": event.key,
        "payload": event.model_dump(mode="json"),
        "headers": {
            "version": event.aggregate_version,
            "occurred_at": clock.now().isoformat(),
            "trace": dict(trace.get()),
        },
        "created_at": datetime.now(UTC),
    }


def ring() -> None:
    """There is something new to carry."""
    _bell.ring()


def envelope_of(row: OutboxRow) -> Envelope:
    return Envelope(
        id=row.id,
        type=row.type,
        key=row.key,
        version=int(row.headers["version"]),
        occurred_at=datetime.fromisoformat(row.headers["occurred_at"]),
        payload=row.payload,
        trace=row.headers.get("trace", {}),
    )


class Relay:
    """Carries rows to the transport, in any number of processes at once."""

    def __init__(self, sessions: Sessions, transport: Transport, producer: str) -> None:
        self.sessions, self.transport = sessions, transport
        self.stream = stream_of(producer)
        self._carrier = Presence("outbox.transport")
        self._checked_at = 0.0
        # by this process: where the transport must still be when it is given more
        self._sent_until: str | None = None

    async def run(self) -> None:
        """For the life of the process: at once after a commit, and by a poll behind it."""
        try:
            await self._run()
        finally:
            _bell.forget()

    async def _run(self) -> None:
        while True:
            _bell.reset()
            try:
                await self._republish_what_the_transport_lost()
                sent = await self.relay_batch()
                self._carrier.found()
            except TransportError as error:
                self._carrier.lost(error)
                self._checked_at = 0.0
                sent = 0
                await asyncio.sleep(POLL_S)
            except Exception:
                log.exception("outbox.relay_failed")
                sent = 0
                await asyncio.sleep(POLL_S)
            if sent < BATCH:
                await _bell.wait(POLL_S)

    async def relay_batch(self) -> int:
        """Claim by state, never by a last-seen position: rows commit out of order."""
        async with self.sessions.begin() as session:
            rows = list(
                await session.scalars(
                    select(OutboxRow)
                    .where(OutboxRow.published_at.is_(None))
                    .order_by(OutboxRow.seq)
                    .limit(BATCH)
                    .with_for_update(skip_locked=True)
                )
            )
            if not rows:
                return 0
            before = self._sent_until or await _newest_position(session)
            sent = await self.transport.send(self.stream, [envelope_of(row) for row in rows])
            await self._take_back_what_is_lost(session, before, sent.kept_until)
            now = datetime.now(UTC)
            for row, position in zip(rows, sent.positions, strict=True):
                row.published_at, row.position = now, position
                PUBLISHED.labels(row.type).inc()
        self._sent_until = sent.positions[-1]
        return len(rows)

    async def _republish_what_the_transport_lost(self) -> None:
        """When the transport's last position is behind ours its data is gone: send again from there."""
        now = asyncio.get_running_loop().time()
        if now - self._checked_at < CHECK_FOR_LOSS_S:
            return
        async with self.sessions.begin() as session:
            ours = await _newest_position(session)
            if ours is not None:
                kept = await self.transport.kept_until(self.stream)
                await self._take_back_what_is_lost(session, ours, kept)
        self._checked_at = now

    async def _take_back_what_is_lost(
        self, session: AsyncSession, ours: str | None, kept: str
    ) -> None:
        if self.transport.order(kept) < self.transport.order(ours or ""):
            await self._unpublish_after(session, kept)

    async def _unpublish_after(self, session: AsyncSession, kept: str) -> None:
        rows = await session.execute(
            select(OutboxRow.seq, OutboxRow.position).where(OutboxRow.published_at.is_not(None))
        )
        order = self.transport.order
        lost: list[dict[str, Any]] = [
            {"lost": seq} for seq, position in rows if order(position or "") > order(kept)
        ]
        if lost:
            log.error("outbox.transport_lost_data", events=len(lost), kept_until=kept)
            connection = await session.connection()
            await connection.execute(
                update(OutboxRow.__table__)  # pyright: ignore[reportArgumentType]
                .where(OutboxRow.seq == bindparam("lost"))
                .values(published_at=None, position=None),
                lost,
            )


async def _newest_position(session: AsyncSession) -> str | None:
    return await session.scalar(
        select(OutboxRow.position)
        .where(OutboxRow.published_at.is_not(None))
        .order_by(OutboxRow.published_at.desc(), OutboxRow.seq.desc())
        .limit(1)
    )


async def measure(session: AsyncSession) -> None:
    statement = select(func.count()).where(OutboxRow.published_at.is_(None))
    WAITING.set(await session.scalar(statement) or 0)


async def forget_published(session: AsyncSession) -> None:
    """Published rows are kept a week, to be sent again should the transport lose its data."""
    old = datetime.now(UTC) - KEPT_FOR
    await session.execute(delete(OutboxRow).where(OutboxRow.published_at < old))
