"""What order-service says of orders, walks, markets and reputation, and what it answers."""

from enum import StrEnum
from typing import Any, ClassVar, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, TypeAdapter, model_validator

from lapa_contracts.values import Currency, PetSize, Point, Severity, Species, Value
from lapa_kit.clients import ServiceClient
from lapa_kit.events.contract import Event, Snapshot

Party = Literal["client", "walker"]
Actor = Literal["client", "walker", "support", "system"]
# a weak proof is a coarse fix: counted, but not trusted alone
Proof = Literal["valid", "weak"]


class WalkEventKind(StrEnum):
    PEE = "pee"
    POO = "poo"
    WATER = "water"
    FOOD = "food"
    PLAY = "play"
    INCIDENT = "incident"
    PHOTO = "photo"
    NOTE = "note"


class CardPet(Value):
    """A dog of the order, as it was when quoted."""

    pet_id: UUID
    name: str
    size: PetSize


class SettlementLine(Value):
    """A share in minor units; negative only for `promo_platform`, which pays a discount to the others."""

    to: Literal["walker", "commission", "tax", "promo_platform"]
    amount: int

    @model_validator(mode="after")
    def _only_the_promo_pays(self) -> Self:
        if self.amount < 0 and self.to != "promo_platform":
            raise ValueError(f"{self.to} cannot be paid {self.amount}")
        return self


class Settlement(Value):
    """How an order's money ends, in minor units: `capture` is divided by the lines, `release` goes back."""

    capture: int = Field(ge=0)
    lines: list[SettlementLine] = []
    release: int = Field(ge=0)

    @model_validator(mode="after")
    def _lines_divide_the_capture(self) -> Self:
        total = sum(line.amount for line in self.lines)
        if total != self.capture:
            raise ValueError(f"lines sum to {total}, capture is {self.capture}")
        return self


class OrderEvent(Event):
    """The order card: enough of the order for a consumer that has never heard of it."""

    producer = "order-service"
    key_field = "order_id"

    order_id: UUID
    client_id: UUID
    walker_id: UUID | None = None
    market: str
    status: str
    service_type: Literal["walk", "drop_in", "sitting", "training"]
    scheduled_at: AwareDatetime
    duration_minutes: int = Field(gt=0)
    pets: list[CardPet]
    amount: int = Field(ge=0)
    currency: Currency
    version: int = Field(ge=0)


class WalkerOrderEvent(OrderEvent):
    """The card of an order that has its walker."""

    # narrower than the card's, which is sound because events are frozen
    walker_id: UUID  # pyright: ignore[reportIncompatibleVariableOverride, reportGeneralTypeIssues]


class MoneyEndingEvent(OrderEvent):
    """The card and what becomes of all its money."""

    settlement: Settlement

    @model_validator(mode="after")
    def _nothing_is_left_over(self) -> Self:
        settled = self.settlement.capture + self.settlement.release
        if settled != self.amount:
            raise ValueError(f"settlement covers {settled} of {self.amount}")
        return self


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


class OrderEnRoute(WalkerOrderEvent):
    """The walker is on his way."""

    type = "order.en_route.v1"

    eta_s: int | None = None


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


class OrderSettlementDue(MoneyEndingEvent):
    """The walk is to be paid for."""

    type = "order.settlement_due.v1"

    walker_id: UUID  # pyright: ignore[reportIncompatibleVariableOverride, reportGeneralTypeIssues]


class OrderSettled(WalkerOrderEvent):
    """The money has been divided; minor units."""

    type = "order.settled.v1"

    captured: int
    walker_amount: int
    commission: int


class OrderPaymentFailed(MoneyEndingEvent):
    """The money could not be secured."""

    type = "order.payment_failed.v1"

    by: Actor = "system"
    reason_code: str


class OrderExpired(MoneyEndingEvent):
    """Nobody paid, or nobody was found, in time."""

    type = "order.expired.v1"

    by: Actor = "system"
    reason_code: str


