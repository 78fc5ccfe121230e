"""What comes after a walk: disputes, incidents, reviews, reputation."""

from uuid import UUID

from pydantic import Field

from lapa_contracts.order.card import Actor, OrderEvent, Settlement
from lapa_contracts.values import Severity
from lapa_kit.events.contract import Event, Snapshot


class OrderDisputed(OrderEvent):
    """The walker's share is frozen where it is; a chargeback is opened by `system`."""

    type = "order.disputed.v1"

    opened_by: Actor


class OrderDisputeResolved(OrderEvent):
    """The final division: `capture` stays divided by the lines, `release` is the whole refund to the client.

    capture + release is what had been captured (or, before that, what was due), so payment-service
    posts the difference between this division and the one it has already posted.
    """

    type = "order.dispute_resolved.v1"

    settlement: Settlement


class IncidentOpened(OrderEvent):
    """Something went wrong on the walk; a high severity freezes the payout."""

    type = "incident.opened.v1"

    incident_id: UUID
    severity: Severity


class IncidentClosed(OrderEvent):
    """An incident has been dealt with; holds on its account end."""

    type = "incident.closed.v1"

    incident_id: UUID
    severity: Severity


class ReviewRevealed(Event):
    """A review can be read by both sides."""

    type = "review.revealed.v1"
    producer = "order-service"
    key_field = "order_id"

    order_id: UUID
    author_id: UUID
    subject_id: UUID
    rating: int = Field(ge=1, le=5)


class WalkerReputationChanged(Snapshot):
    """What a walker's past orders say of him; `reliability` in basis points, absent while unknown."""

    type = "walker.reputation_changed.v1"
    producer = "order-service"
    key_field = "walker_id"

    walker_id: UUID
    rating_avg_x100: int | None = Field(default=None, ge=100, le=500)
    rating_count: int = Field(ge=0)
    completed_walks: int = Field(ge=0)
    reliability: int | None = Field(default=None, ge=0, le=10_000)
