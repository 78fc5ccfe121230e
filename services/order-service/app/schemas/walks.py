"""Walk events, the report card, access notes and reviews over HTTP."""

from typing import Any
from uuid import UUID

import polyline
from pydantic import Field

from app.models.access import AccessReveal
from app.models.care import missing_care
from app.models.credit import EarlyFinish
from app.models.drop_off import home_since
from app.models.order import Order
from app.models.review import Review
from app.models.walk import WalkEvent, WalkEventKind
from app.schemas.values import Lat, Lon, Moment, Position, Schema, Utc
from app.services.access import AccessLogbook
from app.services.place import Place
from app.services.walks import Report


class WalkEventCreate(Schema):
    """Without `pet_ids` it concerns all the dogs; without `at` it is now."""

    type: WalkEventKind
    pet_ids: list[UUID] = Field(default=[], max_length=6)
    at: Moment | None = None
    lat: Lat | None = None
    lon: Lon | None = None
    media_ids: list[UUID] = Field(default=[], max_length=10)
    note: str | None = Field(default=None, max_length=1000)

    def place(self) -> Place | None:
        if self.lat is None or self.lon is None:
            return None
        return Place(self.lat, self.lon)


class WalkEventRead(Schema):
    id: UUID
    type: WalkEventKind
    pet_ids: list[UUID]
    at: Utc
    lat: float | None
    lon: float | None
    media_ids: list[UUID]
    note: str | None

    @classmethod
    def of(cls, event: WalkEvent) -> "WalkEventRead":
        names = [name for name in cls.model_fields if name != "type"]
        columns = {name: getattr(event, name) for name in names}
        return cls.model_validate({**columns, "type": event.kind})


class Delay(Schema):
    minutes: int = Field(ge=1, le=120)


class DropOff(Position):
    """Whom he brings home, and where he is."""

    pet_ids: list[UUID] = Field(min_length=1, max_length=6)

    def ids(self) -> list[UUID]:
        return list(dict.fromkeys(self.pet_ids))

    def to_place(self) -> Place:
        return Place(self.lat, self.lon, self.accuracy_m)


class PetReport(Schema):
    """A dog's own walk; how far it went is known of all together only."""

    pet_id: UUID
    name: str
    ended_at: Utc
    duration_s: int

    @classmethod
    def each(cls, order: Order) -> list["PetReport"]:
        assert order.started_at
        assert order.finished_at
        home = home_since(order.drop_offs)
        reports: list[PetReport] = []
        for pet in order.pets:
            ended_at = home.get(UUID(pet["pet_id"]), order.finished_at)
            duration_s = round((ended_at - order.started_at).total_seconds())
            facts = {"pet_id": pet["pet_id"], "name": pet["name"], "ended_at": ended_at}
            reports.append(cls.model_validate({**facts, "duration_s": duration_s}))
        return reports


class CreditRead(Schema):
    """What the client does not pay of a walk that was too short: `amount` of the price, in minor units."""

    booked_s: int
    delivered_s: int
    amount: int


class ReportRead(Schema):
    """The distance lies between `low_m` and `high_m`; null while the track is still being finished.

    `care_missing`: of the care plan, `item:pet_id`.
    """

    order_id: UUID
    started_at: Utc
    finished_at: Utc
    duration_s: int
    moving_s: int | None
    distance_m: int | None
    low_m: int | None
    high_m: int | None
    coverage: float | None
    gaps: list[dict[str, Any]]
    average_speed: float | None
    track: dict[str, Any] | None
    revision: int
    early_finish: EarlyFinish | None
    credit: CreditRead | None
    pets: list[PetReport]
    care_missing: list[str]
    events: list[WalkEventRead]
    photos: list[UUID]

    @classmethod
    def of(cls, report: Report) -> "ReportRead":
        track = report.track or {}
        moving_s, distance = track.get("moving_s"), track.get("distance_m")
        return cls(
            order_id=report.order.id,
            started_at=report.order.started_at,  # pyright: ignore[reportArgumentType]
            finished_at=report.order.finished_at,  # pyright: ignore[reportArgumentType]
            duration_s=report.duration_s,
            moving_s=moving_s,
            distance_m=distance,
            low_m=track.get("low_m"),
            high_m=track.get("high_m"),
            coverage=track.get("coverage"),
            gaps=track.get("gaps", []),
            average_speed=round(distance / moving_s, 2) if distance and moving_s else None,
            track=_line(track["polyline"]) if track.get("polyline") else None,
            revision=track.get("revision", 0),
            early_finish=report.order.early_finish,
            credit=CreditRead(**report.order.credit) if report.order.credit else None,
            pets=PetReport.each(report.order),
            care_missing=missing_care(
                report.order.care_plan,
                [UUID(pet["pet_id"]) for pet in report.order.pets],
                report.events,
            ),
            events=[WalkEventRead.of(event) for event in report.events],
            photos=[UUID(media_id) for event in report.events for media_id in event.media_ids],
        )


def _line(encoded: str) -> dict[str, Any]:
    points = polyline.decode(encoded, geojson=True)
    return {"type": "LineString", "coordinates": [list(point) for point in points]}


class AccessNotes(Schema):
    access_notes: str | None


class RevealRead(Schema):
    at: Utc
    user_id: UUID
    outcome: str
    distance_m: int

    @classmethod
    def of(cls, reveal: AccessReveal) -> "RevealRead":
        return cls.model_validate(reveal)


class AccessLog(Schema):
    """`rotation_advised`: somebody has read a code that is still in use; it was given at `given_at`."""

    items: list[RevealRead]
    given_at: Utc
    rotation_advised: bool

    @classmethod
    def of(cls, logbook: AccessLogbook) -> "AccessLog":
        return cls(
            items=[RevealRead.of(reveal) for reveal in logbook.reveals],
            given_at=logbook.given_at,
            rotation_advised=logbook.is_rotation_advised,
        )


class ReviewCreate(Schema):
    rating: int = Field(ge=1, le=5)
    comment: str | None = Field(default=None, max_length=2000)
    tags: list[str] = Field(default=[], max_length=10)


class ReviewReply(Schema):
    text: str = Field(min_length=1, max_length=2000)


class ReviewRemoval(Schema):
    """`reason` is shown in place of the review."""

    reason: str = Field(min_length=1, max_length=500)


class ReviewRead(Schema):
    """Of a removed one only the reason is left."""

    id: UUID
    order_id: UUID
    author_id: UUID
    subject_id: UUID
    rating: int | None
    comment: str | None
    tags: list[str]
    revealed_at: Utc | None
    reply: str | None
    replied_at: Utc | None
    removed_reason: str | None

    @classmethod
    def of(cls, review: Review) -> "ReviewRead":
        read = cls.model_validate(review)
        if review.removed_at is None:
            return read
        taken_back = {"rating": None, "comment": None, "tags": [], "reply": None}
        return read.model_copy(update=taken_back)
