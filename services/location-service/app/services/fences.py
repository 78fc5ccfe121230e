"""Geofences of an owner, and the alerts when one of his walks crosses them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.alert import Alert
from app.models.geofence import (
    FenceState,
    Geofence,
    GeofenceKind,
    InvalidShape,
    TooManyGeofences,
)
from app.models.trackpoint import Reading
from app.queries.geofences import (
    count_geofences,
    get_geofence,
    list_fence_states,
    list_geofences_of,
    lock_alert,
)
from app.queries.tracks import Window
from app.tracking.fencing import NoArea, Side, area_of, first_side, next_side
from lapa_contracts.location import AlertKind, AlertRaised
from lapa_contracts.values import Severity
from lapa_kit import clock
from lapa_kit.events import publish
from lapa_kit.ids import new_id

GRAVE = {(GeofenceKind.SAFE_ZONE, "exit"), (GeofenceKind.FORBIDDEN, "enter")}


async def create_geofence(session: AsyncSession, owner_id: UUID, facts: dict[str, Any]) -> Geofence:
    if await count_geofences(session, owner_id) >= settings.geofences_each:
        raise TooManyGeofences(f"At most {settings.geofences_each}.")
    _require_area(facts["shape"])
    geofence = Geofence(id=new_id(), owner_id=owner_id, **facts)
    session.add(geofence)
    await session.flush()
    return geofence


async def change_geofence(
    session: AsyncSession, geofence_id: UUID, facts: dict[str, Any], *, owner_id: UUID
) -> Geofence:
    geofence = await get_geofence(session, geofence_id, owner_id=owner_id, lock=True)
    if "shape" in facts:
        _require_area(facts["shape"])
    for name, value in facts.items():
        setattr(geofence, name, value)
    await session.flush()
    return geofence


async def delete_geofence(session: AsyncSession, geofence_id: UUID, *, owner_id: UUID) -> None:
    await session.delete(await get_geofence(session, geofence_id, owner_id=owner_id, lock=True))


def _require_area(shape: dict[str, Any]) -> None:
    try:
        area_of(shape)
    except NoArea as error:
        raise InvalidShape(str(error)) from error


async def watch(session: AsyncSession, walks: Sequence[tuple[Window, Sequence[Reading]]]) -> None:
    """Hold new points of walks under way against their owners' geofences."""
    geofences = await list_geofences_of(session, {walk.client_id for walk, _ in walks})
    if not geofences:
        return
    states = await list_fence_states(session, [walk.id for walk, _ in walks])
    for walk, readings in walks:
        for geofence in geofences:
            if geofence.owner_id == walk.client_id and geofence.watches(walk.id):
                state = states.get((walk.id, geofence.id))
                for reading in sorted(readings, key=lambda r: r.at):
                    state = _advance(session, walk, geofence, state, reading)


def _advance(
    session: AsyncSession,
    walk: Window,
    geofence: Geofence,
    state: FenceState | None,
    reading: Reading,
) -> FenceState | None:
    depth = area_of(geofence.shape).depth_m(reading.lat, reading.lon)
    if state is None:
        side = first_side(depth, reading.accuracy_m)
        if side is None:
            return None
        state = FenceState(
            track_id=walk.id,
            geofence_id=geofence.id,
            is_inside=side.is_inside,
            contradictions=0,
        )
        session.add(state)
        return state
    side = next_side(Side(state.is_inside, state.contradictions), depth, reading.accuracy_m)
    if side.is_inside != state.is_inside:
        _raise_alert(session, walk, geofence, "enter" if side.is_inside else "exit", reading)
    state.is_inside, state.contradictions = side.is_inside, side.contradictions
    return state


def _raise_alert(
    session: AsyncSession, walk: Window, geofence: Geofence, what: str, reading: Reading
) -> None:
    if what not in geofence.notify_on:
        return
    grave = (geofence.kind, what) in GRAVE
    alert = Alert(
        id=new_id(),
        owner_id=walk.client_id,
        walker_id=walk.walker_id,
        track_id=walk.id,
        geofence_id=geofence.id,
        kind=AlertKind.GEOFENCE,
        severity=Severity.HIGH if grave else Severity.LOW,
        what=what,
        at=reading.at,
        lat=reading.lat,
        lon=reading.lon,
        details={"geofence": geofence.name, "geofence_kind": geofence.kind.value},
    )
    session.add(alert)
    publish(
        session,
        AlertRaised(
            alert_id=alert.id,
            order_id=walk.id,
            kind=alert.kind,
            severity=alert.severity,
            recipient_ids=[walk.client_id],
            at=alert.at,
        ),
    )


async def acknowledge(session: AsyncSession, alert_id: UUID, *, user_id: UUID) -> Alert:
    """Seen by one of the two sides; a second time changes nothing."""
    alert = await lock_alert(session, alert_id, user_id=user_id)
    alert.acknowledge(clock.now())
    return alert
