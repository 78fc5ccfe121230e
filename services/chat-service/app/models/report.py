"""What members report of each other."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import InvalidRequest


class ReportReason(StrEnum):
    ABUSE = "abuse"
    SPAM = "spam"
    FRAUD = "fraud"
    OFF_PLATFORM = "off_platform"
    OTHER = "other"


class NotAMember(InvalidRequest):
    title = "The reported person is not in this chat"


class Report(Record):
    """`copy` is what was written lately, frozen when it was reported."""

    __tablename__ = "reports"

    chat_id: Mapped[UUID] = mapped_column(ForeignKey("chats.id"), index=True)
    reporter_id: Mapped[UUID]
    reported_id: Mapped[UUID]
    reason: Mapped[ReportReason]
    comment: Mapped[str | None]
    copy: Mapped[list[Any]]
