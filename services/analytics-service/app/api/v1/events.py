"""Events: reported by people's apps, read by analysts."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query

from app.api.v1.ranges import From, Reader, To
from app.config import settings
from app.models.event import EventKind, KindNotYours, NotYourEvent
from app.queries import events as event_queries
from app.queries.events import EventFilter
from app.schemas.events import BatchTaken, EventBatch, EventRead
from app.services import events
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session, UnstorableText
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems
from lapa_kit.ratelimit import RateLimited, rate_limit

router = Router(prefix="/analytics/events", tags=["analytics"])


async def _filter(
    name: Annotated[str | None, Query(max_length=100)] = None,
    kind: EventKind | None = None,
    user_id: UUID | None = None,
    order_id: UUID | None = None,
    start: From = None,
    end: To = None,
) -> EventFilter:
    return EventFilter(name, kind, user_id, order_id, start, end)


@router.post(
    "",
    status_code=202,
    dependencies=[rate_limit("analytics-events", settings.report_rate)],
    responses=problems(*IDENTITY_PROBLEMS, KindNotYours, NotYourEvent, UnstorableText, RateLimited),
)
async def report_events(body: EventBatch, user: CurrentUser, session: Session) -> BatchTaken:
    """Report what happened in an app. People write events of kind `user` about themselves; with
    `analytics:manage` also `system` and `error`. `business` facts come from the services alone."""
    stored = await events.report_events(
        session,
        [one.reported() for one in body.events],
        writer=user.id,
        is_manager=user.may("analytics:manage"),
    )
    return BatchTaken(stored=stored, duplicates=len(body.events) - stored)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_events(
    user: Reader,
    session: Session,
    page: Paging,
    wanted: Annotated[EventFilter, Depends(_filter)],
) -> Page[EventRead]:
    """What happened, newest first; names are without their version: `order.settled`."""
    return page_of(await event_queries.list_events(session, wanted, page), EventRead.model_validate)
