"""Walkers' profiles, hours and public cards over HTTP."""

from datetime import date
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from app.config import settings
from app.models.walker import Walker
from app.schemas.background_checks import CheckCard
from app.schemas.values import Locale, Point, Schema, Text, Timezone, Utc
from app.services.cards import Card
from lapa_contracts.order import WalkerHit
from lapa_contracts.user import Verification
from lapa_contracts.values import PetSize, Species
from lapa_kit import clock

# how finely a search tells distances: finer would betray a walker's home
DISTANCE_STEP_M = 100

Skill = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class WeeklyHours(Schema):
    """0 is Monday; an `end` of 00:00 is midnight at the end of that day."""

    weekday: int = Field(ge=0, le=6)
    start: ClockTime
    end: ClockTime

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> Self:
        return _checked(self)


class AvailabilityException(Schema):
    """Another plan for one date: all day when the hours are absent."""

    date: date
    available: bool
    start: ClockTime | None = None
    end: ClockTime | None = None

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> Self:
        return _checked(self)


def _checked(hours: Any) -> Any:
    """Times of the same length sort as strings."""
    if hours.start and hours.end and hours.end != "00:00" and hours.end <= hours.start:
        raise ValueError("the end must be after the start; 00:00 is the end of the day")
    return hours


class Availability(Schema):
    timezone: Timezone
    weekly: list[WeeklyHours] = Field(default=[], max_length=70)
    exceptions: list[AvailabilityException] = Field(default=[], max_length=400)


class WalkerReplace(Schema):
    """The whole profile; `area` (GeoJSON Polygon or MultiPolygon) replaces the circle around home.

    With `instant_book` whoever asks for him at a time he is free has him, without his having to accept.
    """

    bio: Text = ""
    experience_years: int = Field(0, ge=0, le=80)
    home: Point | None = None
    service_radius_m: int = Field(3000, ge=100, le=50_000)
    accepted_sizes: list[PetSize] = Field(default=list(PetSize), min_length=1, max_length=4)
    accepted_species: list[Species] = Field(default=list(Species), min_length=1, max_length=3)
    takes_puppies: bool = True
    takes_reactive: bool = True
    instant_book: bool = False
    max_dogs: int = Field(1, ge=1, le=10)
    languages: list[Locale] = Field(default=[], max_length=20)
    skills: list[Skill] = Field(default=[], max_length=30)
    rate_bp: int = Field(10_000, ge=1_000, le=100_000)
    min_notice_minutes: int = Field(0, ge=0, le=14 * 24 * 60)
    area: dict[str, Any] | None = None

    def facts(self) -> dict[str, Any]:
        facts = self.model_dump(mode="json")
        for name in ("accepted_sizes", "accepted_species", "languages", "skills"):
            facts[name] = list(dict.fromkeys(facts[name]))
        return facts


class WalkerRead(Schema):
    """A walker's own profile, his real home in it."""

    id: UUID
    bio: str
    experience_years: int
    home: Point | None
    service_radius_m: int
    accepted_sizes: list[PetSize]
    accepted_species: list[Species]
    takes_puppies: bool
    takes_reactive: bool
    instant_book: bool
    max_dogs: int
    languages: list[str]
    skills: list[str]
    rate_bp: int
    min_notice_minutes: int
    area: dict[str, Any] | None
    availability: Availability
    online: bool
    verification: Verification
    verified_until: Utc | None
    version: int

    @classmethod
    def of(cls, walker: Walker) -> "WalkerRead":
        names = [name for name in cls.model_fields if name not in ("home", "verification")]
        return cls.model_validate(
            {name: getattr(walker, name) for name in names}
            | {"home": _point(walker.home_lat, walker.home_lon)}
            | {"verification": walker.verification_at(clock.now())}
        )


class WalkerCard(Schema):
    """What anybody may see: `home` is the middle of a cell of about 500 m that holds the real one."""

    id: UUID
    display_name: str
    avatar_media_id: UUID | None
    bio: str
    experience_years: int
    home: Point | None
    service_radius_m: int
    accepted_sizes: list[PetSize]
    accepted_species: list[Species]
    takes_puppies: bool
    takes_reactive: bool
    instant_book: bool
    max_dogs: int
    languages: list[str]
    skills: list[str]
    rate_bp: int
    online: bool
    is_verified: bool
    # in words, never as a bare badge; null says only that there is none that holds
    background_check: CheckCard | None
    rating: float | None
    rating_count: int
    completed_walks: int
    # share of accepted walks that he did not let down, in basis points
    reliability: int | None
    badges: list[str]
    member_since: Utc

    @classmethod
    def of(cls, card: Card) -> "WalkerCard":
        return cls.model_validate(_facts_of(card))


class WalkerFound(WalkerCard):
    """`distance_m` is told in steps of 100 m."""

    distance_m: int

    @classmethod
    def found(cls, card: Card, hit: WalkerHit) -> "WalkerFound":
        steps = max(1, -(-hit.distance_m // DISTANCE_STEP_M))
        facts = {**_facts_of(card), "online": hit.online}
        return cls.model_validate({**facts, "distance_m": steps * DISTANCE_STEP_M})


def _facts_of(card: Card) -> dict[str, Any]:
    user, walker, known = card.user, card.walker, card.reputation
    copied = (
        "id bio experience_years service_radius_m accepted_sizes accepted_species takes_puppies "
        "takes_reactive instant_book max_dogs languages skills rate_bp online"
    )
    average = known.rating_avg_x100 if known else None
    return {name: getattr(walker, name) for name in copied.split()} | {
        "display_name": user.display_name,
        "avatar_media_id": user.avatar_media_id,
        "home": walker.coarse_home(settings.home_grid_m),
        "is_verified": card.is_verified,
        "background_check": CheckCard.of(card.check),
        "rating": average / 100 if average else None,
        "rating_count": known.rating_count if known else 0,
        "completed_walks": known.completed_walks if known else 0,
        "reliability": known.reliability if known else None,
        "badges": card.badges,
        "member_since": user.created_at,
    }


def _point(lat: float | None, lon: float | None) -> Point | None:
    return None if lat is None or lon is None else Point(lat=lat, lon=lon)
