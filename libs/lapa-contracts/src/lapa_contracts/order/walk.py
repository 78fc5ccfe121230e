"""The walk itself, from the way there to its report, and who opened the door."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from lapa_contracts.order.card import Party, Proof, WalkerOrderEvent
from lapa_contracts.values import Point


class WalkEventKind(StrEnum):
    PEE = "pee"
    POO = "poo"
    WATER = "water"
    FOOD = "food"
    PLAY = "play"
    INCIDENT = "incident"
    PHOTO = "photo"
    NOTE = "note"


class OrderEnRoute(WalkerOrderEvent):
    """The walker is on his way."""

    type = "order.en_route.v1"

    eta_s: int | None = None


class OrderDelayed(WalkerOrderEvent):
    """The walker says that he will be late, or later than the client knows."""

    type = "order.delayed.v1"

    eta_at: AwareDatetime
    minutes_late: int = Field(gt=0)


class OrderArrived(WalkerOrderEvent):
    """The walker has first been proved near the pickup; no state of its own."""

    type = "order.arrived.v1"

    proof: Proof


class OrderStarted(WalkerOrderEvent):
    """The walk has begun; its track has the order's id."""

    type = "order.started.v1"

    started_at: AwareDatetime
    pickup: Point
    proof: Proof


class WalkEventRecorded(WalkerOrderEvent):
    """Something happened on the walk; notes stay with order-service."""

    type = "walk.event_recorded.v1"

    event_id: UUID
    kind: WalkEventKind
    pet_ids: list[UUID] = []
    at: AwareDatetime
    media_ids: list[UUID] = []


class OrderPetsDroppedOff(WalkerOrderEvent):
    """Some of the dogs are home, the walk goes on with the others."""

    type = "order.pets_dropped_off.v1"

    pet_ids: list[UUID]
    at: AwareDatetime
    proof: Proof


class OrderExtensionProposed(WalkerOrderEvent):
    """One side would have the walk longer; `delta` is what the other one agrees to with it, in minor units."""

    type = "order.extension_proposed.v1"

    extension_id: UUID
    proposed_by: Party
    minutes: int = Field(gt=0)
    delta: int = Field(ge=0)
    expires_at: AwareDatetime


class OrderExtended(WalkerOrderEvent):
    """Both sides have agreed: the card holds the new length, and the amount that has grown by `delta`."""

    type = "order.extended.v1"

    minutes: int = Field(gt=0)
    delta: int = Field(ge=0)
    ends_at: AwareDatetime
    # as in `order.rescheduled`: what is held follows
    payment_method: str
    hold_until: AwareDatetime


class OrderCompleted(WalkerOrderEvent):
    """The walk is over; there is no proof when `system` or support ended it."""

    type = "order.completed.v1"

    started_at: AwareDatetime
    finished_at: AwareDatetime
    finished_by: Literal["walker", "support", "system"]
    proof: Proof | None = None


class ReportReady(WalkerOrderEvent):
    """The report card can be read; without a distance the track is still pending."""

    type = "report.ready.v1"

    revision: int = Field(ge=1)
    distance_m: int | None = None
    duration_s: int
    media_ids: list[UUID] = []


class OrderClientAwaited(WalkerOrderEvent):
    """The walker stands at the door and nobody opens; from `leaves_at` on he may leave, for the fee."""

    type = "order.client_awaited.v1"

    leaves_at: AwareDatetime


class OrderStartOverdue(WalkerOrderEvent):
    """The walk should have begun; said a few times, the last of them to all."""

    type = "order.start_overdue.v1"

    minutes_late: int = Field(gt=0)
    is_last_call: bool


class AccessRevealed(WalkerOrderEvent):
    """The walker asked for the access notes; also when he was refused."""

    type = "access.revealed.v1"

    outcome: Literal["opened", "refused"]
    at: AwareDatetime
