"""Orders, offers and their timeline over HTTP."""

from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from app.models.care import CareItem
from app.models.credit import EarlyFinish
from app.models.offer import Offer
from app.models.order import Order, OrderStatus
from app.models.timeline import TimelineEntry
from app.schemas.quotes import LineRead, ServiceType
from app.schemas.values import Lat, Lon, Moment, Pickup, Point, Position, Schema, Utc
from app.services.booking import Booking
from app.services.place import Place
from app.services.rebooking import Again
from app.services.rescheduling import Change
from lapa_contracts import values

# how finely whoever is asked, and has not accepted, is told where it is
PICKUP_GRID_M, DISTANCE_STEP_M = 500, 100


class OrderCreate(Schema):
    quote_id: UUID
    walker_id: UUID | None = None
    notes: str | None = Field(default=None, max_length=2000)
    access_notes: str | None = Field(default=None, max_length=2000)
    home_safe: bool = False
    require_pin: bool = False
    payment_method: str = Field("wallet", min_length=1, max_length=64)
    care_plan: list[CareItem] = Field(default=[], max_length=12)

    def to_booking(self) -> Booking:
        return Booking(
            walker_id=self.walker_id,
            notes=self.notes,
            access_notes=self.access_notes,
            home_safe=self.home_safe,
            require_pin=self.require_pin,
            payment_method=self.payment_method,
            care_plan=[item.value for item in dict.fromkeys(self.care_plan)],
        )


class PaymentRead(Schema):
    status: str
    confirmation_url: str | None = None


class PetRead(Schema):
    pet_id: UUID
    name: str
    size: str


class OrderRead(Schema):
    """`start_pin` only for the client, who gives it to the walker; access notes for nobody.

    `substitutes_until`: the walker is late or lost, and until then the client's substitutes are asked.
    """

    id: UUID
    status: OrderStatus
    client_id: UUID
    walker_id: UUID | None
    requested_walker_id: UUID | None
    market: str
    service_type: ServiceType
    scheduled_at: Utc
    ends_at: Utc
    duration_minutes: int
    pickup: Pickup
    pets: list[PetRead]
    lines: list[LineRead]
    amount: int
    currency: str
    payment_method: str
    payment: PaymentRead
    notes: str | None
    home_safe: bool
    care_plan: list[CareItem]
    has_access_notes: bool
    start_pin: str | None
    allowed_actions: list[str]
    eta_at: Utc | None
    arrived_at: Utc | None
    started_at: Utc | None
    finished_at: Utc | None
    ended_reason: str | None
    substitutes_until: Utc | None
    tipped: int
    track_id: UUID | None
    chat_id: UUID | None
    series_id: UUID | None
    created_at: Utc
    version: int

    @classmethod
    def of(cls, order: Order, viewer_id: UUID) -> "OrderRead":
        """The order as this person may see it."""
        is_client = viewer_id == order.client_id
        columns = {name: getattr(order, name) for name in cls.model_fields if hasattr(order, name)}
        columns |= {
            "pickup": Pickup(
                lat=order.pickup_lat, lon=order.pickup_lon, address=order.pickup_address
            ),
            "payment": PaymentRead(
                status=order.payment_status,
                confirmation_url=order.confirmation_url if is_client else None,
            ),
            "start_pin": order.start_pin if is_client else None,
            "has_access_notes": order.access_notes_sealed is not None,
            "allowed_actions": order.allowed_actions(viewer_id),
            "track_id": order.id if order.started_at else None,
        }
        return cls.model_validate(columns)


class OrderPatch(Schema):
    """Only what is given changes: another time, another length, other notes."""

    scheduled_at: Moment | None = None
    duration_minutes: int | None = Field(default=None, ge=10, le=720)
    notes: str | None = Field(default=None, max_length=2000)

    def to_change(self) -> Change:
        return Change(
            scheduled_at=self.scheduled_at,
            duration_minutes=self.duration_minutes,
            notes=self.notes,
            sets_notes="notes" in self.model_fields_set,
        )


class Rebook(Schema):
    """Without `scheduled_at`: the same hour next week. `at_most`: what it may cost, in minor units."""

    scheduled_at: Moment | None = None
    access_notes: str | None = Field(default=None, max_length=2000)
    at_most: int | None = Field(default=None, ge=0)

    def to_again(self) -> Again:
        return Again(
            scheduled_at=self.scheduled_at, access_notes=self.access_notes, at_most=self.at_most
        )


