"""What happens on a walk, the place proofs, the report card."""

import math
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_contracts.order import WalkEventKind
from lapa_kit.problems import Conflict, Forbidden, InvalidRequest

EARTH_RADIUS_M = 6_371_008.8


class TooFarFromPickup(Conflict):
    title = "You are too far from the pickup"


class PlaceNeeded(InvalidRequest):
    title = "Say where you are"


class ReasonNeeded(InvalidRequest):
    title = "Say why"


class WrongPin(Forbidden):
    title = "The start PIN is wrong"
    keeps = True


class HomeSafeIncomplete(Conflict):
    title = "The home-safe protocol is not complete"


class UnknownPet(InvalidRequest):
    title = "That pet is not on this walk"


class ReportNotReady(Conflict):
    title = "There is no report before the walk is finished"


class WalkEvent(Record):
    __tablename__ = "walk_events"

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), index=True)
    kind: Mapped[WalkEventKind]
    pet_ids: Mapped[list[Any]]
    at: Mapped[datetime]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    media_ids: Mapped[list[Any]]
    note: Mapped[str | None]


def distance_m(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance (haversine) in metres."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = (phi2 - phi1) / 2, math.radians(lon2 - lon1) / 2
    a = math.sin(half[0]) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half[1]) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(a))


def prove_place(
    distance: float, accuracy_m: float | None, *, radius_m: float, allowance_m: float
) -> str:
    """`valid`, or `weak` for a fix too coarse to prove anything; raises TooFarFromPickup.

    The reported accuracy widens the circle up to the allowance: a phone may not claim its way in.
    """
    allowed = radius_m + min(accuracy_m or 0.0, allowance_m)
    if distance > allowed:
        raise TooFarFromPickup(
            f"{distance:.0f} m away; at most {allowed:.0f} m.",
            distance_m=round(distance),
            allowed_m=round(allowed),
        )
    return "weak" if (accuracy_m or 0.0) > allowance_m else "valid"
