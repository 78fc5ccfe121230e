"""Calendar feeds: walks in the calendar program of their owner or walker."""

from typing import Annotated

from fastapi import Query, Response

from app.models.calendar import CalendarNotFound
from app.schemas.orders import CalendarRead
from app.services import calendars
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import problems

router = Router(prefix="/orders", tags=["calendar"])
PATH = "/api/v1/orders/calendar.ics"


@router.post("/calendar", status_code=201, responses=problems(*IDENTITY_PROBLEMS))
async def open_feed(user: CurrentUser, session: Session) -> CalendarRead:
    """A secret address for the caller's walks; an address made earlier ends."""
    return CalendarRead(path=f"{PATH}?token={await calendars.open_feed(session, user.id)}")


@router.delete("/calendar", status_code=204, responses=problems(*IDENTITY_PROBLEMS))
async def close_feed(user: CurrentUser, session: Session) -> None:
    """The address shows nothing any more."""
    await calendars.close_feed(session, user.id)


@router.get(
    "/calendar.ics",
    response_class=Response,
    responses={
        200: {"content": {"text/calendar": {"schema": {"type": "string"}}}},
        **problems(CalendarNotFound),
    },
)
async def read_feed(
    session: Session, token: Annotated[str, Query(min_length=20, max_length=100)]
) -> Response:
    """iCalendar of the walks of the last 30 days and all to come; who has the address needs no other key."""
    feed = await calendars.render_feed(session, token)
    return Response(feed, media_type="text/calendar", headers={"Cache-Control": "private"})
