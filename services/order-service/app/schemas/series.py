"""Series of walks over HTTP."""

from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from app.models.series import Series
from app.schemas.quotes import QuoteRequest, ServiceType
from app.schemas.values import Moment, Pickup, Schema, Utc
from app.services.booking import Booking
from app.services.occurrences import Edit
from app.services.series import Plan, Upcoming


def _known_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("must be an IANA time zone such as Europe/Helsinki") from None
    return value


Zone = Annotated[str, AfterValidator(_known_zone)]
Rule = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_upper=True, min_length=1, max_length=300),
]


class SeriesCreate(QuoteRequest):
    """An RRULE (RFC 5545) of days, weeks or months in local time; `scheduled_at` is its first moment.

    09:00 stays 09:00 when the clocks change; a time left out by the change is shifted forward by the gap, one
    that comes twice is the first. `until` is the last day. Each walk has its own price, made when it is booked.
    """

    rrule: Rule
    timezone: Zone
    until: date | None = None
    scheduled_at: Moment  # pyright: ignore[reportIncompatibleVariableOverride, reportGeneralTypeIssues]
    walker_id: UUID | None = None
    notes: str | None = Field(default=None, max_length=2000)
    access_notes: str | None = Field(default=None, max_length=2000)
    home_safe: bool = False
    require_pin: bool = False
    payment_method: str = Field("wallet", min_length=1, max_length=64)

    @model_validator(mode="after")
    def _no_promo_code(self) -> "SeriesCreate":
        if self.promo_code:
            raise ValueError("a promo code is for a single walk")
        return self

    def to_plan(self) -> Plan:
        booking = Booking(
            walker_id=self.walker_id,
            notes=self.notes,
            access_notes=self.access_notes,
            home_safe=self.home_safe,
            require_pin=self.require_pin,
            payment_method=self.payment_method,
        )
        return Plan(
            rrule=self.rrule,
            timezone=self.timezone,
            last_day=self.until,
            request=self.to_request(),
            booking=booking,
        )


class SeriesPatch(Schema):
    """Only what is given changes, from the next walk on."""

    rrule: Rule | None = None
    starts_at: time | None = Field(default=None, description="local time of day")
    duration_minutes: int | None = Field(default=None, ge=10, le=720)
    pet_ids: list[UUID] | None = Field(default=None, min_length=1, max_length=6)
    payment_method: str | None = Field(default=None, min_length=1, max_length=64)
    until: date | None = None
    walker_id: UUID | None = None
    notes: str | None = Field(default=None, max_length=2000)

    @model_validator(mode="after")
    def _local_time_has_no_zone(self) -> "SeriesPatch":
        if self.starts_at and self.starts_at.tzinfo:
            raise ValueError("starts_at is a local time without an offset")
        return self

    def to_edit(self) -> Edit:
        nullable = {"until": "last_day", "walker_id": "walker_id", "notes": "notes"}
        given = self.model_dump(exclude={"until"}, exclude_unset=True)
        return Edit(
            **given,
            last_day=self.until,
            sets=frozenset(name for key, name in nullable.items() if key in self.model_fields_set),
        )


class Skip(Schema):
    date: date


class Move(Schema):
    """`time` says which one when there are several on that day."""

    date: date
    at: time | None = Field(default=None, alias="time")
    scheduled_at: Moment


class Pause(Schema):
    """Days of the series' zone, both included; without `from`: today, without `until`: until it is resumed."""

    since: date | None = Field(default=None, alias="from")
    until: date | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Pause":
        if self.since and self.until and self.until < self.since:
            raise ValueError("until must not be before from")
        return self


class OccurrenceRead(Schema):
    """`original_at` is the local time that the rule means and the key of this one; `starts_at` follows a move."""

    original_at: datetime
    starts_at: Utc
    state: str
    order_id: UUID | None
    reason: str | None

    @classmethod
    def of(cls, one: Upcoming) -> "OccurrenceRead":
        row = one.occurrence
        state = row.state.value if row else "planned"
        return cls(
            original_at=one.original_at,
            starts_at=one.starts_at,
            state="paused" if one.is_paused and state in ("planned", "moved") else state,
            order_id=row.order_id if row else None,
            reason=row.reason if row else None,
        )


class SeriesRead(Schema):
    id: UUID
    state: str
    rrule: str
    timezone: str
    first_at: datetime
    until: date | None
    service_type: ServiceType
    duration_minutes: int
    pet_ids: list[UUID]
    pickup: Pickup
    walker_id: UUID | None
    notes: str | None
    home_safe: bool
    require_pin: bool
    payment_method: str
    paused_from: date | None
    paused_until: date | None
    pause_reason: str | None
    version: int

    @classmethod
    def of(cls, series: Series) -> "SeriesRead":
        columns = {
            name: getattr(series, name) for name in cls.model_fields if hasattr(series, name)
        }
        pickup = Pickup(lat=series.pickup_lat, lon=series.pickup_lon, address=series.pickup_address)
        state = "paused" if series.paused_from and series.state == "active" else series.state.value
        more = {"pickup": pickup, "until": series.last_day, "state": state}
        return cls.model_validate({**columns, **more})


class SeriesDetail(SeriesRead):
    """With what comes in the next four weeks."""

    occurrences: list[OccurrenceRead]

    @classmethod
    def with_occurrences(cls, series: Series, upcoming: list[Upcoming]) -> "SeriesDetail":
        plain = SeriesRead.of(series).model_dump()
        return cls(**plain, occurrences=[OccurrenceRead.of(one) for one in upcoming])
