"""Promo codes over HTTP."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from app.models.promo import PromoCode
from app.models.settlement import Funding
from app.schemas.pricing import Amount
from app.schemas.values import Moment, Schema, Utc

CodeText = Annotated[
    str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z0-9_-]{3,32}$")
]


class PromoFacts(Schema):
    """A share of the price (`percent_bp`, at most `at_most`) or a fixed `amount`; budgets absent: no limit."""

    percent_bp: int = Field(default=0, ge=0, le=10_000)
    amount: Amount = 0
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    at_most: Amount | None = None
    max_uses: int | None = Field(default=None, ge=1, le=1_000_000_000)
    max_amount: int | None = Field(default=None, ge=1, le=1_000_000_000_000)
    uses_per_user: int = Field(default=1, ge=1, le=1000)
    first_order_only: bool = False
    market: str | None = None
    minimum: Amount = 0
    valid_from: Moment | None = None
    valid_until: Moment | None = None
    funded_by: Funding = Funding.PLATFORM

    @model_validator(mode="after")
    def _one_kind_of_discount(self) -> "PromoFacts":
        if bool(self.percent_bp) == bool(self.amount):
            raise ValueError("give either percent_bp or amount")
        return self

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "PromoFacts":
        if self.valid_from and self.valid_until and self.valid_until <= self.valid_from:
            raise ValueError("valid_until must be after valid_from")
        return self


class PromoCreate(PromoFacts):
    code: CodeText


class PromoRead(PromoFacts):
    """`used_count` and `used_amount` count orders that have not ended without a walk."""

    id: UUID
    code: str
    valid_from: Utc | None = None
    valid_until: Utc | None = None
    owner_id: UUID | None
    is_archived: bool
    used_count: int
    used_amount: int
    version: int

    @classmethod
    def of(cls, promo: PromoCode) -> "PromoRead":
        return cls.model_validate(promo)
