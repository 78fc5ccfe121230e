"""Reporting a member of a chat."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.report import NotAMember, Report, ReportReason
from app.queries import chats, messages
from lapa_contracts.chat import ChatReported
from lapa_kit.events import publish
from lapa_kit.ids import new_id

COPIED_MESSAGES = 50


async def report_member(
    session: AsyncSession,
    chat_id: UUID,
    *,
    reporter_id: UUID,
    reported_id: UUID,
    reason: ReportReason,
    comment: str | None,
) -> Report:
    """What was written lately is frozen, whatever its writers do to it afterwards."""
    await chats.get_chat(session, chat_id, reporter_id)
    if reported_id == reporter_id or not await chats.find_member(session, chat_id, reported_id):
        raise NotAMember
    lately = await messages.list_before(session, chat_id, None, COPIED_MESSAGES)
    copy = [
        {
            "message_id": str(message.id),
            "seq": message.seq,
            "sender_id": str(message.sender_id) if message.sender_id else None,
            "text": message.text,
            "at": message.created_at.isoformat(),
        }
        for message in lately
    ]
    report = Report(
        id=new_id(),
        chat_id=chat_id,
        reporter_id=reporter_id,
        reported_id=reported_id,
        reason=reason,
        comment=comment,
        copy=copy,
    )
    session.add(report)
    publish(session, ChatReported(chat_id=chat_id, report_id=report.id, reported_id=reported_id))
    return report
