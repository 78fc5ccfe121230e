"""The inbox."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from app.models.notification import NotificationNotFound
from app.queries import notifications as notification_queries
from app.schemas.notifications import Deliveries, NotificationRead, ReadCount, UnreadCount
from app.services import inbox
from app.texts import Category
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/notifications", tags=["notifications"])


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_notifications(
    user: CurrentUser,
    session: Session,
    page: Paging,
    unread: Annotated[bool | None, Query()] = None,
    category: Category | None = None,
) -> Page[NotificationRead]:
    """What the caller was told, the newest first."""
    rows = await notification_queries.list_inbox(
        session, user.id, page, unread=unread, category=category
    )
    return page_of(rows, NotificationRead.of)


@router.get("/unread-count", responses=problems(*IDENTITY_PROBLEMS))
async def count_unread(user: CurrentUser, session: Session) -> UnreadCount:
    """How many of them wait to be read."""
    return UnreadCount(unread=await notification_queries.count_unread(session, user.id))


@router.post("/read-all", responses=problems(*IDENTITY_PROBLEMS))
async def read_all(user: CurrentUser, session: Session) -> ReadCount:
    """Nothing waits any more, on any device."""
    return ReadCount(read=await inbox.mark_all_read(session, user_id=user.id))


@router.post(
    "/{notification_id:uuid}/read", responses=problems(*IDENTITY_PROBLEMS, NotificationNotFound)
)
async def read_notification(
    notification_id: UUID, user: CurrentUser, session: Session
) -> NotificationRead:
    """The caller has read it; reading twice changes nothing."""
    return NotificationRead.of(await inbox.mark_read(session, notification_id, user_id=user.id))


@router.get(
    "/{notification_id:uuid}/deliveries",
    responses=problems(*IDENTITY_PROBLEMS, NotificationNotFound),
)
async def list_deliveries(notification_id: UUID, user: CurrentUser, session: Session) -> Deliveries:
    """How it went out on each channel; the reader and the staff see the same."""
    return Deliveries.of(await inbox.list_deliveries(session, notification_id, user))
