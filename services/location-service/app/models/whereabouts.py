"""The last known point of a person, and whether it may be shown as a walker nearby."""

from datetime import datetime
from typing import Any
from uuid import UUID

from geoalchemy2 import Geography
from sqlalchemy import REAL, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.problems import Forbidden, NotFound

Place = Geography("POINT", srid=4326, spatial_index=False)


class PositionNotFound(NotFound):
    title = "There is no position to show"


class PositionNotShared(Forbidden):
    title = "A walker's position is shown only between the start and the finish of the walk"


class Whereabouts(Base):
    """One row a person: his last point while it lives, and what user-service says of him as a walker."""

    __tablename__ = "whereabouts"
    __table_args__ = (
        Index(
            "ix_whereabouts_nearby",
            "place",
            postgresql_using="gist",
            postgresql_where=text("is_available"),
        ),
        # room on the page for the next point of the same person
        {"postgresql_with": {"fillfactor": 70}},
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime | None]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    place: Mapped[Any | None] = mapped_column(Place)
    accuracy_m: Mapped[float | None] = mapped_column(REAL)
    speed_mps: Mapped[float | None] = mapped_column(REAL)
    heading: Mapped[float | None] = mapped_column(REAL)
    battery: Mapped[float | None] = mapped_column(REAL)

    version: Mapped[int] = mapped_column(default=0)
    online: Mapped[bool] = mapped_column(default=False)
    is_suspended: Mapped[bool] = mapped_column(default=False)
    verified_until: Mapped[datetime | None]
    # until when a background check holds
    checked_until: Mapped[datetime | None]
    # online, approved, not suspended: who may be "nearby"
    is_available: Mapped[bool] = mapped_column(default=False)

    said_at: Mapped[datetime | None]
    said_place: Mapped[Any | None] = mapped_column(Place)
