"""Which events developers can be told, who may read each, and what of it is for operators alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lapa_contracts import order, payment, pet
from lapa_kit.events import Envelope, Event

PING = "ping.v1"


@dataclass(frozen=True, slots=True)
class Offer:
    """`readers` are the payload's fields that name people; `permission` opens everybody's."""

    readers: tuple[str, ...]
    permission: str


_BOTH = Offer(("client_id", "walker_id"), "orders:read_any")
_CLIENT = Offer(("client_id",), "orders:read_any")
_ASKED = Offer(("offered_to",), "orders:read_any")
_MONEY = Offer((), "payments:read_any")

_OFFERED: dict[type[Event], Offer] = {
    order.OrderPlaced: _CLIENT,
    order.OrderSearchStarted: _CLIENT,
    order.OfferMade: _ASKED,
    order.OfferClosed: _ASKED,
    order.OrderAssigned: _BOTH,
    order.OrderUnassigned: Offer(("client_id", "previous_walker_id"), "orders:read_any"),
    order.OrderRescheduled: _BOTH,
    order.OrderEnRoute: _BOTH,
    order.OrderDelayed: _BOTH,
    order.OrderArrived: _BOTH,
    order.OrderStarted: _BOTH,
    order.WalkEventRecorded: _BOTH,
    order.OrderPetsDroppedOff: _BOTH,
    order.OrderExtensionProposed: _BOTH,
    order.OrderExtended: _BOTH,
    order.OrderCompleted: _BOTH,
    order.ReportReady: _BOTH,
    order.OrderSettled: _BOTH,
    order.OrderPaymentFailed: _CLIENT,
    order.OrderExpired: _CLIENT,
    order.OrderCancelled: _BOTH,
    order.OrderNoShow: _BOTH,
    order.OrderDisputed: _BOTH,
    order.OrderDisputeResolved: _BOTH,
    order.IncidentOpened: _BOTH,
    order.IncidentClosed: _BOTH,
    order.AccessRevealed: _CLIENT,
    order.ReviewRevealed: Offer(("author_id", "subject_id"), "orders:read_any"),
    payment.PaymentAuthorized: _MONEY,
    payment.PaymentFailed: _MONEY,
    payment.PaymentCaptured: _MONEY,
    payment.PaymentVoided: _MONEY,
    payment.PaymentRefunded: _MONEY,
    payment.PaymentChargedBack: _MONEY,
    payment.TopupChanged: Offer(("user_id",), "payments:read_any"),
    payment.TipPaid: Offer(("walker_id",), "payments:read_any"),
    payment.PayoutChanged: Offer(("walker_id",), "payments:read_any"),
    pet.PetChanged: Offer(("owner_id", "co_owner_ids"), "pets:read_any"),
    pet.PetVaccinationDue: Offer(("reader_ids",), "pets:read_any"),
}
OFFERED = {event.type: offer for event, offer in _OFFERED.items()}
EVENTS = tuple(_OFFERED)
FOR_OPERATORS = {"settlement", "commission", "walker_amount", "payment_method"}


def readers_of(envelope: Envelope) -> set[UUID]:
    """The people who may read that event because it is about something of theirs."""
    offer = OFFERED[envelope.type]
    return {UUID(named) for field in offer.readers for named in _named(envelope.payload.get(field))}


def data_for(envelope: Envelope, *, is_operator: bool) -> dict[str, Any]:
    """The payload as that listener may see it."""
    if is_operator:
        return envelope.payload
    return {name: value for name, value in envelope.payload.items() if name not in FOR_OPERATORS}


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        yield from value
    elif value:
        yield value


def list_offered() -> list[tuple[str, str]]:
    """Type and what it says, for those who choose."""
    return [(event.type, (event.__doc__ or "").strip().splitlines()[0]) for event in _OFFERED]
