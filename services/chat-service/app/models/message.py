"""Messages, in the order of their chat."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import Conflict, InvalidRequest, NotFound


class MessageNotFound(NotFound):
    title = "There is no such message of yours"


class MessageDeleted(Conflict):
    title = "This message was deleted"


class ClientMessageIdTaken(Conflict):
    title = "Somebody else in this chat used this client_message_id"


class UnknownReply(InvalidRequest):
    title = "The message replied to is not in this chat"


class Message(Record):
    """A person's message, or a card of the platform's: then without sender, with `card`."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("chat_id", "seq"),
        UniqueConstraint("chat_id", "client_message_id"),
        CheckConstraint("seq > 0", name="seq_counts_from_one"),
        CheckConstraint("(sender_id IS NULL) = (card IS NOT NULL)", name="card_has_no_sender"),
    )

    chat_id: Mapped[UUID] = mapped_column(ForeignKey("chats.id"))
    seq: Mapped[int]
    client_message_id: Mapped[str | None]
    sender_id: Mapped[UUID | None]
    text: Mapped[str | None]
    attachments: Mapped[list[Any]]
    reply_to: Mapped[UUID | None]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    card: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    # earlier texts and when they were replaced, for moderators
    revisions: Mapped[list[Any]]
    edited_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]

    def edit(self, text: str, now: datetime) -> None:
        """Raises MessageDeleted."""
        if self.deleted_at:
            raise MessageDeleted
        if text != self.text:
            self.revisions = [*self.revisions, {"text": self.text, "until": now.isoformat()}]
            self.text, self.edited_at = text, now

    def delete(self, now: datetime) -> None:
        """Leaves a tombstone; the text stays for moderators alone."""
        self.deleted_at = self.deleted_at or now
