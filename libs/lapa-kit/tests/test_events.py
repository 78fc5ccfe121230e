"""Outbox, transport and inbox: nothing lost, nothing applied twice."""

import asyncio
from typing import Any

import pytest
import toy
from sqlalchemy import func, select

from lapa_kit.events import publish
from lapa_kit.events.outbox import Relay
from lapa_kit.events.subscriber import ATTEMPTS, Consumer
from lapa_kit.events.transport import Delivery, RedisTransport, connect
from lapa_kit.ids import new_id
from lapa_kit.tables import FailedEventRow, OutboxRow
from lapa_kit.testing.plugin import envelope_for

STREAM = "events:toy-service"


async def effects(sessions: Any) -> list[str]:
    async with sessions() as session:
        return sorted(await session.scalars(select(toy.Effect.what)))


async def say(sessions: Any, *texts: str) -> None:
    async with sessions.begin() as session:
        for text in texts:
            publish(session, toy.NoteWritten(note_id=new_id(), text=text))


async def until(condition: Any, *, timeout_s: float = 15.0) -> None:
    async with asyncio.timeout(timeout_s):
        while not await condition():
            await asyncio.sleep(0.05)


async def test_a_redelivery_has_no_effect(deliver: Any, sessions: Any) -> None:
    envelope = await deliver(toy.NoteWritten(note_id=new_id(), text="a"))
    await deliver(envelope)
    assert await effects(sessions) == ["heard a"]


async def test_what_was_rolled_back_was_never_said(sessions: Any, outbox: Any) -> None:
    with pytest.raises(ZeroDivisionError):
        async with sessions.begin() as session:
            publish(session, toy.NoteWritten(note_id=new_id(), text="a"))
            raise ZeroDivisionError
    assert await outbox() == []


def test_an_unknown_transport_is_refused() -> None:
    with pytest.raises(ValueError, match="EVENTS_URL"):
        connect("amqp://somewhere")


@pytest.mark.committed
async def test_from_commit_to_handler_through_redis(server: str, sessions: Any) -> None:
    await say(sessions, *(f"n{number}" for number in range(50)))
    await until(lambda: _has(sessions, 50))
    assert len(await effects(sessions)) == 50


async def _has(sessions: Any, wanted: int) -> bool:
    return len(await effects(sessions)) >= wanted


@pytest.mark.committed
async def test_one_that_fails_does_not_hold_up_the_others_and_can_be_replayed(
    app: Any, sessions: Any, client: Any, as_user: Any
) -> None:
    consumer = Consumer(sessions, app.state.subscriber, RedisTransport(toy.settings.redis_url))
    batch = [
        Delivery(STREAM, f"{n}-0", envelope_for(toy.NoteWritten(note_id=new_id(), text=text)))
        for n, text in enumerate(["a", "poison", "b"])
    ]
    done = await consumer.handle(batch)
    assert [d.position for d in done] == ["0-0", "2-0"]
    assert await effects(sessions) == ["heard a", "heard b"]

    for _ in range(ATTEMPTS - 2):
        assert list(await consumer.handle(batch[1:2])) == []
    assert len(await consumer.handle(batch[1:2])) == 1  # given up: acknowledged

    admin = as_user(new_id(), "admin")
    [dead] = (await client.get("/api/v1/operations/dead-events", headers=admin)).json()
    assert (dead["attempts"], "digested" in dead["error"]) == (ATTEMPTS, True)
    async with sessions.begin() as session:
        row = await session.get(FailedEventRow, batch[1].envelope.id)
        row.envelope = {**row.envelope, "payload": {**row.envelope["payload"], "text": "cured"}}
    url = f"/api/v1/operations/dead-events/{dead['event_id']}/replay"
    assert (await client.post(url, headers=admin)).status_code == 204
    assert (await client.post(url, headers=admin)).status_code == 404
    assert "heard cured" in await effects(sessions)


@pytest.mark.committed
async def test_who_lost_a_race_for_locks_comes_again_and_no_attempt_is_counted(
    app: Any, sessions: Any
) -> None:
    consumer = Consumer(sessions, app.state.subscriber, RedisTransport(toy.settings.redis_url))
    event = envelope_for(toy.NoteWritten(note_id=new_id(), text="contended"))

    assert list(await consumer.handle([Delivery(STREAM, "1-0", event)])) == []

    async with sessions() as session:
        assert (await session.scalars(select(FailedEventRow))).all() == []


@pytest.mark.committed
async def test_what_redis_lost_is_sent_again_and_applied_once(
    app: Any, sessions: Any, server: str
) -> None:
    await say(sessions, "a", "b")
    await until(lambda: _has(sessions, 2))

    await app.state.redis.flushdb()
    await say(sessions, "c")

    await until(lambda: _has(sessions, 3))
    await asyncio.sleep(1)
    assert await effects(sessions) == ["heard a", "heard b", "heard c"]


@pytest.mark.committed
async def test_a_loss_is_noticed_though_something_new_is_sent_at_once(
    app: Any, sessions: Any
) -> None:
    transport = RedisTransport(toy.settings.redis_url)
    relay = Relay(sessions, transport, "toy-service")
    await say(sessions, "a", "b")
    assert await relay.relay_batch() == 2

    await app.state.redis.flushdb()
    await say(sessions, "c")

    assert [await relay.relay_batch() for _ in range(3)] == [1, 2, 0]
    assert await app.state.redis.xlen(STREAM) == 3
    await transport.close()


@pytest.mark.committed
async def test_two_relays_send_each_row_once(app: Any, sessions: Any) -> None:
    transport = RedisTransport(toy.settings.redis_url)
    relays = [Relay(sessions, transport, "toy-service") for _ in range(2)]
    await say(sessions, *(f"n{number}" for number in range(600)))

    sent = await asyncio.gather(*(relay.relay_batch() for relay in relays * 2))

    assert sum(sent) == 600
    assert await app.state.redis.xlen(STREAM) == 600
    async with sessions() as session:
        unsent = select(func.count()).where(OutboxRow.published_at.is_(None))
        assert await session.scalar(unsent) == 0
    await transport.close()


@pytest.mark.committed
async def test_a_batch_taken_by_a_consumer_that_died_is_taken_over(app: Any, sessions: Any) -> None:
    transport = RedisTransport(toy.settings.redis_url)
    relay = Relay(sessions, transport, "toy-service")
    await say(sessions, "a", "b")
    await relay.relay_batch()
    redis = transport.redis
    await redis.xgroup_create(STREAM, "toy-service", id="0")
    await redis.xreadgroup("toy-service", "me", {STREAM: ">"})  # read, never acknowledged

    consumer = Consumer(sessions, app.state.subscriber, transport)
    task = asyncio.create_task(consumer.run("toy-service", "me"))
    try:
        await until(lambda: _has(sessions, 2))
        await until(lambda: _no_lag(transport))
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await transport.close()


async def _no_lag(transport: RedisTransport) -> bool:
    return await transport.lag([STREAM], "toy-service") == 0
