"""Promo codes: who may use one, how often, and what it may cost in all."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Money, Record
from app.models.pricing import Discount
from app.models.settlement import Funding
from lapa_kit.problems import Conflict, InvalidRequest, NotFound


class PromoCodeNotFound(NotFound):
    title = "No such promo code"


class PromoCodeTaken(Conflict):
    title = "There is a promo code of that name already"


class PromoNotApplicable(InvalidRequest):
    """`reason` says which of the code's terms is not met."""

    title = "This promo code is not for this order"


class PromoExhausted(Conflict):
    title = "The promo code has been used up since the quote was made"


class UseState(StrEnum):
    RESERVED = "reserved"
    FREED = "freed"


@dataclass(frozen=True, slots=True)
class IntendedUse:
    """What a code's terms are checked against; `price` is the whole price before the discount."""

    user_id: UUID
    market: str
    currency: str
    price: int
    earlier_orders: int
    earlier_uses: int


class PromoCode(Record):
    """`used_count` and `used_amount` count reserved uses and change only under the row's lock."""

    __tablename__ = "promo_codes"
    __table_args__ = (
        CheckConstraint("percent_bp BETWEEN 0 AND 10000", name="percent_is_a_share"),
        CheckConstraint("(percent_bp > 0) <> (amount > 0)", name="percent_or_amount"),
        CheckConstraint("used_count >= 0 AND used_amount >= 0", name="uses_not_negative"),
        CheckConstraint("used_count <= max_uses", name="uses_within_budget"),
        CheckConstraint("used_amount <= max_amount", name="amount_within_budget"),
        Index("ix_promo_codes_owner_id", "owner_id"),
    )

    code: Mapped[str] = mapped_column(unique=True)
    percent_bp: Mapped[int]
    amount: Mapped[Money]
    currency: Mapped[str]
    at_most: Mapped[int | None]
    max_uses: Mapped[int | None]
    max_amount: Mapped[Money | None]
    uses_per_user: Mapped[int]
    first_order_only: Mapped[bool]
    market: Mapped[str | None]
    minimum: Mapped[Money]
    valid_from: Mapped[datetime]
    valid_until: Mapped[datetime | None]
    funded_by: Mapped[Funding]
    # only he may use it: credit of a referral
    owner_id: Mapped[UUID | None]
    is_archived: Mapped[bool] = mapped_column(default=False)
    used_count: Mapped[int] = mapped_column(default=0)
    used_amount: Mapped[Money] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1)

    def check(self, use: IntendedUse, now: datetime) -> None:
        """Raises PromoNotApplicable with the first term that is not met."""
        reasons = {
            "not_yours": self.owner_id not in (None, use.user_id),
            "withdrawn": self.is_archived,
            "not_yet": now < self.valid_from,
            "over": self.valid_until is not None and now >= self.valid_until,
            "other_market": self.market not in (None, use.market),
            "other_currency": use.currency != self.currency,
            "below_minimum": use.price < self.minimum,
            "not_first_order": self.first_order_only and use.earlier_orders > 0,
            "used_already": use.earlier_uses >= self.uses_per_user,
            "exhausted": not self._has_left(use.price),
        }
        for reason, holds in reasons.items():
            if holds:
                raise PromoNotApplicable(_SENTENCES[reason], reason=reason)

    def _has_left(self, price: int) -> bool:
        if self.max_uses is not None and self.used_count >= self.max_uses:
            return False
        wanted = self.discount().of(price)
        return self.max_amount is None or self.used_amount + wanted <= self.max_amount

    def discount(self) -> Discount:
        return Discount(
            code=self.code,
            percent_bp=self.percent_bp,
            fixed=self.amount,
            at_most=self.at_most,
            funded_by=self.funded_by.value,
        )

    def take(self, amount: int) -> None:
        self.used_count += 1
        self.used_amount += amount

    def give_back(self, amount: int) -> None:
        self.used_count -= 1
        self.used_amount -= amount


_SENTENCES = {
    "not_yours": "This code belongs to somebody else.",
    "withdrawn": "This code has been withdrawn.",
    "not_yet": "This code is not valid yet.",
    "over": "This code is no longer valid.",
    "other_market": "This code is for another place.",
    "other_currency": "This code is for another currency.",
    "below_minimum": "The price is below the code's minimum.",
    "not_first_order": "This code is for a first order.",
    "used_already": "You have used this code already.",
    "exhausted": "This code has been used up.",
}


class PromoUse(Record):
    """One order's use of a code; freed when the order ends without a walk."""

    __tablename__ = "promo_uses"
    __table_args__ = (Index("ix_promo_uses_promo_id_user_id", "promo_id", "user_id"),)

    promo_id: Mapped[UUID] = mapped_column(ForeignKey("promo_codes.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), unique=True)
    user_id: Mapped[UUID]
    amount: Mapped[Money]
    state: Mapped[UseState] = mapped_column(default=UseState.RESERVED)
