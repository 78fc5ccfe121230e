"""The one search index of walkers: nearest first, only those who can really be booked."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from geoalchemy2 import WKTElement
from geoalchemy2.functions import ST_Covers, ST_Distance, ST_DWithin
from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer

from app.config import settings
from app.models.availability import is_available
from app.models.needs import Needs, needs_of
from app.models.offer import Offer, OfferState
from app.models.order import WITH_A_WALKER, Order, OrderStatus
from app.models.person import Pairing
from app.models.quote import Quote
from app.models.slot import Slot, SlotState, window
from app.models.walker import BOOKABLE, Walker
from lapa_kit import clock

# hours are checked in Python, so candidates are read by growing pages until enough of them have time
MOST_A_PAGE = 400
HALF_A_WEEK = timedelta(days=3, hours=12)
PAID_WORK = WITH_A_WALKER | {OrderStatus.COMPLETED, OrderStatus.SETTLED}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a walker must fit: the place, the time, the dogs, who asks."""

    lat: float
    lon: float
    starts_at: datetime
    ends_at: datetime
    is_asap: bool
    sizes: frozenset[str]
    dogs: int
    radius_m: int
    needs: Needs = field(default_factory=Needs)
    searcher_id: UUID | None = None
    min_rating_x100: int = 0
    only_instant: bool = False
    # who has agreed to stand in, or was asked for in time, is asked however short the notice is by now
    waives_notice: bool = False
    # an order in search asks nobody twice in one round, and its own slot is no obstacle
    order_id: UUID | None = None
    search_round: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    walker: Walker
    distance_m: int
    is_favorite: bool


def wanted_by(order: Order) -> Wanted:
    """Who is to take it from now on is wanted for the walk as it can still be."""
    starts_at, ends_at = order.span_at(clock.now())
    return replace(
        wanted_for(order),
        starts_at=starts_at,
        ends_at=ends_at,
        order_id=order.id,
        search_round=order.search_round,
    )


def wanted_for(booked: Order | Quote) -> Wanted:
    """What a walk needs; of a quote, before there is an order."""
    return Wanted(
        lat=booked.pickup_lat,
        lon=booked.pickup_lon,
        starts_at=booked.scheduled_at,
        ends_at=booked.scheduled_at + timedelta(minutes=booked.duration_minutes),
        is_asap=booked.is_asap,
        sizes=frozenset(pet["size"] for pet in booked.pets),
        dogs=len(booked.pets),
        radius_m=settings.search_radius_m,
        needs=needs_of(booked.pets, booked.scheduled_at),
        searcher_id=booked.client_id,
    )


async def find_walkers(
    session: AsyncSession, wanted: Wanted, now: datetime, *, limit: int
) -> list[Found]:
    """The searcher's favourites first, then by distance (metres); at most `limit`.

    Everybody in it can be booked for it, and nobody who can is left out for those who cannot.
    """
    await _plan_each_time(session)
    favorites = await _find_favorites(session, wanted, now)
    others = limit + len(favorites)
    if wanted.is_asap:
        near = await _find_those_about(session, wanted, now, limit=others)
    else:
        near = await _find_those_with_time(session, wanted, now, limit=others)
    liked = {one.walker.walker_id for one in favorites}
    return [*favorites, *(one for one in near if one.walker.walker_id not in liked)][:limit]


async def _plan_each_time(session: AsyncSession) -> None:
    """A plan made for any place reads all walkers; one made for this place a few: 1 ms instead of 130."""
    await session.execute(text("SET LOCAL plan_cache_mode = force_custom_plan"))


async def _find_favorites(session: AsyncSession, wanted: Wanted, now: datetime) -> list[Found]:
    if wanted.searcher_id is None:
        return []
    liked = select(Pairing.other_id).where(
        Pairing.user_id == wanted.searcher_id, Pairing.kind == "favorite"
    )
    statement = _candidates(wanted, now).where(Walker.walker_id.in_(liked))
    return sorted(await _read(session, statement, wanted, now), key=_distance)


async def _find_those_about(
    session: AsyncSession, wanted: Wanted, now: datetime, *, limit: int
) -> list[Found]:
    """For a walk that begins now: those whose place is known, and those who are taken to be at home.

    Each kind by an index of its own, from the nearest one on.
    """
    is_fresh, place = _is_fresh(now), _place(wanted)
    about = _candidates(wanted, now).where(
        is_fresh, ST_DWithin(Walker.live, place, wanted.radius_m)
    )
    by_live = about.order_by(Walker.live.op("<->")(place))
    at_home = _candidates(wanted, now).where(func.coalesce(is_fresh, False).is_(False))
    by_home = at_home.order_by(Walker.home.op("<->")(place))
    found = [
        one
        for statement in (by_live, by_home)
        for one in await _read(session, statement.limit(limit), wanted, now)
    ]
    return sorted(found, key=_distance)[:limit]


