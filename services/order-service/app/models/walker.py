"""The search index: what this service knows of each walker, fed by `walker.changed` and his positions."""

from datetime import datetime
from typing import Any
from uuid import UUID

from geoalchemy2 import Geography
from sqlalchemy import Index, String, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.problems import Conflict

BOOKABLE = text("verification = 'approved' AND NOT is_suspended")


class WalkerNotAvailable(Conflict):
    title = "This walker cannot take that walk"


class Walker(Base):
    __tablename__ = "walkers"
    __table_args__ = (
        Index("ix_walkers_home", "home", postgresql_using="gist", postgresql_where=BOOKABLE),
        Index("ix_walkers_live", "live", postgresql_using="gist", postgresql_where=BOOKABLE),
    )

    walker_id: Mapped[UUID] = mapped_column(primary_key=True)
    verification: Mapped[str] = mapped_column(default="none")
    verified_until: Mapped[datetime | None]
    checked_until: Mapped[datetime | None]
    is_suspended: Mapped[bool] = mapped_column(default=False)
    online: Mapped[bool] = mapped_column(default=False)
    home: Mapped[Any | None] = mapped_column(Geography("POINT", 4326, spatial_index=False))
    service_radius_m: Mapped[int] = mapped_column(default=0)
    area: Mapped[Any | None] = mapped_column(Geography("MULTIPOLYGON", 4326, spatial_index=False))
    accepted_sizes: Mapped[list[str]] = mapped_column(ARRAY(String), default=list)
    accepted_species: Mapped[list[str]] = mapped_column(ARRAY(String), default=list)
    takes_puppies: Mapped[bool] = mapped_column(default=True)
    takes_reactive: Mapped[bool] = mapped_column(default=True)
    instant_book: Mapped[bool] = mapped_column(default=False)
    max_dogs: Mapped[int] = mapped_column(default=1)
    rate_bp: Mapped[int] = mapped_column(default=10_000)
    availability: Mapped[dict[str, Any] | None]
    min_notice_minutes: Mapped[int] = mapped_column(default=0)
    live: Mapped[Any | None] = mapped_column(Geography("POINT", 4326, spatial_index=False))
    live_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=0)

    rating_sum: Mapped[int] = mapped_column(default=0)
    rating_count: Mapped[int] = mapped_column(default=0)
    completed_walks: Mapped[int] = mapped_column(default=0)
    late_cancellations: Mapped[int] = mapped_column(default=0)
    reputation_version: Mapped[int] = mapped_column(default=0)

    @property
    def rating_avg_x100(self) -> int | None:
        return round(self.rating_sum * 100 / self.rating_count) if self.rating_count else None

    @property
    def reliability(self) -> int | None:
        """Basis points of his walks that he did not let down; None while there was none."""
        accepted = self.completed_walks + self.late_cancellations
        return self.completed_walks * 10_000 // accepted if accepted else None
