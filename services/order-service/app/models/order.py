"""The order: one state machine from booking to settled walk. Each step is a method, the clock is passed in."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Money, Record
from app.models.credit import EarlyFinish, credit_for
from app.models.drop_off import LastPet, out_at, require_out
from app.models.order_status import BEFORE_THE_WALK as BEFORE_THE_WALK
from app.models.order_status import CLIENT_ACTIONS, WALKER_ACTIONS
from app.models.order_status import ENDED_WITHOUT_A_WALK as ENDED_WITHOUT_A_WALK
from app.models.order_status import MONEY_ENDS as MONEY_ENDS
from app.models.order_status import RESCHEDULABLE as RESCHEDULABLE
from app.models.order_status import TRANSITIONS as TRANSITIONS
from app.models.order_status import WALK_IS_OVER as WALK_IS_OVER
from app.models.order_status import WITH_A_WALKER as WITH_A_WALKER
from app.models.order_status import OrderStatus as OrderStatus
from app.models.order_status import OrderStatus as S
from app.models.rounding import share
from app.models.settlement import Funding, Split, split
from lapa_kit.problems import Conflict, InvalidRequest, NotFound

# a delay of so much more than the client knows of
WORTH_TELLING = timedelta(minutes=10)


class OrderNotFound(NotFound):
    title = "No such order"


class InvalidTransition(Conflict):
    title = "The order is not in a state for that"


class FeeOutOfRange(InvalidRequest):
    title = "A fee is at most the order's amount"


class Order(Record):
    __tablename__ = "orders"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("ends_at > scheduled_at", name="ends_after_start"),
        CheckConstraint(
            "walker_id IS NOT NULL OR status NOT IN "
            "('assigned', 'en_route', 'in_progress', 'completed', 'settled')",
            name="walk_has_a_walker",
        ),
        UniqueConstraint("series_id", "occurrence_at"),
        Index("ix_orders_client_id_id", "client_id", "id"),
        Index("ix_orders_walker_id_id", "walker_id", "id"),
        Index("ix_orders_status", "status"),
        Index(
            "ix_orders_pooled",
            "search_by",
            postgresql_where=text("pooled_at IS NOT NULL AND status = 'searching'"),
        ),
        Index("ix_orders_money_open", "updated_at", postgresql_where=text("NOT money_agreed")),
    )

    client_id: Mapped[UUID]
    walker_id: Mapped[UUID | None]
    requested_walker_id: Mapped[UUID | None]
    quote_id: Mapped[UUID] = mapped_column(unique=True)
    market: Mapped[str]
    status: Mapped[OrderStatus] = mapped_column(default=OrderStatus.AWAITING_PAYMENT)
    service_type: Mapped[str]
    is_asap: Mapped[bool]
    scheduled_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    duration_minutes: Mapped[int]
    pickup_lat: Mapped[float]
    pickup_lon: Mapped[float]
    pickup_address: Mapped[str]
    pets: Mapped[list[Any]]
    lines: Mapped[list[Any]]
    amount: Mapped[Money]
    tax: Mapped[Money]
    currency: Mapped[str]
    terms: Mapped[dict[str, Any]]
    notes: Mapped[str | None]
    access_notes_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    home_safe: Mapped[bool] = mapped_column(default=False)
    # kinds of walk events that the client wants, for each dog
    care_plan: Mapped[list[Any]] = mapped_column(default=list)
    start_pin: Mapped[str | None]

    payment_method: Mapped[str]
    payment_status: Mapped[str] = mapped_column(default="none")
    payment_id: Mapped[UUID | None]
    confirmation_url: Mapped[str | None]
    pay_by: Mapped[datetime]
    # the split that was asked for when the order's money ended; None while it has not
    settlement: Mapped[dict[str, Any] | None]
    # as payment-service last told: what has gone back of the capture, and what the walker got on top
    refunded: Mapped[Money] = mapped_column(default=0)
    tipped: Mapped[Money] = mapped_column(default=0)
    # the money's end agreed with ours; rounds of the watchdog in which it did not
    money_agreed: Mapped[bool] = mapped_column(default=False)
    money_rounds: Mapped[int] = mapped_column(default=0)

    search_by: Mapped[datetime | None]
    search_attempt: Mapped[int] = mapped_column(default=0)
    # each time walkers are asked anew: a new attempt, or another time of the walk
    search_round: Mapped[int] = mapped_column(default=0)
    wave: Mapped[int] = mapped_column(default=0)
    # since when it waits to be matched together with others
    pooled_at: Mapped[datetime | None]
    # the walker is late or lost: until then the client's substitutes are asked, one after another
    substitutes_until: Mapped[datetime | None]

    # when the walker last said he would be there, and what of that the client was told
    eta_at: Mapped[datetime | None]
    told_eta_at: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    # [{pet_id, at, proof}]: who came home before the others
    drop_offs: Mapped[list[Any]] = mapped_column(default=list)
    start_proof: Mapped[str | None]
    finished_at: Mapped[datetime | None]
    finished_by: Mapped[str | None]
    # said with the finish: why it was early, with nobody to blame
    early_finish: Mapped[EarlyFinish | None]
    # what the client does not pay of a walk that was too short (MinutesCredit)
    credit: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    report: Mapped[dict[str, Any] | None]
    settled_at: Mapped[datetime | None]
    ended_reason: Mapped[str | None]
    rescheduled_at: Mapped[datetime | None]
    # a walk moved away when cancelling it cost something is still cancelled at that price
    fee_counts_from: Mapped[datetime | None]
    chat_id: Mapped[UUID | None]
    # of a series: which one, and its key there, the original local start
    series_id: Mapped[UUID | None]
    occurrence_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=False))
    version: Mapped[int] = mapped_column(default=1)

    @property
    def next_states(self) -> frozenset[OrderStatus]:
        return TRANSITIONS[self.status]

    def move(self, to: OrderStatus) -> None:
        """Raises InvalidTransition when the table of states does not know that step."""
        if to not in self.next_states:
            raise InvalidTransition(
                f"An order that is {self.status} cannot become {to}.", state=self.status.value
            )
        self.status = to
        self.version += 1
        self.money_agreed, self.money_rounds = False, 0

    def start_searching(self, now: datetime, *, search_by: datetime) -> None:
        self.move(S.SEARCHING)
        self.search_attempt += 1
        self.ask_anew(search_by)

    def ask_anew(self, search_by: datetime) -> None:
        self.search_by = search_by
        self.search_round += 1
        self.wave = 0
        self.pooled_at = None

    def span_at(self, now: datetime) -> tuple[datetime, datetime]:
        """When the walk is; before its start, when it would be if it began as soon as it can."""
        starts_at = self.started_at or max(self.scheduled_at, now)
        return starts_at, starts_at + timedelta(minutes=self.duration_minutes)

    def assign(self, walker_id: UUID) -> None:
        self.move(S.ASSIGNED)
        self.walker_id = walker_id
        self.substitutes_until = None

    def ask_substitutes(self, until: datetime) -> None:
        """The walker keeps the walk until one of them has taken it."""
        self.substitutes_until = until
        self.search_round += 1
        self.wave = 0
        self.version += 1

    @property
    def is_late_with_substitutes(self) -> bool:
        return self.substitutes_until is not None and self.status in (S.ASSIGNED, S.EN_ROUTE)

    def search_replacement(self, now: datetime, *, search_by: datetime) -> UUID:
        """Take the walker away and go back to searching; answers who it was."""
        if self.status not in (S.ASSIGNED, S.EN_ROUTE) or self.walker_id is None:
            raise InvalidTransition(f"An order that is {self.status} cannot lose its walker.")
        previous = self.walker_id
        self.start_searching(now, search_by=search_by)
        self.walker_id = self.requested_walker_id = self.arrived_at = None
        self.eta_at = self.told_eta_at = None
        self.substitutes_until = None
        return previous

    def go_en_route(self) -> None:
        self.move(S.EN_ROUTE)

    def expect(self, eta_at: datetime) -> bool:
        """Note when the walker will be there; True when that is so late, or so much later, that it is news."""
        self.eta_at = eta_at
        self.version += 1
        known = self.told_eta_at or self.scheduled_at
        if eta_at - known <= WORTH_TELLING:
            return False
        self.told_eta_at = eta_at
        return True

    def is_silent(self, now: datetime) -> bool:
        """Not on his way, and not within the time he has asked for."""
        return self.status is S.ASSIGNED and (self.eta_at is None or self.eta_at <= now)

    def arrive(self, now: datetime) -> bool:
        """Note the arrival, once; False when it was known."""
        if self.status not in (S.ASSIGNED, S.EN_ROUTE):
            raise InvalidTransition(f"An order that is {self.status} knows no arrival.")
        if self.arrived_at:
            return False
        self.arrived_at = now
        self.version += 1
        return True

    def start(self, now: datetime, *, proof: str) -> None:
        self.move(S.IN_PROGRESS)
        self.started_at, self.start_proof = now, proof
        self.arrived_at = self.arrived_at or now

    def finish(self, now: datetime, *, by: str) -> None:
        self.move(S.COMPLETED)
        self.finished_at, self.finished_by = now, by

    def end_after(self, minutes: int) -> datetime:
        """When a walk under way would end with so many minutes more."""
        assert self.started_at, "a walk under way has begun"
        return self.started_at + timedelta(minutes=self.duration_minutes + minutes)

    def extend(self, minutes: int, lines: list[Any]) -> int:
        """More time at another price; answers by how much the amount has grown."""
        self.ends_at = self.end_after(minutes)
        self.duration_minutes += minutes
        self.version += 1
        return self._price_by(lines)

    def _price_by(self, lines: list[Any]) -> int:
        before = self.amount
        self.lines, self.amount = lines, sum(line["amount"] for line in lines)
        self.tax = sum(line["tax"] for line in lines)
        return self.amount - before

    def pets_out_at(self, at: datetime) -> list[UUID]:
        return out_at(self.pets, self.drop_offs, at)

    def drop_off(self, pet_ids: list[UUID], now: datetime, *, proof: str) -> None:
        """Raises PetDroppedOff or LastPet."""
        out = require_out(self.pets, self.drop_offs, pet_ids, now)
        if not set(out) - set(pet_ids):
            raise LastPet
        home = [{"pet_id": str(one), "at": now.isoformat(), "proof": proof} for one in pet_ids]
        self.drop_offs = [*self.drop_offs, *home]
        self.version += 1

    def end(self, to: OrderStatus, *, reason: str, capture: int = 0) -> None:
        """An end without a walk: cancelled, expired, no-show; `capture` is the fee."""
        self.move(to)
        self.ended_reason = reason
        self.substitutes_until = None
        self.settle_for(capture)

    def settle_walk(self) -> None:
        """All of the amount, or as much as was delivered where the market guarantees the minutes."""
        capture = self.amount
        if self.terms.get("minutes_credit") and self.started_at and self.finished_at:
            credit = credit_for(
                self.amount,
                booked_s=self.duration_minutes * 60,
                delivered_s=round((self.finished_at - self.started_at).total_seconds()),
                excuse=self.early_finish,
            )
            if credit:
                self.credit = credit.as_json()
                capture -= credit.amount
        self.settle_for(capture)

    def settle_for(self, capture: int) -> None:
        """Fix what is captured and how it is split; the rest is released."""
        parts = self.split(capture) if self.finished_at else self._split_fee(capture)
        self.settlement = {
            "capture": capture,
            "lines": parts.lines(),
            "release": self.amount - capture,
        }

    def _split_fee(self, fee: int) -> Split:
        """Without a walk the discount is the client's to use again, so it pays no part of a fee."""
        commission_bp = self.terms["commission_bp"]
        return split(fee, amount=self.price, tax=self.tax, commission_bp=commission_bp)

    def split(self, capture: int) -> Split:
        return split(
            capture,
            amount=self.amount,
            tax=self.tax,
            commission_bp=self.terms["commission_bp"],
            discount=self.discount,
            funding=Funding(self.terms.get("promo_funded_by", Funding.PLATFORM)),
        )

    @property
    def discount(self) -> int:
        """What a promo code took off, positive."""
        return -sum(line["amount"] for line in self.lines if line["code"] == "promo")

    @property
    def price(self) -> int:
        """The whole price, before the discount."""
        return self.amount + self.discount

    @property
    def walker_earnings(self) -> int:
        return self.split(self.amount).walker

    def cancellation_fee(self, now: datetime) -> int:
        """What the client would pay for cancelling at that moment; nothing while nobody is assigned."""
        if self.status not in BEFORE_THE_WALK:
            raise InvalidTransition(f"An order that is {self.status} cannot be cancelled.")
        if self.status in (S.AWAITING_PAYMENT, S.SEARCHING):
            return 0
        ahead = min(self.scheduled_at, self.fee_counts_from or self.scheduled_at) - now
        for tier in self.terms["cancellation_tiers"]:
            # exactly on the hour counts for the client
            if ahead >= timedelta(hours=tier["hours_before"]):
                return share(self.amount, tier["fee_bp"])
        return share(self.amount, self.terms["cancellation_tiers"][-1]["fee_bp"])

    def reschedule(
        self, now: datetime, *, scheduled_at: datetime, duration_minutes: int, lines: list[Any]
    ) -> int:
        """Another time at another price; answers by how much the amount has grown."""
        if self.status not in RESCHEDULABLE:
            raise InvalidTransition(f"An order that is {self.status} cannot be moved.")
        if self.cancellation_fee(now):
            self.fee_counts_from = min(self.scheduled_at, self.fee_counts_from or self.scheduled_at)
        self.scheduled_at, self.duration_minutes = scheduled_at, duration_minutes
        self.ends_at = scheduled_at + timedelta(minutes=duration_minutes)
        self.is_asap = False
        self.eta_at = self.told_eta_at = None
        self.rescheduled_at = now
        self.version += 1
        return self._price_by(lines)

    def was_just_rescheduled(self, now: datetime, within: timedelta) -> bool:
        """While a walker may still refuse a time he did not accept."""
        return self.rescheduled_at is not None and now < self.rescheduled_at + within

    def is_party(self, user_id: UUID) -> bool:
        return user_id in (self.client_id, self.walker_id)

    def allowed_actions(self, user_id: UUID) -> list[str]:
        """What this person may do next; the same table the refusals come from."""
        if user_id == self.client_id:
            return CLIENT_ACTIONS.get(self.status, [])
        if user_id == self.walker_id:
            return WALKER_ACTIONS.get(self.status, [])
        return []
