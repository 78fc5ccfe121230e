"""Series of walks: made, paused, resumed, ended, and each occurrence booked a while ahead as an order of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import RESCHEDULABLE
from app.models.recurrence import check_rule, in_wall_time, to_local, to_utc
from app.models.series import Occurrence, OccurrenceState, Series, SeriesState
from app.queries import series as series_queries
from app.queries.orders import get_order
from app.services import booking
from app.services.quotes import Request, ScheduledInThePast
from lapa_contracts.order import SeriesPaused
from lapa_kit import clock, jobs
from lapa_kit.events import publish
from lapa_kit.ids import new_id
from lapa_kit.seal import Sealer

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Plan:
    """What a client wants again and again; `request.scheduled_at` is the first time."""

    rrule: str
    timezone: str
    last_day: date | None
    request: Request
    booking: booking.Booking


async def create_series(session: AsyncSession, plan: Plan, *, client_id: UUID) -> Series:
    """Raises InvalidRecurrence or ScheduledInThePast."""
    now, starts_at = clock.now(), plan.request.scheduled_at
    if starts_at is None or starts_at < now:
        raise ScheduledInThePast
    first_at = to_local(starts_at, plan.timezone)
    rule = in_wall_time(plan.rrule, plan.timezone)
    check_rule(rule, first_at)
    series_id, wish = new_id(), plan.booking
    sealed = None
    if wish.access_notes:
        sealed = Sealer.of(settings).seal(wish.access_notes, context=str(series_id))
    series = Series(
        id=series_id,
        client_id=client_id,
        rrule=rule,
        timezone=plan.timezone,
        first_at=first_at,
        last_day=plan.last_day,
        service_type=plan.request.service_type,
        duration_minutes=plan.request.duration_minutes,
        pet_ids=[str(pet_id) for pet_id in plan.request.pet_ids],
        pickup_lat=plan.request.lat,
        pickup_lon=plan.request.lon,
        pickup_address=plan.request.address,
        walker_id=wish.walker_id,
        notes=wish.notes,
        access_notes_sealed=sealed,
        home_safe=wish.home_safe,
        require_pin=wish.require_pin,
        payment_method=wish.payment_method,
        state=SeriesState.ACTIVE,
        planned_until=now,
        version=1,
    )
    session.add(series)
    await session.flush()
    await plan_soon(session, series_id)
    return series


async def plan_soon(session: AsyncSession, series_id: UUID) -> None:
    """Book what comes next, as one job a series."""
    key, payload = f"series:{series_id}", {"series_id": str(series_id)}
    await jobs.enqueue(session, "book_series", payload, key=key)


async def plan_all(session: AsyncSession) -> None:
    """A job for each series whose horizon has come nearer."""
    before = clock.now() + settings.series_horizon - settings.series_planned_every
    for series_id in await series_queries.list_to_plan(session, before):
        await plan_soon(session, series_id)


@dataclass(frozen=True)
class Upcoming:
    """An occurrence as it stands: `starts_at` follows a move, `occurrence` is None while nothing became of it."""

    original_at: datetime
    starts_at: datetime
    is_paused: bool
    occurrence: Occurrence | None

    @property
    def is_open(self) -> bool:
        """Still to be booked."""
        row = self.occurrence
        return not self.is_paused and (row is None or row.state is OccurrenceState.MOVED)


async def list_upcoming(
    session: AsyncSession, series: Series, *, since: datetime, until: datetime
) -> list[Upcoming]:
    """What the series means between two moments (UTC), by original time; once ended, only what is booked."""
    # a day more on both sides: local days are not UTC days, and moves leave their own
    first, last = to_local(since, series.timezone), to_local(until, series.timezone)
    rows = await series_queries.list_occurrences(session, series.id, since=first - DAY)
    known = {row.original_at: row for row in rows}
    is_active = series.state is SeriesState.ACTIVE
    originals = set(series.originals(first - DAY, last + DAY) if is_active else ())
    originals |= {row.original_at for row in rows if row.order_id or row.moved_to}
    upcoming = [_upcoming(series, original, known.get(original)) for original in sorted(originals)]
    return [one for one in upcoming if since <= one.starts_at < until]


def _upcoming(series: Series, original: datetime, row: Occurrence | None) -> Upcoming:
    local = row.moved_to if row and row.moved_to else original
    return Upcoming(
        original_at=original,
        starts_at=to_utc(local, series.timezone),
        is_paused=series.is_paused_on(original.date()),
        occurrence=row,
    )


async def pause_series(
    session: AsyncSession,
    series_id: UUID,
    *,
    client_id: UUID,
    since: date | None,
    until: date | None,
) -> Series:
    """No walks from one day to another, both included; those already booked are cancelled by the usual terms."""
    series = await series_queries.lock_series(session, series_id, client_id=client_id)
    today = to_local(clock.now(), series.timezone).date()
    series.pause(since or today, until, "client")
    await _cancel_booked(session, series, reason="series_paused", only_paused=True)
    return series


async def pause_series_with_pet(session: AsyncSession, pet_id: UUID) -> None:
    """The dog is not walked any more: the series with it wait for their owners."""
    for series_id in await series_queries.list_with_pet(session, pet_id):
        series = await series_queries.lock_series(session, series_id)
        series.pause(to_local(clock.now(), series.timezone).date(), None, "pet_archived")
        await _cancel_booked(session, series, reason="pet_archived", only_paused=True)
        said = SeriesPaused(
            series_id=series.id, client_id=series.client_id, reason_code="pet_archived"
        )
        publish(session, said)


async def resume_series(session: AsyncSession, series_id: UUID, *, client_id: UUID) -> Series:
    """Walks again; what was cancelled by the pause stays cancelled."""
    series = await series_queries.lock_series(session, series_id, client_id=client_id)
    series.resume()
    await plan_soon(session, series.id)
    return series


async def end_series(
    session: AsyncSession, series_id: UUID, *, client_id: UUID, cancel_booked: bool
) -> None:
    """No more walks; those already booked take place unless they are to be cancelled too."""
    series = await series_queries.lock_series(session, series_id, client_id=client_id)
    series.end()
    if cancel_booked:
        await _cancel_booked(session, series, reason="series_ended", only_paused=False)


async def _cancel_booked(
    session: AsyncSession, series: Series, *, reason: str, only_paused: bool
) -> None:
    today = datetime.combine(to_local(clock.now(), series.timezone).date(), time.min)
    rows = await series_queries.list_occurrences(session, series.id, since=today)
    concerned = [
        row for row in rows if not only_paused or series.is_paused_on(row.original_at.date())
    ]
    await cancel_orders(session, series, concerned, reason=reason)


async def cancel_orders(
    session: AsyncSession, series: Series, rows: Sequence[Occurrence], *, reason: str
) -> None:
    """Cancel what is booked and has not begun, at the fee that each order's own terms say."""
    for row in rows:
        if row.order_id is None:
            continue
        order = await get_order(session, row.order_id)
        if order.status in RESCHEDULABLE:
            await booking.cancel_by_client(
                session, order.id, client_id=series.client_id, reason=reason
            )


def wish_of(series: Series, starts_at: datetime) -> tuple[Request, booking.Booking]:
    """What one occurrence is quoted and booked with."""
    notes: dict[str, Any] = {"access_notes": None}
    if series.access_notes_sealed:
        sealer = Sealer.of(settings)
        notes["access_notes"] = sealer.open(series.access_notes_sealed, context=str(series.id))
    request = Request(
        service_type=series.service_type,
        pet_ids=[UUID(pet_id) for pet_id in series.pet_ids],
        scheduled_at=starts_at,
        duration_minutes=series.duration_minutes,
        lat=series.pickup_lat,
        lon=series.pickup_lon,
        address=series.pickup_address,
    )
    return request, booking.Booking(
        walker_id=series.walker_id,
        notes=series.notes,
        home_safe=series.home_safe,
        require_pin=series.require_pin,
        payment_method=series.payment_method,
        **notes,
    )
