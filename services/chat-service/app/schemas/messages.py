"""Messages over HTTP; the same shape travels over WebSockets."""

from collections.abc import Sequence
from typing import Any, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.models.message import Message
from app.schemas.values import Point, Schema, Seq, Utc, Words
from app.services.frames import message_body
from app.services.messages import Draft


class MessageCreate(Schema):
    """`client_message_id` is made by the sender and stays the same however often he sends it."""

    client_message_id: Words = Field(max_length=64)
    text: Words | None = Field(None, max_length=4000)
    attachments: list[UUID] = Field(default=[], max_length=10)
    reply_to: UUID | None = None
    location: Point | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.text is None and not self.attachments and self.location is None:
            raise ValueError("a message needs a text, an attachment or a location")
        return self

    def to_draft(self) -> Draft:
        place = self.location
        return Draft(
            client_message_id=self.client_message_id,
            text=self.text,
            attachments=list(dict.fromkeys(self.attachments)),
            reply_to=self.reply_to,
            lat=place.lat if place else None,
            lon=place.lon if place else None,
        )


class MessagePatch(Schema):
    text: Words = Field(max_length=4000)


class MessageRead(Schema):
    """A deleted message keeps its place and nothing else; the platform's own lines have a `card`."""

    id: UUID
    chat_id: UUID
    seq: int
    client_message_id: str | None
    sender_id: UUID | None
    text: str | None
    attachments: list[UUID]
    reply_to: UUID | None
    location: Point | None
    card: dict[str, Any] | None
    created_at: Utc
    edited_at: Utc | None
    deleted_at: Utc | None

    @classmethod
    def of(cls, message: Message) -> "MessageRead":
        return cls.model_validate(message_body(message))


class Messages(Schema):
    """Oldest first. `next_cursor` is the seq to ask on with, in the direction that was asked for."""

    items: list[MessageRead]
    next_cursor: str | None

    @classmethod
    def of(cls, rows: Sequence[Message], has_more: bool, *, forward: bool) -> "Messages":
        edge = (rows[-1] if forward else rows[0]).seq if has_more else None
        return cls(
            items=[MessageRead.of(row) for row in rows], next_cursor=str(edge) if edge else None
        )


class ReadMark(Schema):
    seq: Seq
