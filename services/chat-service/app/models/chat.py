"""Chats and who is in them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Record
from lapa_contracts.chat import ChatType
from lapa_kit import clock
from lapa_kit.problems import Conflict, Forbidden, NotFound

MOST_MEMBERS = 50


class ChatNotFound(NotFound):
    title = "There is no such chat"


class ChatNotWritable(Forbidden):
    """Also when somebody blocked somebody: nobody is told who did."""

    title = "This chat takes no messages"


class NotYourGroup(Forbidden):
    title = "Only who made a group changes it"


class FixedMembers(Conflict):
    title = "The people of this chat do not change"


class GroupFull(Conflict):
    title = f"A group has at most {MOST_MEMBERS} people"


class Chat(Record):
    """`last_seq` is the seq of the newest message; seqs have no gaps, because it moves in their transaction."""

    __tablename__ = "chats"
    __table_args__ = (
        UniqueConstraint("order_id", "assignment"),
        CheckConstraint("last_seq >= 0", name="seq_counts_up"),
        CheckConstraint("(type = 'order') = (order_id IS NOT NULL)", name="order_has_its_type"),
        CheckConstraint("(type = 'direct') = (pair IS NOT NULL)", name="direct_is_of_two"),
        Index("ix_chats_active_at", "active_at", "id"),
        Index("ix_chats_support", "active_at", postgresql_where=text("type = 'support'")),
    )

    type: Mapped[ChatType]
    title: Mapped[str | None]
    created_by: Mapped[UUID | None]
    order_id: Mapped[UUID | None]
    # which walker of the order, counted from 1
    assignment: Mapped[int | None]
    # both people's ids in order: two people have one direct chat
    pair: Mapped[str | None] = mapped_column(unique=True)
    last_seq: Mapped[int] = mapped_column(default=0)
    # when something was last written, or it was made
    active_at: Mapped[datetime] = mapped_column(default=clock.now)
    closes_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    def is_writable(self, now: datetime) -> bool:
        return self.closes_at is None or now < self.closes_at

    def heeds_blocks(self) -> bool:
        """Not while a walk goes on: its two people must be able to reach each other."""
        return self.type is ChatType.DIRECT or (
            self.type is ChatType.ORDER and self.closes_at is not None
        )


def pair_of(one: UUID, other: UUID) -> str:
    return ":".join(sorted((str(one), str(other))))


class Member(Base):
    """A person in a chat; he sees what was written after `seen_from_seq`."""

    __tablename__ = "members"
    __table_args__ = (
        Index("ix_members_user_id", "user_id", "chat_id"),
        CheckConstraint("last_read_seq >= 0", name="reads_forward"),
    )

    chat_id: Mapped[UUID] = mapped_column(ForeignKey("chats.id"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    joined_at: Mapped[datetime] = mapped_column(default=clock.now)
    left_at: Mapped[datetime | None]
    seen_from_seq: Mapped[int] = mapped_column(default=0)
    last_read_seq: Mapped[int] = mapped_column(default=0)
    is_muted: Mapped[bool] = mapped_column(default=False)
