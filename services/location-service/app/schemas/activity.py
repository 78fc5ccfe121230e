"""What anybody may know of the walks in a city."""

from typing import Self

from app.config import settings
from app.schemas.values import Point, Schema, Utc
from app.services.activity import Activity


class BusyRead(Point):
    """The middle of a square."""

    walks: int


class ActivityRead(Schema):
    """Squares with enough walks between two moments, the busiest first; it never says more than that."""

    since: Utc
    until: Utc
    square_m: int
    items: list[BusyRead]
    next_cursor: None = None

    @classmethod
    def of(cls, activity: Activity) -> Self:
        return cls(
            since=activity.since,
            until=activity.until,
            square_m=settings.activity_square_m,
            items=[BusyRead.model_validate(one) for one in activity.squares],
        )
