"""Points as phones send them, and last points as they are shown."""

from datetime import UTC, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field

from app.config import settings
from app.models.trackpoint import Reading
from app.models.whereabouts import Whereabouts
from app.schemas.values import Point, Schema, Utc
from app.services.last_points import LastPoint
from app.services.recording import Receipt
from app.tracking.fixes import Rejection

LARGEST_SEQ = 2**63 - 1
# what a timestamp column can hold with room to spare
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)


def _in_reason(at: datetime) -> datetime:
    if not EARLIEST <= at <= LATEST:
        raise ValueError("not a time at which anybody walks a dog")
    return at.astimezone(UTC)


class PointCreate(Point):
    """One fix. `at` by the phone's clock; `accuracy_m` the radius of 68 %; `battery` a share from 0 to 1."""

    at: Annotated[AwareDatetime, AfterValidator(_in_reason)]
    seq: int | None = Field(None, ge=0, le=LARGEST_SEQ)
    accuracy_m: float | None = Field(None, ge=0, le=1_000_000)
    speed_mps: float | None = Field(None, ge=-1, le=1_000)
    heading: float | None = Field(None, ge=-1, le=360)
    battery: float | None = Field(None, ge=-1, le=1)


class PointsCreate(Schema):
    """A batch; the same `device_id` and `seq` again are ignored. Without `seq` the point's time numbers it."""

    device_id: str = Field("default", min_length=1, max_length=64, pattern=r"^[\w.:@-]+$")
    points: list[PointCreate] = Field(min_length=1, max_length=1000)

    def to_readings(self, user_id: UUID) -> list[Reading]:
        return [
            Reading(
                user_id=user_id,
                device_id=self.device_id,
                seq=round(p.at.timestamp() * 1000) if p.seq is None else p.seq,
                at=p.at,
                lat=p.lat,
                lon=p.lon,
                accuracy_m=p.accuracy_m,
                speed_mps=_known(p.speed_mps),
                heading=_known(p.heading),
                battery=_known(p.battery),
            )
            for p in self.points
        ]


def _known(value: float | None) -> float | None:
    """Phones say -1 for what they do not know."""
    return None if value is None or value < 0 else value


class RejectedRead(Schema):
    seq: int
    at: Utc
    reason: Rejection


class PointsAccepted(Schema):
    """The batch is durable. `accepted` counts repeated points too; `rejected` were stored aside as nonsense."""

    accepted: int
    rejected: list[RejectedRead]

    @classmethod
    def of(cls, receipt: Receipt) -> Self:
        rejected = [
            RejectedRead(seq=reading.seq, at=reading.at, reason=reason)
            for reading, reason in receipt.rejected
        ]
        return cls(accepted=receipt.accepted, rejected=rejected)


class PointsMessage(PointsCreate):
    """The same over the WebSocket; `ref` comes back in the answer."""

    type: Literal["points"]
    ref: str | int | None = None


class PositionRead(Point):
    """A last point; `track_id` is the walk under way that lets the caller see it."""

    user_id: UUID
    at: Utc
    accuracy_m: float | None
    speed_mps: float | None
    heading: float | None
    battery: float | None
    track_id: UUID | None = None

    @classmethod
    def of(cls, point: LastPoint, track_id: UUID | None = None) -> Self:
        read = cls.model_validate(point)
        read.track_id = track_id
        return read


class NearbyRead(Point):
    """A walker nearby. Others see him to about a hundred metres; `distance_m` likewise."""

    user_id: UUID
    distance_m: int
    at: Utc

    @classmethod
    def of(cls, row: Whereabouts, distance_m: float, *, exact: bool) -> Self:
        assert row.lat is not None
        assert row.lon is not None
        assert row.at is not None
        grid = settings.nearby_grid_deg
        return cls(
            user_id=row.user_id,
            lat=row.lat if exact else round(round(row.lat / grid) * grid, 6),
            lon=row.lon if exact else round(round(row.lon / grid) * grid, 6),
            distance_m=round(distance_m) if exact else round(distance_m / 50) * 50,
            at=row.at,
        )


class NearbyList(Schema):
    items: list[NearbyRead]
