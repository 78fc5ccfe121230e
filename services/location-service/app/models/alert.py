"""Something that wants attention on a walk."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_contracts.location import AlertKind
from lapa_contracts.values import Severity
from lapa_kit.problems import NotFound


class AlertNotFound(NotFound):
    title = "There is no such alert"


class Alert(Record):
    __tablename__ = "alerts"
    __table_args__ = (Index("ix_alerts_owner_id_id", "owner_id", "id"),)

    owner_id: Mapped[UUID]
    walker_id: Mapped[UUID | None]
    track_id: Mapped[UUID] = mapped_column(index=True)
    geofence_id: Mapped[UUID | None]
    kind: Mapped[AlertKind]
    severity: Mapped[Severity]
    # what happened: enter, exit
    what: Mapped[str]
    at: Mapped[datetime]
    lat: Mapped[float]
    lon: Mapped[float]
    details: Mapped[dict[str, Any]]
    acknowledged_at: Mapped[datetime | None]

    def acknowledge(self, now: datetime) -> None:
        self.acknowledged_at = self.acknowledged_at or now
