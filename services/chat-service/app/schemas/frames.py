"""What a client may say over the WebSocket."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, TypeAdapter

from app.schemas.messages import MessageCreate
from app.schemas.values import Schema, Seq


class Subscribe(Schema):
    """Everything after `after_seq` is replayed, then what comes; without it only what comes."""

    type: Literal["subscribe"]
    chat_id: UUID
    after_seq: Seq | None = None


class Unsubscribe(Schema):
    type: Literal["unsubscribe"]
    chat_id: UUID


class Send(MessageCreate):
    type: Literal["send"]
    chat_id: UUID


class Typing(Schema):
    type: Literal["typing"]
    chat_id: UUID


class Read(Schema):
    type: Literal["read"]
    chat_id: UUID
    seq: Seq


class Ping(Schema):
    type: Literal["ping"]


class Pong(Schema):
    """The answer to the server's own ping; nothing follows from it."""

    type: Literal["pong"]


Frame = Subscribe | Unsubscribe | Send | Typing | Read | Ping | Pong
FRAME: TypeAdapter[Frame] = TypeAdapter(Annotated[Frame, Field(discriminator="type")])
