"""Pricing rules over HTTP."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, model_validator

from app.models.market import DEFAULT_MARKET
from app.models.pricing import PricingRule
from app.schemas.quotes import ServiceType
from app.schemas.values import Moment, Schema, Utc

Amount = Annotated[int, Field(ge=0, le=100_000_000)]
Surcharge = Annotated[int, Field(ge=0, le=50_000)]
Hour = Annotated[int, Field(ge=0, le=24)]


class SurgeStep(Schema):
    """From so many open orders for each free walker on (10000: one), the price is multiplied so."""

    orders_per_walker_bp: int = Field(gt=0, le=1_000_000)
    factor_bp: int = Field(gt=10_000, le=50_000)


class PricingBody(Schema):
    """All amounts in the market's minor units, all shares in basis points."""

    base: dict[Annotated[int, Field(ge=10, le=720)], Amount] = Field(
        min_length=1, max_length=50, description="minutes → price"
    )
    extra_dog: Amount
    size: dict[Literal["small", "medium", "large", "giant"], Amount] = {}
    puppy: Amount = 0
    night_bp: Surcharge = 0
    night_hours: tuple[Hour, Hour] = Field((22, 6), description="local: from, to")
    weekend_bp: Surcharge = 0
    holiday_bp: Surcharge = 0
    last_minute_bp: Surcharge = 0
    last_minute_hours: int = Field(default=2, ge=0, le=72)
    service: dict[ServiceType, Annotated[int, Field(ge=0, le=100_000)]]
    surge: list[SurgeStep] = Field(default=[], max_length=20)

    @model_validator(mode="after")
    def _all_services_priced(self) -> "PricingBody":
        missing = {"walk", "drop_in", "sitting", "training"} - set(self.service)
        if missing:
            raise ValueError(f"no price for {', '.join(sorted(missing))}")
        return self


class PricingRuleCreate(Schema):
    """`valid_from` absent: from now on. After `valid_until` not even changes of old orders are priced by it."""

    market: str = DEFAULT_MARKET
    body: PricingBody
    valid_from: Moment | None = None
    valid_until: Moment | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "PricingRuleCreate":
        if self.valid_from and self.valid_until and self.valid_until <= self.valid_from:
            raise ValueError("valid_until must be after valid_from")
        return self


class PricingRuleRead(Schema):
    id: UUID
    market: str
    version: int
    body: dict[str, Any]
    valid_from: Utc
    valid_until: Utc | None
    created_at: Utc

    @classmethod
    def of(cls, rule: PricingRule) -> "PricingRuleRead":
        return cls.model_validate(rule)
