"""What location-service says of walkers' positions, tracks and alerts."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from lapa_contracts.values import Severity, Value
from lapa_kit.events.contract import Event

POLYLINE_BYTES = 8192


class AlertKind(StrEnum):
    GEOFENCE = "geofence"
    SIGNAL_LOST = "signal_lost"
    LONG_STOP = "long_stop"
    VEHICLE = "vehicle"
    BATTERY = "battery"
    SEPARATION = "separation"
    LOST_DOG = "lost_dog"
    SOS = "sos"


class Gap(Value):
    """A time of the walk that nobody can vouch for."""

    started_at: AwareDatetime
    ended_at: AwareDatetime
    reason: Literal["no_signal", "coarse", "vehicle"] = "no_signal"


class TrackFinalized(Event):
    """A walk has been measured; a higher `revision` takes the place of a lower one.

    The true distance lies between `low_m` and `high_m`; `coverage` is the share (0 to 1) of the walk's
    time with points; `polyline` is Google's encoding, precision 5, simplified to fit.
    """

    type = "track.finalized.v1"
    producer = "location-service"
    key_field = "track_id"

    # the order's id
    track_id: UUID
    revision: int = Field(ge=1)
    distance_m: int = Field(ge=0)
    low_m: int = Field(ge=0)
    high_m: int = Field(ge=0)
    moving_s: int = Field(ge=0)
    duration_s: int = Field(ge=0)
    coverage: float = Field(ge=0, le=1)
    gaps: list[Gap] = []
    polyline: str = Field(default="", max_length=POLYLINE_BYTES)
    raw_sha256: str

    @property
    def aggregate_version(self) -> int:
        return self.revision


class WalkerPositionChanged(Event):
    """An online walker has moved 200 m, or two minutes have passed."""

    type = "walker.position_changed.v1"
    producer = "location-service"
    key_field = "walker_id"

    walker_id: UUID
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    at: AwareDatetime


class AlertRaised(Event):
    """Something on a walk, or about a tracked dog, wants attention."""

    type = "alert.raised.v1"
    producer = "location-service"
    key_field = "alert_id"

    alert_id: UUID
    order_id: UUID | None = None
    kind: AlertKind
    severity: Severity
    recipient_ids: list[UUID] = []
    at: AwareDatetime
