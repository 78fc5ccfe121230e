"""What chat-service says of conversations; never what was written."""

from enum import StrEnum
from uuid import UUID

from pydantic import Field

from lapa_kit.events.contract import Event, Snapshot


class ChatType(StrEnum):
    DIRECT = "direct"
    GROUP = "group"
    SUPPORT = "support"
    ORDER = "order"


class _ChatEvent(Event):
    producer = "chat-service"
    key_field = "chat_id"

    chat_id: UUID


class ChatChanged(Snapshot):
    """Who is in a chat, and whether it takes messages."""

    type = "chat.changed.v1"
    producer = "chat-service"
    key_field = "chat_id"

    chat_id: UUID
    chat_type: ChatType
    order_id: UUID | None = None
    member_ids: list[UUID]
    writable: bool


class MessagePosted(_ChatEvent):
    """A message waits for its recipients; the platform's own messages have no sender."""

    type = "message.posted.v1"

    message_id: UUID
    seq: int = Field(ge=1)
    sender_id: UUID | None = None
    recipient_ids: list[UUID]


class ChatRead(_ChatEvent):
    """A member has read up to and including `seq`."""

    type = "chat.read.v1"

    user_id: UUID
    seq: int = Field(ge=0)


class ChatReported(_ChatEvent):
    """A member has reported another."""

    type = "chat.reported.v1"

    report_id: UUID
    reported_id: UUID
