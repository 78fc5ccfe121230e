"""When a walker is away: time off, and his calendar elsewhere."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.models.absence import (
    CalendarNotFound,
    TimeOffNotFound,
    TimeOffOver,
    TooMuchTimeOff,
)
from app.models.user import AccountSuspended, UserNotFound
from app.models.walker import NotAWalker
from app.queries.absences import get_feed, list_times_off
from app.schemas.absences import (
    CalendarImport,
    CalendarRead,
    NewTimeOff,
    TimeOffRead,
    TimeOffTaken,
    TimesOff,
)
from app.services import absences, calendars
from lapa_contracts.order import OrderClient
from lapa_kit import clock
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.egress import UrlNotAllowed
from lapa_kit.idempotency import Router
from lapa_kit.problems import UpstreamFailed, problems
from lapa_kit.ratelimit import Rate, RateLimited, rate_limit

router = Router(prefix="/walkers/me", tags=["walkers' absences"])
Orders = Annotated[OrderClient, Depends(client(OrderClient))]
OWN_PROBLEMS = (*IDENTITY_PROBLEMS, UserNotFound, AccountSuspended, NotAWalker)


@router.get("/time-off", responses=problems(*IDENTITY_PROBLEMS))
async def list_own_times_off(user: CurrentUser, session: Session) -> TimesOff:
    """The caller's times off that are not over, the next one first."""
    rows = await list_times_off(session, user.id, ending_after=clock.now())
    return TimesOff(items=[TimeOffRead.of(row) for row in rows])


@router.post(
    "/time-off",
    status_code=201,
    responses=problems(*OWN_PROBLEMS, TimeOffOver, TooMuchTimeOff, UpstreamFailed),
)
async def take_time_off(
    body: NewTimeOff, user: CurrentUser, orders: Orders, session: Session
) -> TimeOffTaken:
    """Be offered no walks then, from this moment on; the answer names the walks that are booked for it."""
    bookings = await orders.list_bookings(user.id, starts_at=body.starts_at, ends_at=body.ends_at)
    time_off = await absences.take_time_off(session, user.id, **body.model_dump())
    return TimeOffTaken.taken(time_off, bookings)


@router.delete(
    "/time-off/{time_off_id:uuid}",
    status_code=204,
    responses=problems(*OWN_PROBLEMS, TimeOffNotFound),
)
async def end_time_off(time_off_id: UUID, user: CurrentUser, session: Session) -> None:
    """The caller's hours hold again."""
    await absences.end_time_off(session, time_off_id, walker_id=user.id)


@router.get("/calendar", responses=problems(*IDENTITY_PROBLEMS, CalendarNotFound))
async def get_own_calendar(user: CurrentUser, session: Session) -> CalendarRead:
    """How the reading of the caller's calendar goes."""
    return CalendarRead.of(await get_feed(session, user.id))


@router.put(
    "/calendar",
    responses=problems(*OWN_PROBLEMS, UrlNotAllowed, RateLimited),
    dependencies=[rate_limit("calendar", Rate(20, 3600))],
)
async def import_calendar(
    body: CalendarImport, user: CurrentUser, session: Session
) -> CalendarRead:
    """Have a calendar elsewhere read from now on: whenever it says busy, the caller is offered no walk."""
    return CalendarRead.of(await calendars.import_calendar(session, user.id, body.address))


@router.delete("/calendar", status_code=204, responses=problems(*OWN_PROBLEMS, CalendarNotFound))
async def forget_calendar(user: CurrentUser, session: Session) -> None:
    """It is not read any more, and its times are the caller's again."""
    await calendars.forget_calendar(session, user.id)
