"""Notes on a board: the service that the kit's own tests run."""

import asyncio
from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

from fastapi import WebSocket
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column
from starlette.responses import Response

from lapa_kit import create_app, jobs, tables
from lapa_kit.auth import IDENTITY_PROBLEMS, CallingService, CurrentUser
from lapa_kit.db import Base, Record, Session
from lapa_kit.etags import IfMatch, InvalidEtag, check_version, set_etag
from lapa_kit.events import Event, Snapshot, Subscriber, publish
from lapa_kit.idempotency import Router
from lapa_kit.ids import new_id
from lapa_kit.jobs import Jobs, Worker
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of, paginate
from lapa_kit.privacy import Change, Holding, Privacy, Retention
from lapa_kit.problems import Conflict, Forbidden, NotFound, PreconditionFailed, problems
from lapa_kit.ratelimit import Rate, RateLimited, rate_limit
from lapa_kit.realtime import open_line, receive_json
from lapa_kit.settings import ServiceSettings
from lapa_kit.snapshots import Source, each


class Settings(ServiceSettings):
    service_name: ClassVar[str] = "toy-service"
    schema_name: ClassVar[str] = "toy"
    default_permissions: ClassVar[dict[str, frozenset[str]]] = {
        "admin": frozenset({"operations:manage"})
    }


settings = Settings.from_env()


DRAFTS_KEPT = timedelta(days=90)


class Note(Record):
    __tablename__ = "notes"

    author_id: Mapped[UUID]
    text: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)


class Effect(Base):
    """What handlers and jobs did, once for each row if the kit keeps its word."""

    __tablename__ = "effects"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    what: Mapped[str]


KIT_TABLES = tables.OutboxRow.__table__


class NoteWritten(Event):
    type = "note.written.v1"
    producer = "toy-service"
    key_field = "note_id"

    note_id: UUID
    text: str


class NoteChanged(Snapshot):
    type = "note.changed.v1"
    producer = "toy-service"
    key_field = "note_id"

    note_id: UUID
    text: str


def note_changed(note: Note) -> NoteChanged:
    return NoteChanged(note_id=note.id, text=note.text, version=note.version)


class NoteNotFound(NotFound):
    title = "No such note"


class TooLong(Conflict):
    title = "That is too long"


class Denied(Forbidden):
    title = "No, and it is written down"
    keeps = True


class NoteBody(BaseModel):
    text: str = Field(min_length=1, max_length=200)


class NoteRead(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    text: str
    version: int


router = Router(prefix="/notes", tags=["notes"])


@router.post("", status_code=201, responses=problems(*IDENTITY_PROBLEMS, TooLong, Denied))
async def write_note(body: NoteBody, user: CurrentUser, session: Session) -> NoteRead:
    """Pin a note to the board."""
    note = Note(id=new_id(), author_id=user.id, text=body.text)
    session.add(note)
    await session.flush()
    publish(session, NoteWritten(note_id=note.id, text=note.text))
    if body.text == "too long":
        raise TooLong
    if body.text == "deny":
        raise Denied
    if body.text == "crash":
        raise RuntimeError("secret detail")
    return NoteRead.model_validate(note)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_notes(user: CurrentUser, session: Session, page: Paging) -> Page[NoteRead]:
    """The caller's notes, newest first."""
    rows = await paginate(session, select(Note).where(Note.author_id == user.id), page, Note.id)
    return page_of(rows, NoteRead.model_validate)


@router.put(
    "/{note_id:uuid}",
    responses=problems(*IDENTITY_PROBLEMS, NoteNotFound, PreconditionFailed, InvalidEtag),
)
async def change_note(
    note_id: UUID,
    body: NoteBody,
    user: CurrentUser,
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> NoteRead:
    """Write it anew."""
    note = await session.get(Note, note_id, with_for_update=True)
    if note is None or note.author_id != user.id:
        raise NoteNotFound
    check_version(note.version, if_match)
    note.text, note.version = body.text, note.version + 1
    set_etag(response, note.version)
    return NoteRead.model_validate(note)


@router.get(
    "/limited",
    dependencies=[rate_limit("limited", Rate(3, 60))],
    responses=problems(*IDENTITY_PROBLEMS, RateLimited),
)
async def read_limited(user: CurrentUser) -> dict[str, str]:
    """Three times a minute."""
    return {"for": str(user.id)}


@router.websocket("/ws")
async def listen(socket: WebSocket) -> None:
    async with open_line(socket) as line:
        if line is None:
            return
        socket.app.state.hub.join(line, "board")
        while True:
            message = await receive_json(socket)
            if message is None:
                line.say(type="error", code="invalid_message")
            elif message.get("type") == "shout":
                await socket.app.state.hub.broadcast(
                    socket.app.state.redis, "board", {"type": "shout", "text": message["text"]}
                )
            else:
                line.say(type="echo", user=line.principal.id)


internal = Router(prefix="/notes")


@internal.get("/count")
async def count(caller: CallingService) -> dict[str, str]:
    return {"caller": caller}


subscriber = Subscriber()


@subscriber.on(NoteWritten)
async def on_note_written(event: NoteWritten, session: AsyncSession) -> None:
    if event.text == "poison":
        raise ValueError("cannot be digested")
    session.add(Effect(id=new_id(), what=f"heard {event.text}"))


board_jobs = Jobs()


@board_jobs.task
async def remember(session: AsyncSession, payload: dict[str, Any]) -> None:
    if payload.get("fail"):
        raise ValueError("not this time")
    session.add(Effect(id=new_id(), what=payload["what"]))


@board_jobs.errand
async def fetch(worker: Worker, payload: dict[str, Any]) -> None:
    async with worker.sessions.begin() as session:
        session.add(Effect(id=new_id(), what=payload["what"]))
    await asyncio.sleep(0)


@board_jobs.every(timedelta(hours=1))
async def tick(session: AsyncSession, _: dict[str, Any]) -> None:
    await jobs.enqueue(session, "remember", {"what": "tick"}, key="tick")


privacy = Privacy(
    holdings=[Holding(Note, Note.author_id, Change({Note.text: ""}))],
    impersonal=[Effect],
    retention=[
        Retention(Note, Note.created_at, DRAFTS_KEPT, only=Note.text.startswith("draft")),
    ],
)

app = create_app(
    settings,
    routers=[router],
    internal=[internal],
    subscriber=subscriber,
    jobs=board_jobs,
    privacy=privacy,
    snapshots=[Source(NoteChanged, Note, Note.id, each(note_changed))],
)
