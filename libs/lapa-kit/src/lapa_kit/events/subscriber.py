"""Hearing: each event is handled in one transaction with its inbox row, so a redelivery is a no-op."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import orjson
import structlog
from prometheus_client import Counter
from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit.db import Sessions, is_connection_failure, is_contention
from lapa_kit.events.contract import Envelope, Event, stream_of
from lapa_kit.events.transport import Delivery, Transport
from lapa_kit.tables import FailedEventRow, InboxRow
from lapa_kit.telemetry import child_traceparent, trace

ATTEMPTS = 8
RETRY_S = 0.5
KEPT_FOR = timedelta(days=30)

E = TypeVar("E", bound=Event)
Handler = Callable[[Any, AsyncSession], Awaitable[None]]

log = structlog.get_logger()
HANDLED = Counter("events_handled_total", "Events that took effect", ["type"])
FAILED = Counter("events_failed_total", "Failures of event handlers", ["type"])
DEAD = Counter("events_dead_total", "Events given up after the last attempt", ["type"])


class Subscriber:
    """What a service listens to; `app/subscribers.py` is the complete list."""

    def __init__(self) -> None:
        self.handlers: dict[str, tuple[type[Event], Handler]] = {}
        self.listener: Callable[[Envelope, AsyncSession], Awaitable[None]] | None = None
        self.producers: set[str] = set()

    def on(
        self, kind: type[E]
    ) -> Callable[
        [Callable[[E, AsyncSession], Awaitable[None]]], Callable[[E, AsyncSession], Awaitable[None]]
    ]:
        """Handle one kind of event. The handler's changes commit together with the inbox row."""

        def register(
            handler: Callable[[E, AsyncSession], Awaitable[None]],
        ) -> Callable[[E, AsyncSession], Awaitable[None]]:
            assert kind.type not in self.handlers, f"{kind.type} has two handlers"
            self.handlers[kind.type] = (kind, handler)
            self.producers.update(kind.said_by())
            return handler

        return register

    def on_everything(
        self, producers: Sequence[str]
    ) -> Callable[
        [Callable[[Envelope, AsyncSession], Awaitable[None]]],
        Callable[[Envelope, AsyncSession], Awaitable[None]],
    ]:
        """Handle every event of these services, known kind or not."""

        def register(
            handler: Callable[[Envelope, AsyncSession], Awaitable[None]],
        ) -> Callable[[Envelope, AsyncSession], Awaitable[None]]:
            self.listener = handler
            self.producers.update(producers)
            return handler

        return register

    @property
    def streams(self) -> list[str]:
        return sorted(stream_of(producer) for producer in self.producers)

    def concerns(self, envelope: Envelope) -> bool:
        return self.listener is not None or envelope.type in self.handlers

    async def deliver(self, session: AsyncSession, envelope: Envelope) -> None:
        """Let the event take effect in the session's transaction, unless it already has."""
        if await _take(session, [envelope.id]):
            await self.handle(session, envelope)

    async def handle(self, session: AsyncSession, envelope: Envelope) -> None:
        """Run the handlers; what they do and say carries on the trace of what caused the event."""
        parent = envelope.trace
        token = trace.set({**parent, "traceparent": child_traceparent(parent.get("traceparent"))})
        try:
            if known := self.handlers.get(envelope.type):
                kind, handler = known
                await handler(kind.opened(envelope), session)
            if self.listener:
                await self.listener(envelope, session)
            await session.flush()
        finally:
            trace.reset(token)


