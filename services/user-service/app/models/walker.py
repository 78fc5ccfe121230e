"""What a walker offers, and what his past walks say of him."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Record
from lapa_contracts.user import Verification
from lapa_contracts.values import Point
from lapa_kit.problems import Conflict, InvalidRequest, NotFound


class WalkerNotFound(NotFound):
    title = "No such walker"


class NotAWalker(Conflict):
    title = "Fill in your walker's profile first"


class InvalidArea(InvalidRequest):
    title = "The area must be a valid GeoJSON Polygon or MultiPolygon"


class Walker(Record):
    """The id is the user's."""

    __tablename__ = "walkers"
    __table_args__ = (
        CheckConstraint("max_dogs >= 1", name="takes_a_dog"),
        CheckConstraint("rate_bp > 0", name="rate_is_positive"),
        CheckConstraint("(home_lat IS NULL) = (home_lon IS NULL)", name="home_is_whole"),
    )

    id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), primary_key=True)
    bio: Mapped[str] = mapped_column(default="")
    experience_years: Mapped[int] = mapped_column(default=0)
    home_lat: Mapped[float | None]
    home_lon: Mapped[float | None]
    service_radius_m: Mapped[int] = mapped_column(default=3000)
    area: Mapped[dict[str, Any] | None]
    accepted_sizes: Mapped[list[str]] = mapped_column(ARRAY(String))
    accepted_species: Mapped[list[str]] = mapped_column(ARRAY(String))
    takes_puppies: Mapped[bool] = mapped_column(default=True)
    takes_reactive: Mapped[bool] = mapped_column(default=True)
    # who asks for him has him, without his having to accept
    instant_book: Mapped[bool] = mapped_column(default=False)
    max_dogs: Mapped[int] = mapped_column(default=1)
    languages: Mapped[list[str]] = mapped_column(ARRAY(String), default=list)
    skills: Mapped[list[str]] = mapped_column(ARRAY(String), default=list)
    rate_bp: Mapped[int] = mapped_column(default=10_000)
    min_notice_minutes: Mapped[int] = mapped_column(default=0)
    availability: Mapped[dict[str, Any]]
    # [from, until) as text: time off and what his own calendar says, merged
    unavailable: Mapped[list[Any]] = mapped_column(default=list)
    online: Mapped[bool] = mapped_column(default=False)
    verification: Mapped[Verification] = mapped_column(default=Verification.NONE)
    verified_until: Mapped[datetime | None]
    # the end of the background check that holds; none: there is none
    checked_until: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    def verification_at(self, now: datetime) -> Verification:
        """What his verification is worth at that moment."""
        is_over = self.verified_until is not None and self.verified_until <= now
        if self.verification is Verification.APPROVED and is_over:
            return Verification.EXPIRED
        return self.verification

    def is_verified(self, now: datetime) -> bool:
        return self.verification_at(now) is Verification.APPROVED

    def is_checked(self, now: datetime) -> bool:
        return self.checked_until is not None and self.checked_until > now

    def coarse_home(self, grid_m: int) -> Point | None:
        """As far as it is told to anybody: the door itself stays here."""
        if self.home_lat is None or self.home_lon is None:
            return None
        return Point(lat=self.home_lat, lon=self.home_lon).coarse(grid_m)


class Reputation(Base):
    """Projection of `walker.reputation_changed`."""

    __tablename__ = "reputations"

    walker_id: Mapped[UUID] = mapped_column(primary_key=True)
    rating_avg_x100: Mapped[int | None]
    rating_count: Mapped[int]
    completed_walks: Mapped[int]
    reliability: Mapped[int | None]
    version: Mapped[int]
