"""Chats, participants and reports over HTTP."""

from collections.abc import Mapping
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from app.models.chat import MOST_MEMBERS, Chat, Member
from app.models.person import Person
from app.models.report import Report, ReportReason
from app.queries.chats import Glance
from app.schemas.messages import MessageRead
from app.schemas.values import Schema, Utc, Words
from lapa_contracts.chat import ChatType
from lapa_kit import clock


class ChatCreate(Schema):
    """A direct chat has one other participant; a support chat needs none."""

    type: Literal[ChatType.DIRECT, ChatType.GROUP, ChatType.SUPPORT]
    participant_ids: list[UUID] = Field(default=[], max_length=MOST_MEMBERS - 1)
    title: Words | None = Field(None, max_length=120)


class ChatPatch(Schema):
    title: Words | None = Field(None, max_length=120)
    muted: bool | None = None


class ParticipantAdd(Schema):
    user_id: UUID


class ParticipantRead(Schema):
    """The name is missing only while the platform has not told it yet."""

    user_id: UUID
    display_name: str | None
    avatar_media_id: UUID | None
    last_read_seq: int

    @classmethod
    def of(cls, member: Member, people: Mapping[UUID, Person]) -> "ParticipantRead":
        person = people.get(member.user_id)
        return cls(
            user_id=member.user_id,
            display_name=person.display_name if person else None,
            avatar_media_id=person.avatar_media_id if person else None,
            last_read_seq=member.last_read_seq,
        )


class ChatRead(Schema):
    """`unread` counts what others wrote after the caller's mark; `closes_at` ends the writing."""

    id: UUID
    type: ChatType
    title: str | None
    order_id: UUID | None
    writable: bool
    closes_at: Utc | None
    participants: list[ParticipantRead]
    last_seq: int
    last_message: MessageRead | None
    unread: int
    muted: bool
    created_at: Utc
    active_at: Utc

    @classmethod
    def of(
        cls, chat: Chat, glance: Glance, people: Mapping[UUID, Person], reader_id: UUID
    ) -> "ChatRead":
        mine = next((one for one in glance.members if one.user_id == reader_id), None)
        last = glance.last_message
        return cls(
            id=chat.id,
            type=chat.type,
            title=chat.title,
            order_id=chat.order_id,
            writable=chat.is_writable(clock.now()),
            closes_at=chat.closes_at,
            participants=[ParticipantRead.of(member, people) for member in glance.members],
            last_seq=chat.last_seq,
            last_message=MessageRead.of(last) if last else None,
            unread=glance.unread,
            muted=mine.is_muted if mine else False,
            created_at=chat.created_at,
            active_at=chat.active_at,
        )


class ReportCreate(Schema):
    user_id: UUID
    reason: ReportReason
    comment: Words | None = Field(None, max_length=2000)


class ReportRead(Schema):
    """`copy_of_messages` is what was written lately, frozen at the report."""

    id: UUID
    chat_id: UUID
    reporter_id: UUID
    reported_id: UUID
    reason: ReportReason
    comment: str | None
    copy_of_messages: list[dict[str, Any]]
    created_at: Utc

    @classmethod
    def of(cls, report: Report) -> "ReportRead":
        names = [name for name in cls.model_fields if name != "copy_of_messages"]
        columns = {name: getattr(report, name) for name in names}
        return cls.model_validate({**columns, "copy_of_messages": report.copy})


class ReportReceipt(Schema):
    id: UUID
    created_at: Utc
