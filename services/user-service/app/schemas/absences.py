"""Time off and imported calendars over HTTP."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from app.models.absence import CalendarFeed, FeedState, TimeOff
from app.schemas.values import Line, Moment, Schema, Utc
from app.services.calendars import busy_until
from lapa_contracts.order import WalkerBooking

LONGEST = timedelta(days=366)


class NewTimeOff(Schema):
    """`note` is for the walker himself."""

    starts_at: Moment
    ends_at: Moment
    note: Line | None = None

    @model_validator(mode="after")
    def _is_some_time(self) -> Self:
        if not timedelta() < self.ends_at - self.starts_at <= LONGEST:
            raise ValueError("the end must be after the start, by a year at most")
        return self


class BookingRead(Schema):
    """A walk that is booked then."""

    order_id: UUID
    status: str
    scheduled_at: Utc
    ends_at: Utc


class TimeOffRead(Schema):
    id: UUID
    starts_at: Utc
    ends_at: Utc
    note: str | None

    @classmethod
    def of(cls, time_off: TimeOff) -> "TimeOffRead":
        return cls.model_validate(time_off)


class TimeOffTaken(TimeOffRead):
    """`bookings` stay booked: their walker calls each off, or comes all the same."""

    bookings: list[BookingRead]

    @classmethod
    def taken(cls, time_off: TimeOff, bookings: Sequence[WalkerBooking]) -> "TimeOffTaken":
        read = [BookingRead.model_validate(one) for one in bookings]
        return cls(**TimeOffRead.of(time_off).model_dump(), bookings=read)


class TimesOff(Schema):
    items: list[TimeOffRead]


class CalendarImport(Schema):
    """The address of an iCalendar feed, as other calendars export it; `webcal:` is the same as `https:`."""

    url: Annotated[
        str, StringConstraints(strip_whitespace=True, max_length=2048, pattern=r"^[^\s\x00]+$")
    ]

    @property
    def address(self) -> str:
        scheme, colon, rest = self.url.partition(":")
        return f"https:{rest}" if colon and scheme.lower() == "webcal" else self.url


class CalendarRead(Schema):
    """The address is a secret and not shown again, but for its `host`. While the feed fails (`error` says why) what was
    last read from it holds on."""

    host: str
    state: FeedState
    error: str | None
    read_at: Utc | None
    tried_at: Utc | None
    known_until: Utc | None = Field(description="how far ahead its busy times are known")
    busy_times: int

    @classmethod
    def of(cls, feed: CalendarFeed) -> "CalendarRead":
        known: datetime | None = busy_until(feed)
        return cls(
            host=feed.host,
            state=feed.state,
            error=feed.error,
            read_at=feed.read_at,
            tried_at=feed.tried_at,
            known_until=known,
            busy_times=len(feed.busy),
        )
