"""The occurrences of a series: booked ahead, skipped, moved, and carried over when the series is edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import RESCHEDULABLE
from app.models.recurrence import carry_over, check_rule, in_wall_time, to_local, to_utc
from app.models.series import (
    AmbiguousOccurrence,
    Occurrence,
    OccurrenceNotFound,
    OccurrenceState,
    Series,
    SeriesState,
)
from app.models.slot import SlotTaken
from app.models.walker import WalkerNotAvailable
from app.queries import series as series_queries
from app.queries.orders import lock_order
from app.services import booking, quotes, rescheduling
from app.services.quotes import ScheduledInThePast
from app.services.rescheduling import Change
from app.services.series import Upcoming, cancel_orders, list_upcoming, plan_soon, wish_of
from lapa_contracts.order import SeriesOccurrenceFailed
from lapa_contracts.pet import PetClient, QuotedPet
from lapa_kit import clock
from lapa_kit.clients import ServiceRefused
from lapa_kit.etags import check_version
from lapa_kit.events import publish
from lapa_kit.jobs import Worker
from lapa_kit.problems import Problem, UpstreamFailed

DAY = timedelta(days=1)


async def book_ahead(worker: Worker, series_id: UUID) -> None:
    """Book what begins within the horizon, each in a transaction of its own: one that fails stops no other."""
    until = clock.now() + settings.series_horizon
    async with worker.sessions.begin() as session:
        series = await series_queries.find_series(session, series_id)
        if series is None or series.state is SeriesState.ENDED:
            return
        due = [one for one in await _due(session, series, until) if one.is_open]
    pets: list[QuotedPet] = []
    refusal: Problem | None = None
    if due:
        pet_ids = [UUID(pet_id) for pet_id in series.pet_ids]
        try:
            pets = await worker.clients.get(PetClient).quote_pets(series.client_id, pet_ids)
        except ServiceRefused as refused:
            refusal = refused
    for one in due:
        await _book_or_fail(worker, series_id, one.original_at, pets, refusal)
    async with worker.sessions.begin() as session:
        planned = await series_queries.lock_series(session, series_id)
        planned.planned_until = max(planned.planned_until, until)


async def _due(session: AsyncSession, series: Series, until: datetime) -> list[Upcoming]:
    return await list_upcoming(session, series, since=clock.now(), until=until)


async def _book_or_fail(
    worker: Worker,
    series_id: UUID,
    original_at: datetime,
    pets: list[QuotedPet],
    refusal: Problem | None,
) -> None:
    try:
        if refusal:
            raise refusal
        async with worker.sessions.begin() as session:
            await _book(session, series_id, original_at, pets)
    except UpstreamFailed:
        raise  # it is not the occurrence's fault: the job is tried again
    except Problem as problem:
        async with worker.sessions.begin() as session:
            await _fail(session, series_id, original_at, reason=problem.code)


async def _book(
    session: AsyncSession, series_id: UUID, original_at: datetime, pets: list[QuotedPet]
) -> None:
    """One order for one key: under the series' lock it is looked at again, the primary key has the last word."""
    series = await series_queries.lock_series(session, series_id)
    one = await _find(session, series, original_at)
    if one is None or not one.is_open:
        return
    request, wish = wish_of(series, one.starts_at)
    quote = await quotes.make_quote(session, request, client_id=series.client_id, pets=pets)
    order = await booking.place_order(session, quote.id, wish, client_id=series.client_id)
    order.series_id, order.occurrence_at = series.id, original_at
    await session.flush()
    await series_queries.put_occurrence(
        session, series.id, original_at, OccurrenceState.BOOKED, order_id=order.id
    )


async def _find(session: AsyncSession, series: Series, original_at: datetime) -> Upcoming | None:
    around = await list_upcoming(
        session, series, since=clock.now(), until=clock.now() + settings.series_horizon + DAY
    )
    return next((one for one in around if one.original_at == original_at), None)


async def _fail(
    session: AsyncSession, series_id: UUID, original_at: datetime, *, reason: str
) -> None:
    """This one will not be, and the owner hears of it; the series goes on."""
    series = await series_queries.lock_series(session, series_id)
    one = await _find(session, series, original_at)
    if one is None or not one.is_open:
        return
    await series_queries.put_occurrence(
        session, series.id, original_at, OccurrenceState.FAILED, reason=reason
    )
    publish(
        session,
        SeriesOccurrenceFailed(
            series_id=series.id,
            client_id=series.client_id,
            occurs_at=one.starts_at,
            reason_code=reason,
        ),
    )


async def _lock_day(
    session: AsyncSession, series_id: UUID, day: date, *, client_id: UUID
) -> tuple[Series, list[Upcoming]]:
    """The series and its walks of that day which are still to come; raises OccurrenceNotFound."""
    series = await series_queries.lock_series(session, series_id, client_id=client_id)
    series.require_active()
    midnight = to_utc(datetime.combine(day, time.min), series.timezone)
    around = await list_upcoming(
        session, series, since=max(clock.now(), midnight - DAY), until=midnight + 3 * DAY
    )
    found = [one for one in around if one.original_at.date() == day]
    if not found:
        raise OccurrenceNotFound
    return series, found