async def _find_those_with_time(
    session: AsyncSession, wanted: Wanted, now: datetime, *, limit: int
) -> list[Found]:
    """From the nearest home on, until enough of them have time."""
    by_home = _candidates(wanted, now).order_by(Walker.home.op("<->")(_place(wanted)))
    found: list[Found] = []
    page, offset = limit * 3 // 2, 0
    while True:
        rows = (await session.execute(by_home.limit(page).offset(offset))).all()
        found += _found(rows, wanted, now)
        if len(found) >= limit or len(rows) < page:
            return sorted(found, key=_distance)[:limit]
        offset, page = offset + page, min(page * 2, MOST_A_PAGE)


async def _read(
    session: AsyncSession, statement: Select[Walker, Any, bool], wanted: Wanted, now: datetime
) -> list[Found]:
    return _found((await session.execute(statement)).all(), wanted, now)


def _found(rows: Sequence[Any], wanted: Wanted, now: datetime) -> list[Found]:
    return [
        Found(walker, round(distance), bool(is_favorite))
        for walker, distance, is_favorite in rows
        if _has_time(walker, wanted, now)
    ]


def _distance(found: Found) -> tuple[int, UUID]:
    return found.distance_m, found.walker.walker_id


async def fits(
    session: AsyncSession, walker_id: UUID, wanted: Wanted, now: datetime
) -> Found | None:
    """This one walker, when he can be booked for it."""
    await _plan_each_time(session)
    statement = _candidates(wanted, now).where(Walker.walker_id == walker_id)
    return next(iter(await _read(session, statement, wanted, now)), None)


async def find_standby(
    session: AsyncSession, walker_ids: Sequence[UUID], order: Order, now: datetime
) -> list[Found]:
    """Those of them who can take the walk, in the order given; how early they want to be told does not count."""
    if not walker_ids:
        return []
    wanted = replace(wanted_by(order), waives_notice=True)
    await _plan_each_time(session)
    statement = _candidates(wanted, now).where(Walker.walker_id.in_(walker_ids))
    read = await _read(session, statement, wanted, now)
    found = {one.walker.walker_id: one for one in read}
    return [found[walker_id] for walker_id in walker_ids if walker_id in found]


def _has_time(walker: Walker, wanted: Wanted, now: datetime) -> bool:
    if wanted.is_asap:
        return True  # being online says it
    notice_s = (wanted.starts_at - now).total_seconds()
    if notice_s < walker.min_notice_minutes * 60 and not wanted.waives_notice:
        return False
    return is_available(walker.availability, wanted.starts_at, wanted.ends_at)


def _candidates(wanted: Wanted, now: datetime) -> Select[Walker, Any, bool]:
    """Everybody whom only his hours could keep from it: how far he is, and whether the searcher likes him."""
    place, is_fresh = _place(wanted), _is_fresh(now)
    position = case((is_fresh, Walker.live), else_=Walker.home) if wanted.is_asap else Walker.home
    favorite = exists().where(
        Pairing.user_id == wanted.searcher_id,
        Pairing.other_id == Walker.walker_id,
        Pairing.kind == "favorite",
    )
    return (
        select(Walker, ST_Distance(position, place), favorite)
        # shapes are for the index, and large
        .options(defer(Walker.home), defer(Walker.live), defer(Walker.area))
        .where(
            # word for word the condition of the indexes
            BOOKABLE,
            # who is verified no longer on the day of the walk is not asked for it today
            Walker.verified_until > max(now, wanted.ends_at),
            Walker.online if wanted.is_asap else Walker.availability.is_not(None),
            # the first is for the index, the second for each walker's own radius
            ST_DWithin(Walker.home, place, wanted.radius_m),
            or_(
                and_(
                    Walker.area.is_(None), ST_DWithin(Walker.home, place, Walker.service_radius_m)
                ),
                ST_Covers(Walker.area, place),
            ),
            Walker.accepted_sizes.contains(sorted(wanted.sizes)),
            Walker.max_dogs >= wanted.dogs,
            *_can_come_now(wanted, is_fresh, place),
            *_preferences(wanted.needs),
            *_background_check(now),
            *_rating(wanted),
            *([Walker.instant_book.is_(True)] if wanted.only_instant else []),
            ~_has_overlapping_slot(wanted),
            *_not_between_strangers(wanted),
        )
    )


def _place(wanted: Wanted) -> WKTElement:
    return WKTElement(f"POINT({wanted.lon} {wanted.lat})", srid=4326)


def _is_fresh(now: datetime) -> ColumnElement[bool]:
    return Walker.live_at > now - settings.live_point_life


