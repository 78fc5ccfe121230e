"""The few fields of the API's answers that the city's people look at."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel


class Status(StrEnum):
    AWAITING_PAYMENT = "awaiting_payment"
    SEARCHING = "searching"
    ASSIGNED = "assigned"
    EN_ROUTE = "en_route"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    SETTLED = "settled"
    PAYMENT_FAILED = "payment_failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    DISPUTED = "disputed"


BEFORE_THE_WALK = (Status.AWAITING_PAYMENT, Status.SEARCHING)
WITH_THE_WALKER = (Status.ASSIGNED, Status.EN_ROUTE, Status.IN_PROGRESS)
WALKED = (Status.COMPLETED, Status.SETTLED, Status.DISPUTED)


class Spot(BaseModel):
    lat: float
    lon: float
    address: str | None = None


class Pet(BaseModel):
    id: str
    name: str


class OrderPet(BaseModel):
    pet_id: str
    name: str


class Medium(BaseModel):
    id: str


class Wallet(BaseModel):
    available: int
    currency: str


class Quote(BaseModel):
    quote_id: str
    amount: int
    currency: str


class Order(BaseModel):
    id: str
    status: Status
    client_id: str | None = None
    walker_id: str | None = None
    pickup: Spot
    pets: list[OrderPet] = []
    duration_minutes: int
    amount: int
    currency: str
    chat_id: str | None = None


class Offer(BaseModel):
    id: str
    order_id: str


class Message(BaseModel):
    id: str
    seq: int
    sender_id: str | None = None
    text: str | None = None


class Verification(BaseModel):
    status: str


class PendingVerification(BaseModel):
    id: str
    user_id: str


class Fix(BaseModel):
    """A position as `POST /locations` takes it."""

    lat: float
    lon: float
    at: datetime
    seq: int
    accuracy_m: float | None = None
