"""What others copy is handed out by its owner, page by page, and a lost copy is filled from there."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import insert
from toy import Note, NoteChanged

from lapa_kit.events import Envelope, Subscriber
from lapa_kit.ids import new_id
from lapa_kit.rebuild import NotRebuildable, owner, rebuild
from lapa_kit.snapshots import MOST_AT_ONCE
from lapa_kit.testing.identity import as_service, bearer

URL = "/internal/v1/snapshots"


class Copy:
    """Somebody else's projection of notes, kept as a subscriber keeps it."""

    def __init__(self) -> None:
        self.held: dict[UUID, NoteChanged] = {}
        self.subscriber = Subscriber()
        self.subscriber.on(NoteChanged)(self.take)

    async def take(self, event: NoteChanged, _: Any) -> None:
        known = self.held.get(event.note_id)
        if known is None or known.version < event.version:
            self.held[event.note_id] = event


async def write_notes(session: Any, count: int) -> dict[UUID, str]:
    notes = {new_id(): f"note {number}" for number in range(count)}
    rows = [{"id": key, "author_id": new_id(), "text": text} for key, text in notes.items()]
    await session.execute(insert(Note), rows)
    await session.commit()
    return notes


async def test_a_copy_that_was_lost_is_filled_from_the_owner_and_what_is_newer_stays(
    app: Any, session: Any, sessions: Any, client: Any
) -> None:
    notes = await write_notes(session, MOST_AT_ONCE * 2 + 1)
    newer = next(iter(notes))
    copy = Copy()
    copy.held[newer] = NoteChanged(note_id=newer, text="changed meanwhile", version=9)
    app.state.clients.use(owner("toy-service"), httpx.ASGITransport(app))

    taken = await rebuild(sessions, copy.subscriber, app.state.clients)

    assert taken == {"note.changed.v1": len(notes)}
    expected = notes | {newer: "changed meanwhile"}
    assert {key: event.text for key, event in copy.held.items()} == expected
    with pytest.raises(NotRebuildable):
        await rebuild(sessions, copy.subscriber, app.state.clients, ["note.written.v1"])


async def test_whoever_listens_to_everything_is_told_no_happening(
    app: Any, session: Any, sessions: Any, client: Any
) -> None:
    await write_notes(session, 1)
    copy, heard = Copy(), list[Envelope]()

    @copy.subscriber.on_everything(["toy-service"])
    async def listen(envelope: Envelope, _: Any) -> None:
        heard.append(envelope)

    app.state.clients.use(owner("toy-service"), httpx.ASGITransport(app))
    await rebuild(sessions, copy.subscriber, app.state.clients)
    assert (len(copy.held), heard) == (1, [])


async def test_only_services_read_them_and_only_what_there_is(client: Any) -> None:
    assert (await client.get(URL, headers=as_service())).json() == ["note.changed.v1"]
    for path in (URL, f"{URL}/note.changed.v1"):
        assert (await client.get(path, headers=bearer(new_id(), "admin"))).status_code == 401
    unknown = await client.get(f"{URL}/note.written.v1", headers=as_service())
    assert (unknown.status_code, unknown.json()["code"]) == (404, "no_such_snapshot")
    nowhere = await client.get(
        f"{URL}/note.changed.v1", params={"after": "the second"}, headers=as_service()
    )
    assert (nowhere.status_code, nowhere.json()["code"]) == (400, "invalid_cursor")