class Consumer:
    """Feeds a subscriber from the transport: a batch is one transaction, after a failure one by one."""

    def __init__(self, sessions: Sessions, subscriber: Subscriber, transport: Transport) -> None:
        self.sessions, self.subscriber, self.transport = sessions, subscriber, transport

    async def run(self, group: str, name: str) -> None:
        await self.transport.consume(self.subscriber.streams, group, name, self.handle)

    async def handle(self, deliveries: Sequence[Delivery]) -> Sequence[Delivery]:
        concerned = [d for d in deliveries if self.subscriber.concerns(d.envelope)]
        done = [d for d in deliveries if not self.subscriber.concerns(d.envelope)]
        try:
            await self._apply([delivery.envelope for delivery in concerned])
            return deliveries
        except Exception as error:
            if is_connection_failure(error):
                log.warning("events.database_away", error=type(error).__name__)
                await asyncio.sleep(RETRY_S)
                return done
        # somebody in the batch is at fault: give each its own transaction and find out who
        for delivery in concerned:
            if await self._apply_alone(delivery.envelope):
                done.append(delivery)
        return done

    async def _apply(self, envelopes: Sequence[Envelope]) -> None:
        if not envelopes:
            return
        async with self.sessions.begin() as session:
            fresh = await _take(session, sorted({envelope.id for envelope in envelopes}))
            for envelope in envelopes:
                if envelope.id in fresh:
                    fresh.remove(envelope.id)
                    await self.subscriber.handle(session, envelope)
                    HANDLED.labels(envelope.type).inc()

    async def _apply_alone(self, envelope: Envelope) -> bool:
        """True when the event is done with: it took effect, or has been given up."""
        try:
            await self._apply([envelope])
            return True
        except Exception as error:
            if is_connection_failure(error) or is_contention(error):
                # not the event's fault: it counts no attempt, and comes again
                await asyncio.sleep(RETRY_S)
                return False
            FAILED.labels(envelope.type).inc()
            log.exception("events.handler_failed", type=envelope.type, event_id=str(envelope.id))
            return await self._note_failure(envelope, error)

    async def _note_failure(self, envelope: Envelope, error: Exception) -> bool:
        async with self.sessions.begin() as session:
            row = await session.get(FailedEventRow, envelope.id, with_for_update=True)
            if row is None:
                row = FailedEventRow(event_id=envelope.id, attempts=0)
                session.add(row)
            row.envelope = orjson.loads(orjson.dumps(asdict(envelope)))
            row.attempts += 1
            row.error = f"{type(error).__name__}: {error}"[:2000]
            row.failed_at = datetime.now(UTC)
            if row.attempts < ATTEMPTS:
                return False
            row.dead_at = row.failed_at
            DEAD.labels(envelope.type).inc()
            log.error("events.given_up", type=envelope.type, event_id=str(envelope.id))
        return True


async def _take(session: AsyncSession, ids: Sequence[UUID]) -> set[UUID]:
    """Write the inbox rows, in order so that two consumers cannot deadlock; those that were new."""
    now = datetime.now(UTC)
    statement = (
        insert(InboxRow)
        .values([{"event_id": event_id, "taken_at": now} for event_id in ids])
        .on_conflict_do_nothing()
        .returning(InboxRow.event_id)
    )
    return set(await session.scalars(statement))


async def list_dead(session: AsyncSession, limit: int) -> list[FailedEventRow]:
    statement = select(FailedEventRow).where(FailedEventRow.dead_at.is_not(None))
    return list(await session.scalars(statement.order_by(FailedEventRow.dead_at).limit(limit)))


async def replay(session: AsyncSession, subscriber: Subscriber, event_id: UUID) -> bool:
    """Give a dead event another chance in this transaction; False when there is none of that id."""
    row = await session.get(FailedEventRow, event_id, with_for_update=True)
    if row is None or row.dead_at is None:
        return False
    envelope = Envelope.from_json(row.envelope)
    await subscriber.deliver(session, envelope)
    await session.delete(row)
    return True


async def forget_taken(session: AsyncSession) -> None:
    """Inbox rows outlive by far anything that can still be sent again."""
    old = datetime.now(UTC) - KEPT_FOR
    await session.execute(delete(InboxRow).where(InboxRow.taken_at < old))
