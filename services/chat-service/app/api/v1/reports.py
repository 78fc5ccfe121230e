"""Reporting members, and what was reported."""

from uuid import UUID

from app.models.chat import ChatNotFound
from app.models.report import NotAMember
from app.queries import reports as report_queries
from app.schemas.chats import ReportCreate, ReportRead, ReportReceipt
from app.services import reports
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/chats", tags=["reports"])


@router.get("/reports", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_reports(user: CurrentUser, session: Session, page: Paging) -> Page[ReportRead]:
    """What members have reported, the newest first; for moderators."""
    user.require("chats:moderate")
    return page_of(await report_queries.list_reports(session, page), ReportRead.of)


@router.post(
    "/{chat_id:uuid}/report",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, ChatNotFound, NotAMember),
)
async def report_member(
    chat_id: UUID, body: ReportCreate, user: CurrentUser, session: Session
) -> ReportReceipt:
    """Tell the moderators about a member; he learns nothing of it."""
    report = await reports.report_member(
        session,
        chat_id,
        reporter_id=user.id,
        reported_id=body.user_id,
        reason=body.reason,
        comment=body.comment,
    )
    await session.flush()
    return ReportReceipt.model_validate(report)