class OrderCancelled(MoneyEndingEvent):
    """Somebody called the order off; a fee is the settlement's capture."""

    type = "order.cancelled.v1"

    by: Actor
    reason_code: str


class OrderNoShow(MoneyEndingEvent):
    """One side, `party`, did not come; `by` is who established it."""

    type = "order.no_show.v1"

    by: Actor
    party: Party
    reason_code: str


class OrderMoneyReminded(OrderEvent):
    """The watchdog has found that the money did not end as the order did, and says the intent again."""

    type = "order.money_reminded.v1"

    # how the order ended, unless it is disputed or a dispute has been decided
    settlement: Settlement | None = None
    is_disputed: bool = False
    # of the last dispute, as in order.dispute_resolved
    resolution: Settlement | None = None


class OrderClientAwaited(WalkerOrderEvent):
    """The walker stands at the door and nobody opens; from `leaves_at` on he may leave, for the fee."""

    type = "order.client_awaited.v1"

    leaves_at: AwareDatetime


class OrderStartOverdue(WalkerOrderEvent):
    """The walk should have begun; said a few times, the last of them to all."""

    type = "order.start_overdue.v1"

    minutes_late: int = Field(gt=0)
    is_last_call: bool


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


class AccessRevealed(WalkerOrderEvent):
    """The walker asked for the access notes; also when he was refused."""

    type = "access.revealed.v1"

    outcome: Literal["opened", "refused"]
    at: AwareDatetime


class SeriesEvent(Event):
    """Something about a series of walks."""

    producer = "order-service"
    key_field = "series_id"

    series_id: UUID
    client_id: UUID


class SeriesOccurrenceFailed(SeriesEvent):
    """One walk of a series could not be booked; the series goes on."""

    type = "series.occurrence_failed.v1"

    occurs_at: AwareDatetime
    reason_code: str


class SeriesPaused(SeriesEvent):
    """A series waits for its owner; said when it was not he who paused it."""

    type = "series.paused.v1"

    reason_code: str


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


class PayoutTerms(Value):
    delay_days: int = Field(ge=0)
    # minor units
    minimum: int = Field(ge=0)


class MarketChanged(Snapshot):
    """The terms of a market that others keep to."""

    type = "market.changed.v1"
    producer = "order-service"
    key_field = "code"

    code: str
    currency: Currency
    timezone: str
    locale: str
    payout: PayoutTerms


class WalkerHit(Value):
    """A walker who fits a search; `rate_bp` in basis points of the market's rate."""

    walker_id: UUID
    distance_m: int
    rating_avg_x100: int | None = None
    rating_count: int
    completed_walks: int
    reliability: int | None = None
    online: bool
    rate_bp: int
    instant_book: bool = False


_HITS = TypeAdapter(list[WalkerHit])


class OrderClient(ServiceClient):
    service: ClassVar[str] = "order-service"

    async def search_walkers(
        self,
        *,
        lat: float,
        lon: float,
        radius_m: int,
        at: AwareDatetime | None = None,
        size: PetSize | None = None,
        dogs: int = 1,
        species: Species | None = None,
        puppy: bool = False,
        reactive: bool = False,
        min_rating: float | None = None,
        instant_book: bool = False,
        limit: int = 20,
        searcher_id: UUID | None = None,
    ) -> list[WalkerHit]:
        """Nearest first; walkers whom the searcher blocked, or who blocked him, are left out."""
        asked: dict[str, Any] = {
            "lat": lat,
            "lon": lon,
            "radius_m": radius_m,
            "at": at.isoformat() if at else None,
            "size": size,
            "dogs": dogs,
            "species": species,
            "puppy": puppy,
            "reactive": reactive,
            "min_rating": min_rating,
            "instant_book": instant_book,
            "limit": limit,
            "searcher_id": searcher_id,
        }
        params = {name: str(value) for name, value in asked.items() if value is not None}
        response = await self.call("GET", "/walkers/search", params=params)
        return _HITS.validate_python(response.json()["items"])