class NewPrice(Schema):
    """`difference` is what is held besides, or set free where it is negative."""

    amount: int
    difference: int
    currency: str
    lines: list[LineRead]

    @classmethod
    def of(cls, order: Order, lines: list[dict[str, Any]]) -> "NewPrice":
        amount = sum(line["amount"] for line in lines)
        return cls(
            amount=amount,
            difference=amount - order.amount,
            currency=order.currency,
            lines=[LineRead.model_validate(line) for line in lines],
        )


class CancelOrder(Schema):
    """`fee_amount` is heeded from support alone: the client's fee is the market's."""

    reason: str = Field(min_length=1, max_length=300)
    fee_amount: int = Field(default=0, ge=0)


class CancellationFee(Schema):
    amount: int
    currency: str


class TimelineRead(Schema):
    at: Utc
    kind: str
    actor: str
    data: dict[str, Any]

    @classmethod
    def of(cls, entry: TimelineEntry) -> "TimelineRead":
        return cls.model_validate(entry)


class Timeline(Schema):
    items: list[TimelineRead]


def _about(order: Order) -> Point:
    door = values.Point(lat=order.pickup_lat, lon=order.pickup_lon)
    return Point.model_validate(door.coarse(PICKUP_GRID_M))


class OfferRead(Schema):
    """What a walker may accept: his earnings, about where and how far it is, how long he has."""

    id: UUID
    order_id: UUID
    service_type: ServiceType
    scheduled_at: Utc
    duration_minutes: int
    is_asap: bool
    pickup: Point
    distance_m: int
    pets: list[PetRead]
    earnings: int
    currency: str
    as_substitute: bool
    expires_at: Utc

    @classmethod
    def of(cls, offer: Offer, order: Order) -> "OfferRead":
        return cls(
            id=offer.id,
            order_id=order.id,
            service_type=order.service_type,  # pyright: ignore[reportArgumentType]
            scheduled_at=order.scheduled_at,
            duration_minutes=order.duration_minutes,
            is_asap=order.is_asap,
            # the neighbourhood, not the door: before the booking strangers learn no more
            pickup=_about(order),
            distance_m=-(-offer.distance_m // DISTANCE_STEP_M) * DISTANCE_STEP_M,
            pets=[PetRead(**pet) for pet in order.pets],
            earnings=offer.earnings,
            currency=order.currency,
            as_substitute=offer.as_substitute,
            expires_at=offer.expires_at,
        )


class Offers(Schema):
    items: list[OfferRead]


class AtDoor(Position):
    """`pin` where the client asked for one."""

    pin: str | None = Field(default=None, max_length=10)

    def to_place(self) -> Place:
        return Place(lat=self.lat, lon=self.lon, accuracy_m=self.accuracy_m)


class AtFinish(Schema):
    """The walker says where he is; support, who may finish from anywhere, says why.

    `despite_missing`: he has been warned that something of the care plan is missing.
    """

    lat: Lat | None = None
    lon: Lon | None = None
    accuracy_m: float | None = Field(default=None, ge=0, le=10_000)
    checklist: dict[Literal["lead_off", "water", "door_locked", "key_returned"], bool] = {}
    early_finish: EarlyFinish | None = None
    despite_missing: bool = False
    reason: str | None = Field(default=None, min_length=1, max_length=300)

    def to_place(self) -> Place | None:
        if self.lat is None or self.lon is None:
            return None
        return Place(lat=self.lat, lon=self.lon, accuracy_m=self.accuracy_m)


class AskedRead(Schema):
    """A walker who was asked; his factors, each from 0 to 10000, give his score again."""

    walker_id: UUID
    round: int
    wave: int
    distance_m: int
    factors: dict[str, int]
    score: int
    as_substitute: bool
    outcome: str

    @classmethod
    def of(cls, offer: Offer) -> "AskedRead":
        return cls(
            walker_id=offer.walker_id,
            round=offer.attempt,
            wave=offer.wave,
            distance_m=offer.distance_m,
            factors=offer.factors,
            score=offer.score,
            as_substitute=offer.as_substitute,
            outcome=offer.state.value,
        )


class MatchRead(Schema):
    """Why this walker: the weights (of 100), and everybody asked, in the order of asking."""

    walker_id: UUID | None
    requested_walker_id: UUID | None
    weights: dict[str, int]
    asked: list[AskedRead]


class CalendarRead(Schema):
    """The path of the feed on this platform; its token is shown only now."""

    path: str
