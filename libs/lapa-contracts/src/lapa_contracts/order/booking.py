"""From the booking to a walker: placed, searched for, offered, assigned, moved."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from lapa_contracts.order.card import Actor, OrderEvent, WalkerOrderEvent
from lapa_contracts.values import Point


class OrderPlaced(OrderEvent):
    """A client has booked; the money is to be secured until `pay_by`, and held until `hold_until`."""

    type = "order.placed.v1"

    # `wallet` or a payment method's id
    payment_method: str
    pay_by: AwareDatetime
    hold_until: AwareDatetime


class OrderSearchStarted(OrderEvent):
    """A walker is looked for; `attempt` 1 is the first search, each replacement adds one."""

    type = "order.search_started.v1"

    search_by: AwareDatetime
    attempt: int = Field(ge=1)


class OfferMade(OrderEvent):
    """A walker is asked; `walker_id` of the card is empty unless the client asked for him."""

    type = "offer.made.v1"

    offer_id: UUID
    offered_to: UUID
    wave: int
    earnings: int
    expires_at: AwareDatetime


class OfferClosed(OrderEvent):
    """An offer is over for the one it was made to."""

    type = "offer.closed.v1"

    offer_id: UUID
    offered_to: UUID
    outcome: Literal["accepted", "declined", "expired", "withdrawn"]


class OrderAssigned(WalkerOrderEvent):
    """A walker has accepted; `assignment` counts the walkers of this order from 1."""

    type = "order.assigned.v1"

    pickup: Point
    ends_at: AwareDatetime
    assignment: int = Field(ge=1)


class OrderUnassigned(OrderEvent):
    """The walker is gone and another is looked for; whatever he was let see ends now."""

    type = "order.unassigned.v1"

    previous_walker_id: UUID
    assignment: int = Field(ge=1)
    by: Actor
    reason_code: str


class OrderRescheduled(OrderEvent):
    """The card holds the new time; `delta` is what the amount has grown by (negative: shrunk)."""

    type = "order.rescheduled.v1"

    previous_at: AwareDatetime
    ends_at: AwareDatetime
    delta: int
    # as in `order.placed`, for who has not heard of the order yet; the hold moves with the walk
    payment_method: str = "wallet"
    hold_until: AwareDatetime | None = None