def _can_come_now(
    wanted: Wanted, is_fresh: ColumnElement[bool], place: WKTElement
) -> list[ColumnElement[bool]]:
    """Whoever is known to be far from home at this moment is far from a walk that begins now."""
    if not wanted.is_asap:
        return []
    is_near = ST_DWithin(Walker.live, place, wanted.radius_m)
    return [or_(func.coalesce(is_fresh, False).is_(False), is_near)]


def _preferences(needs: Needs) -> list[ColumnElement[bool]]:
    """A walker is never asked for an animal that he said he does not take."""
    conditions: list[ColumnElement[bool]] = []
    if needs.species:
        conditions.append(Walker.accepted_species.contains(sorted(needs.species)))
    if needs.has_puppy:
        conditions.append(Walker.takes_puppies.is_(True))
    if needs.has_reactive:
        conditions.append(Walker.takes_reactive.is_(True))
    return conditions


def _background_check(now: datetime) -> list[ColumnElement[bool]]:
    return [Walker.checked_until > now] if settings.background_check_required else []


def _rating(wanted: Wanted) -> list[ColumnElement[bool]]:
    if not wanted.min_rating_x100:
        return []
    return [
        Walker.rating_count > 0,
        Walker.rating_sum * 100 >= Walker.rating_count * wanted.min_rating_x100,
    ]


def _has_overlapping_slot(wanted: Wanted) -> ColumnElement[bool]:
    overlapping = exists().where(
        Slot.walker_id == Walker.walker_id,
        Slot.state.in_([SlotState.HELD, SlotState.CONFIRMED]),
        Slot.during.overlaps(window(wanted.starts_at, wanted.ends_at, settings.travel_buffer)),
    )
    if wanted.order_id:
        overlapping = overlapping.where(Slot.order_id != wanted.order_id)
    return overlapping


def _not_between_strangers(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Blocked pairs never meet, nobody walks his own dog for money, nobody is asked twice."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.searcher_id:
        conditions.append(Walker.walker_id != wanted.searcher_id)
        blocked = exists().where(
            Pairing.kind == "block",
            or_(
                and_(Pairing.user_id == wanted.searcher_id, Pairing.other_id == Walker.walker_id),
                and_(Pairing.user_id == Walker.walker_id, Pairing.other_id == wanted.searcher_id),
            ),
        )
        conditions.append(~blocked)
    if wanted.order_id:
        asked = exists().where(
            Offer.order_id == wanted.order_id,
            Offer.walker_id == Walker.walker_id,
            # nor is he who had it and was lost
            or_(Offer.attempt == wanted.search_round, Offer.state == OfferState.ACCEPTED),
        )
        conditions.append(~asked)
    return conditions


async def put_walker(session: AsyncSession, walker_id: UUID, version: int, **facts: Any) -> None:
    """Upsert of the projection; an older snapshot changes nothing."""
    values = {**facts, "version": version}
    statement = insert(Walker).values(walker_id=walker_id, **_EMPTY, **values)
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=[Walker.walker_id], set_=values, where=Walker.version < version
        )
    )


_EMPTY: dict[str, Any] = {
    "rating_sum": 0,
    "rating_count": 0,
    "completed_walks": 0,
    "late_cancellations": 0,
    "reputation_version": 0,
    "is_suspended": False,
}


async def move_walker(
    session: AsyncSession, walker_id: UUID, lat: float, lon: float, at: datetime
) -> None:
    """A newer position wins; one of an unknown walker is dropped: his profile brings the row."""
    walker = await find_walker(session, walker_id)
    if walker and (walker.live_at is None or walker.live_at < at):
        walker.live = WKTElement(f"POINT({lon} {lat})", srid=4326)
        walker.live_at = at


async def find_walker(session: AsyncSession, walker_id: UUID) -> Walker | None:
    return await session.get(Walker, walker_id, with_for_update=True)


async def count_walks(
    session: AsyncSession, walker_ids: Sequence[UUID], client_id: UUID, around: datetime
) -> dict[UUID, tuple[int, int]]:
    """For each walker: his earlier walks for that client, and his walks of the week around that moment."""
    together = func.count().filter(
        Order.client_id == client_id, Order.status.in_([OrderStatus.COMPLETED, OrderStatus.SETTLED])
    )
    of_week = func.count().filter(
        Order.scheduled_at.between(around - HALF_A_WEEK, around + HALF_A_WEEK),
        Order.status.in_(PAID_WORK),
    )
    rows = await session.execute(
        select(Order.walker_id, together, of_week)
        .where(Order.walker_id.in_(walker_ids))
        .group_by(Order.walker_id)
    )
    return {walker_id: (known, busy) for walker_id, known, busy in rows if walker_id}
