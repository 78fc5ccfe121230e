"""Areas a dog should stay in or keep out of, and on which side of each a walk is."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Record
from lapa_kit.problems import InvalidRequest, NotFound


class GeofenceNotFound(NotFound):
    title = "There is no such geofence"


class InvalidShape(InvalidRequest):
    title = "This shape is no area"


class TooManyGeofences(InvalidRequest):
    title = "You have as many geofences as you may have"


class GeofenceKind(StrEnum):
    SAFE_ZONE = "safe_zone"
    FORBIDDEN = "forbidden"
    PICKUP = "pickup"


class Geofence(Record):
    """An owner's area; it watches his walks, all of them or those in `applies_to`."""

    __tablename__ = "geofences"

    owner_id: Mapped[UUID] = mapped_column(index=True)
    name: Mapped[str]
    kind: Mapped[GeofenceKind]
    # {type: circle, center: {lat, lon}, radius_m} or a GeoJSON Polygon
    shape: Mapped[dict[str, Any]]
    # ids of orders; empty: every walk of the owner
    applies_to: Mapped[list[Any]]
    notify_on: Mapped[list[Any]]

    def watches(self, track_id: UUID) -> bool:
        return not self.applies_to or str(track_id) in self.applies_to


class FenceState(Base):
    """On which side a track is, and how many fixes in a row say otherwise."""

    __tablename__ = "fence_states"

    track_id: Mapped[UUID] = mapped_column(primary_key=True)
    geofence_id: Mapped[UUID] = mapped_column(
        ForeignKey("geofences.id", ondelete="CASCADE"), primary_key=True
    )
    is_inside: Mapped[bool]
    contradictions: Mapped[int] = mapped_column(default=0)
