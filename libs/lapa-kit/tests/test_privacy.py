"""What is held of a person: nothing undeclared, everything handed out, nothing left behind."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import toy
from sqlalchemy import func, select
from test_events import STREAM, until

from lapa_kit import clock, jobs
from lapa_kit.ids import new_id
from lapa_kit.jobs import Runner, Worker
from lapa_kit.privacy import DELETE, Change, Holding, Keep, Privacy, retention
from lapa_kit.privacy.coverage import undeclared
from lapa_kit.privacy.erasing import Receipt, begin_erasure
from lapa_kit.privacy.erasing import erase as erase_again
from lapa_kit.tables import IdempotencyRow, OutboxRow
from lapa_kit.testing.identity import as_service, bearer

NOTES = "/api/v1/notes"


@pytest.mark.parametrize(
    ("privacy", "faults"),
    [
        (Privacy(), ["effects is neither", "notes is neither"]),
        (Privacy(impersonal=[toy.Note, toy.Effect]), ["notes.author_id is a person's id"]),
        (
            Privacy([Holding(toy.Note, toy.Note.author_id, Change())], [toy.Effect]),
            ["notes.text may say"],
        ),
        (
            Privacy([Holding(toy.Note, toy.Note.id, Change({toy.Note.text: ""}))], [toy.Effect]),
            ["notes.author_id is a person's id"],
        ),
        (Privacy([Holding(toy.Note, toy.Note.author_id, DELETE)], [toy.Effect]), []),
        (Privacy([Holding(toy.Note, toy.Note.author_id, Keep("law"))], [toy.Effect]), []),
    ],
)
def test_what_a_declaration_leaves_out_is_found(privacy: Privacy, faults: list[str]) -> None:
    found = undeclared(privacy)
    assert len(found) == len(faults)
    for sentence, beginning in zip(found, faults, strict=True):
        assert sentence.startswith(beginning)


async def write(client: Any, user_id: UUID, text: str) -> None:
    headers = bearer(user_id) | {"Idempotency-Key": str(new_id())}
    assert (await client.post(NOTES, json={"text": text}, headers=headers)).status_code == 201


async def test_a_person_gets_his_rows_and_the_proof_that_there_are_no_more(client: Any) -> None:
    me, other = new_id(), new_id()
    await write(client, me, "mine")
    await write(client, other, "not mine")

    response = await client.get(f"/internal/v1/privacy/{me}", headers=as_service())

    row, end = (json.loads(line) for line in response.text.splitlines())
    assert (row["table"], row["row"]["text"]) == ("notes", "mine")
    assert end == {"rows": 1, "files": 0}


async def said_in_redis(app: Any) -> str:
    return str(await app.state.redis.xrange(STREAM))


@pytest.mark.committed
async def test_an_erasure_takes_back_what_was_written_and_what_was_said(
    app: Any, server: str, client: Any, sessions: Any
) -> None:
    me, other, pseudonym = new_id(), new_id(), new_id()
    await write(client, me, "my canary")
    await write(client, other, "a word of others")

    async def both_are_out() -> bool:
        said = await said_in_redis(app)
        return "my canary" in said and "a word of others" in said

    await until(both_are_out)
    erasure_id = new_id()
    async with sessions.begin() as session:
        await begin_erasure(session, erasure_id=erasure_id, user_id=me, pseudonym=str(pseudonym))

    async def receipt() -> Any:
        async with sessions() as session:
            return await session.scalar(select(OutboxRow).where(OutboxRow.type == Receipt.type))

    async def given() -> bool:
        return await receipt() is not None

    await until(given)
    assert (await receipt()).payload == {
        "erasure_id": str(erasure_id),
        "user_id": str(me),
        "service": "toy-service",
        "erased": {"notes": 1},
        "kept": [],
    }
    async with sessions() as session:
        notes = {note.author_id: note.text for note in await session.scalars(select(toy.Note))}
        said = " ".join(str(row.payload) for row in await session.scalars(select(OutboxRow)))
        answers = await session.scalars(select(IdempotencyRow.caller))
        assert set(answers) == {str(other)}
    assert notes == {pseudonym: "", other: "a word of others"}
    for told in (said, await said_in_redis(app)):
        assert "my canary" not in told
        assert "a word of others" in told
    async with sessions.begin() as session:
        assert await erase_again(session, toy.privacy, me, pseudonym) == {}


@pytest.mark.committed
async def test_nothing_is_taken_back_before_everybody_has_heard_it(
    app: Any, sessions: Any, client: Any
) -> None:
    me = new_id()
    await write(client, me, "my canary")
    redis, transport = app.state.redis, await relayed(app, sessions)
    await redis.xgroup_create(STREAM, "slow", id="0")
    runner = Runner(app.state.jobs, Worker(sessions, app.state.clients, toy.settings))
    async with sessions.begin() as session:
        await begin_erasure(session, erasure_id=new_id(), user_id=me, pseudonym=str(new_id()))

    await runner.run_due()
    assert "my canary" in await said_in_redis(app)
    async with sessions() as session:
        assert await session.scalar(select(toy.Note.text)) == "my canary"

    await redis.xreadgroup("slow", "one", {STREAM: ">"})
    [(position, _)] = await redis.xrange(STREAM)
    assert await transport.forget(STREAM, [position]) == {position}  # taken, not acknowledged
    await redis.xack(STREAM, "slow", position)
    assert await transport.forget(STREAM, [position]) == set()
    assert await said_in_redis(app) == "[]"


async def relayed(app: Any, sessions: Any) -> Any:
    from lapa_kit.events.outbox import Relay
    from lapa_kit.events.transport import RedisTransport

    transport = RedisTransport(toy.settings.redis_url)
    await Relay(sessions, transport, "toy-service").relay_batch()
    return transport


async def test_what_is_past_its_time_is_forgotten_and_nothing_else(
    client: Any, session: Any, forget: Any, at: Any
) -> None:
    writer, now = bearer(new_id()), clock.now()
    for text in ("draft: old", "kept: old"):
        await client.post(NOTES, json={"text": text}, headers=writer)
    at(now + toy.DRAFTS_KEPT - timedelta(minutes=1))
    await client.post(NOTES, json={"text": "draft: new"}, headers=writer)

    async def left_after_forgetting() -> list[str]:
        await forget()
        return list(await session.scalars(select(toy.Note.text).order_by(toy.Note.id)))

    assert await left_after_forgetting() == ["draft: old", "kept: old", "draft: new"]
    at(now + toy.DRAFTS_KEPT + timedelta(minutes=1))
    assert await left_after_forgetting() == ["kept: old", "draft: new"]


async def test_more_than_one_batch_is_forgotten_by_and_by(
    session: Any, sessions: Any, run_jobs: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = clock.now() - toy.DRAFTS_KEPT * 2
    notes = [toy.Note(author_id=new_id(), text="draft", created_at=long_ago) for _ in range(7)]
    session.add_all(notes)
    await jobs.enqueue(session, "plan_forgetting", {})
    await session.commit()
    monkeypatch.setattr(retention, "ROWS_AT_ONCE", 3)

    assert await run_jobs() == 1 + 3, "one plans, three forget"
    assert await session.scalar(select(func.count()).select_from(toy.Note)) == 0
