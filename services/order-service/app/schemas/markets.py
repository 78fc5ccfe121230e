"""Markets and pricing rules over HTTP."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from geoalchemy2.shape import to_shape
from pydantic import Field, field_validator
from shapely.geometry import mapping

from app.models.market import MODERATE_TIERS, Market
from app.schemas.values import Schema


class Payout(Schema):
    delay_days: int = Field(default=2, ge=0, le=60)
    minimum: int = Field(default=0, ge=0)


class Tier(Schema):
    hours_before: int = Field(ge=0, le=720)
    fee_bp: int = Field(ge=0, le=10_000)


class MarketFacts(Schema):
    name: str = Field(min_length=1, max_length=100)
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    timezone: str
    locale: str = Field("en", min_length=2, max_length=10)
    area: dict[str, Any] | None = None
    holidays: list[date] = Field(default=[], max_length=400)
    commission_bp: int = Field(default=1500, ge=0, le=10_000)
    tax_bp: int = Field(default=0, ge=0, le=10_000)
    tax_included: bool = False
    surge_cap_bp: int = Field(default=15_000, ge=10_000, le=50_000)
    cancellation_tiers: list[Tier] = Field(
        default=[Tier(**tier) for tier in MODERATE_TIERS], min_length=1, max_length=10
    )
    payout: Payout = Payout(delay_days=2, minimum=0)
    vaccination_gate: bool = False
    minutes_credit: bool = False

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError("must be an IANA time zone such as Europe/Helsinki") from None
        return value

    @field_validator("cancellation_tiers")
    @classmethod
    def _longest_notice_first(cls, value: list[Tier]) -> list[Tier]:
        return sorted(value, key=lambda tier: -tier.hours_before)


class MarketCreate(MarketFacts):
    code: str = Field(pattern=r"^[a-z0-9_-]{2,32}$")


class MarketRead(MarketFacts):
    code: str
    version: int

    @classmethod
    def of(cls, market: Market) -> "MarketRead":
        names = [name for name in cls.model_fields if name not in ("area", "payout")]
        columns = {name: getattr(market, name) for name in names}
        area = mapping(to_shape(market.area)) if market.area is not None else None
        payout = Payout(delay_days=market.payout_delay_days, minimum=market.payout_minimum)
        return cls.model_validate({**columns, "area": area, "payout": payout})