async def skip(session: AsyncSession, series_id: UUID, day: date, *, client_id: UUID) -> Series:
    """No walk on that day; what is booked already is cancelled by the usual terms."""
    series, found = await _lock_day(session, series_id, day, client_id=client_id)
    booked = [one.occurrence for one in found if one.occurrence]
    await cancel_orders(session, series, booked, reason="skipped")
    for one in found:
        state = OccurrenceState.SKIPPED
        await series_queries.put_occurrence(session, series.id, one.original_at, state)
    series.version += 1
    return series


async def move(
    session: AsyncSession,
    series_id: UUID,
    day: date,
    at: time | None,
    to: datetime,
    *,
    client_id: UUID,
) -> Series:
    """This one at another time; its order, when there is one, is rescheduled."""
    series, found = await _lock_day(session, series_id, day, client_id=client_id)
    found = [one for one in found if at is None or one.original_at.time() == at]
    if not found:
        raise OccurrenceNotFound
    if len(found) > 1:
        raise AmbiguousOccurrence
    if to < clock.now():
        raise ScheduledInThePast
    [one] = found
    local, row = to_local(to, series.timezone), one.occurrence
    state = OccurrenceState.MOVED
    if row and row.order_id:
        order = await lock_order(session, row.order_id, client_id=client_id)
        await rescheduling.reschedule(session, order, Change(scheduled_at=to))
        state = OccurrenceState.BOOKED
    await series_queries.put_occurrence(
        session, series.id, one.original_at, state, moved_to=local, reason=None
    )
    series.version += 1
    await plan_soon(session, series.id)
    return series


@dataclass(frozen=True)
class Edit:
    """What shall be different from the next walk on; None: as it is. `sets` names what may become None."""

    rrule: str | None = None
    starts_at: time | None = None
    duration_minutes: int | None = None
    pet_ids: list[UUID] | None = None
    last_day: date | None = None
    walker_id: UUID | None = None
    notes: str | None = None
    payment_method: str | None = None
    sets: frozenset[str] = frozenset()


async def edit_series(
    session: AsyncSession, series_id: UUID, edit: Edit, *, client_id: UUID, version: int | None
) -> Series:
    """The walks to come follow the new rule; those booked or changed by hand go to the nearest time of their day.

    A booked walk whose day is no longer in the rule is cancelled by the usual terms.
    """
    series = await series_queries.lock_series(session, series_id, client_id=client_id)
    check_version(series.version, version)
    series.require_active()
    since = to_local(clock.now(), series.timezone)
    rows = await series_queries.list_occurrences(session, series.id, since=since)
    _apply(series, edit)
    last = max([row.original_at for row in rows], default=since)
    goes_to = carry_over([row.original_at for row in rows], series.originals(since, last + 2 * DAY))
    await cancel_orders(
        session,
        series,
        [row for row in rows if goes_to[row.original_at] is None],
        reason="series_changed",
    )
    await _carry(session, series, rows, goes_to, since)
    series.version += 1
    await plan_soon(session, series.id)
    return series


def _apply(series: Series, edit: Edit) -> None:
    # the first day stays: a rule without BYDAY takes its weekday, and every other week its parity, from it
    at = edit.starts_at or series.first_at.time()
    series.first_at = datetime.combine(series.first_at.date(), at)
    series.rrule = in_wall_time(edit.rrule or series.rrule, series.timezone)
    check_rule(series.rrule, series.first_at)
    series.duration_minutes = edit.duration_minutes or series.duration_minutes
    series.payment_method = edit.payment_method or series.payment_method
    if edit.pet_ids:
        series.pet_ids = [str(pet_id) for pet_id in edit.pet_ids]
    for name in edit.sets:
        setattr(series, name, getattr(edit, name))


async def _carry(
    session: AsyncSession,
    series: Series,
    rows: Sequence[Occurrence],
    goes_to: dict[datetime, datetime | None],
    since: datetime,
) -> None:
    """Give the rows their new keys, and the booked walks their new times."""
    carried: list[dict[str, Any]] = []
    for row in rows:
        original_at = goes_to[row.original_at]
        if original_at is None:
            continue
        if row.order_id and not await _follow(session, series, row, original_at):
            row.moved_to = row.moved_to or row.original_at
        carried.append(
            {
                "original_at": original_at,
                "state": row.state,
                "moved_to": row.moved_to,
                "order_id": row.order_id,
                "reason": row.reason,
            }
        )
    await series_queries.replace_occurrences(session, series.id, since=since, rows=carried)


async def _follow(
    session: AsyncSession, series: Series, row: Occurrence, original_at: datetime
) -> bool:
    """Move a booked walk along; False when its asked walker is not free then, and it stays where it was."""
    assert row.order_id
    order = await lock_order(session, row.order_id)
    change = Change(
        scheduled_at=None if row.moved_to else to_utc(original_at, series.timezone),
        duration_minutes=series.duration_minutes,
    )
    is_same = change.scheduled_at in (None, order.scheduled_at)
    if order.status not in RESCHEDULABLE or (
        is_same and order.duration_minutes == series.duration_minutes
    ):
        return True
    try:
        async with session.begin_nested():
            await rescheduling.reschedule(session, order, change)
    except (SlotTaken, WalkerNotAvailable, ScheduledInThePast):
        return False
    return True
