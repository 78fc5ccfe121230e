"""Points as phones sent them: the good ones by day, the nonsense aside with its reason."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import REAL, BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from app.tracking.fixes import Fix, Rejection


@dataclass(frozen=True, slots=True)
class Reading:
    """One point of a batch; `at` is the device's clock, (device_id, seq) its own numbering."""

    user_id: UUID
    device_id: str
    seq: int
    at: datetime
    lat: float
    lon: float
    accuracy_m: float | None = None
    speed_mps: float | None = None
    heading: float | None = None
    battery: float | None = None

    @property
    def key(self) -> tuple[UUID, str, int, datetime]:
        return self.user_id, self.device_id, self.seq, self.at

    def as_fix(self) -> Fix:
        return Fix(self.at.timestamp(), self.lat, self.lon, self.accuracy_m)


class Trackpoint(Base):
    """Kept only when it belongs to a walk, or may turn out to; one partition a day, dropped as a whole.

    `track_seq` counts the points of a track in the order of their commits, without gaps.
    """

    __tablename__ = "trackpoints"
    __table_args__ = (
        Index("ix_trackpoints_track_id_track_seq", "track_id", "track_seq"),
        {"postgresql_partition_by": "RANGE (at)"},
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    device_id: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(primary_key=True)
    track_id: Mapped[UUID | None]
    track_seq: Mapped[int | None] = mapped_column(BigInteger)
    lat: Mapped[float]
    lon: Mapped[float]
    accuracy_m: Mapped[float | None] = mapped_column(REAL)
    speed_mps: Mapped[float | None] = mapped_column(REAL)
    heading: Mapped[float | None] = mapped_column(REAL)
    battery: Mapped[float | None] = mapped_column(REAL)
    received_at: Mapped[datetime]


class RejectedPoint(Base):
    """What a phone said that cannot be true; kept as long as trackpoints are."""

    __tablename__ = "rejected_points"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    device_id: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(primary_key=True)
    lat: Mapped[float]
    lon: Mapped[float]
    reason: Mapped[Rejection]
    received_at: Mapped[datetime] = mapped_column(index=True)
