"""A market: the place whose currency, hours, taxes and terms an order is made under."""

from datetime import date
from typing import Any

from geoalchemy2 import Geography
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import Conflict, NotFound

DEFAULT_MARKET = "default"

# share kept of the amount when the client cancels so many hours or more before the start
MODERATE_TIERS: list[Any] = [{"hours_before": 24, "fee_bp": 0}, {"hours_before": 0, "fee_bp": 5000}]


class MarketNotFound(NotFound):
    title = "No such market"


class MarketCodeTaken(Conflict):
    title = "A market of that code exists already"


class Market(Record):
    __tablename__ = "markets"
    __table_args__ = (
        CheckConstraint("commission_bp BETWEEN 0 AND 10000", name="commission_is_a_share"),
        CheckConstraint("tax_bp BETWEEN 0 AND 10000", name="tax_is_a_share"),
        Index("ix_markets_area", "area", postgresql_using="gist"),
    )

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    currency: Mapped[str]
    timezone: Mapped[str]
    locale: Mapped[str]
    area: Mapped[Any | None] = mapped_column(Geography("MULTIPOLYGON", 4326, spatial_index=False))
    holidays: Mapped[list[Any]] = mapped_column(default=list)
    commission_bp: Mapped[int]
    tax_bp: Mapped[int]
    # whether prices in the rules contain the tax, or it is added to them
    tax_included: Mapped[bool] = mapped_column(default=False)
    surge_cap_bp: Mapped[int] = mapped_column(default=15_000)
    cancellation_tiers: Mapped[list[Any]] = mapped_column(default=lambda: list(MODERATE_TIERS))
    payout_delay_days: Mapped[int] = mapped_column(default=2)
    payout_minimum: Mapped[int] = mapped_column(default=0)
    vaccination_gate: Mapped[bool] = mapped_column(default=False)
    # a walk that was clearly too short is paid for as far as it went
    minutes_credit: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    def is_holiday(self, day: date) -> bool:
        return day.isoformat() in self.holidays
