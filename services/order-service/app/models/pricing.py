"""Pricing: rules are versioned data, a price is a list of lines that sum to the amount."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from app.models.needs import is_puppy
from app.models.rounding import BASIS_POINTS, apportion, ratio, share
from lapa_kit.problems import Conflict, NotFound

DEFAULT_BODY: dict[str, Any] = {
    # minor units; a duration between two rows costs the longer one's rate for each minute
    "base": {"15": 900, "30": 1500, "45": 2000, "60": 2500, "90": 3500, "120": 4400},
    "extra_dog": 600,
    "size": {"giant": 300},
    "puppy": 200,
    "night_bp": 2000,
    "night_hours": [22, 6],
    "weekend_bp": 1000,
    "holiday_bp": 3000,
    "last_minute_bp": 0,
    "last_minute_hours": 2,
    "service": {"walk": 10_000, "drop_in": 9_000, "sitting": 12_000, "training": 16_000},
    # from so many open orders a free walker on, the price is multiplied so; none: no surge
    "surge": [],
}


class PricingRuleNotFound(NotFound):
    title = "No such pricing rule"


class RuleInForce(Conflict):
    title = "Prices that have been in force are kept: add the next version instead"


class PricingRule(Record):
    """One version of a market's prices; never changed, only followed by the next version."""

    __tablename__ = "pricing_rules"
    __table_args__ = (UniqueConstraint("market", "version"),)

    market: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    body: Mapped[dict[str, Any]]
    valid_from: Mapped[datetime]
    # from then on it prices nothing any more, not even a change of an order made under it
    valid_until: Mapped[datetime | None]

    def is_over(self, now: datetime) -> bool:
        return self.valid_until is not None and self.valid_until <= now

    def check_removable(self, now: datetime) -> None:
        """Only a version that has not priced anything yet may be taken back."""
        if self.valid_from <= now:
            raise RuleInForce


@dataclass(frozen=True, slots=True)
class PricedPet:
    size: str
    birth_date: date | None


@dataclass(frozen=True, slots=True)
class Discount:
    """A promo code's terms as they were when quoted: a share of the price, or an amount."""

    code: str
    percent_bp: int
    fixed: int
    at_most: int | None
    funded_by: str

    def of(self, total: int) -> int:
        wanted = share(total, self.percent_bp) if self.percent_bp else self.fixed
        return min(wanted, total, total if self.at_most is None else self.at_most)


@dataclass(frozen=True, slots=True)
class PriceFacts:
    """Everything a price depends on beside the rule; kept with the quote, so that it can be replayed.

    `without` leaves factors out by their line's code: what a price would be if only they were different.
    """

    service_type: str
    duration_minutes: int
    starts_at: datetime
    asked_at: datetime
    timezone: str
    is_holiday: bool
    pets: list[PricedPet]
    surge_bp: int
    tax_bp: int
    is_tax_included: bool = False
    discount: Discount | None = None
    # what the surge was made of
    open_orders: int = 0
    free_walkers: int = 0
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """`tax` is this line's part of the tax: contained in `amount` where prices include it, else beside it."""

    code: str
    title: str
    amount: int
    tax: int = 0


def price(body: dict[str, Any], facts: PriceFacts) -> list[Line]:
    """The itemised price: surcharges are shares of the basic lines, then tax, then the discount.

    A discount is paid by the platform, not by the walker, so the tax is that of the whole price.
    """
    lines = _basic_lines(body, facts)
    basic = sum(line.amount for line in lines)
    lines += [
        Line(code, title, share(basic, basis_points))
        for code, title, basis_points in _surcharges(body, facts)
        if basis_points
    ]
    lines = [line for line in lines if line.code not in facts.without]
    lines = _taxed(lines, facts)
    total = sum(line.amount for line in lines)
    if facts.discount and (off := facts.discount.of(total)) and "promo" not in facts.without:
        lines.append(Line("promo", facts.discount.code, -off))
    return lines


def _surcharges(body: dict[str, Any], facts: PriceFacts) -> list[tuple[str, str, int]]:
    local = facts.starts_at.astimezone(ZoneInfo(facts.timezone))
    notice_s = (facts.starts_at - facts.asked_at).total_seconds()
    is_late = notice_s < body["last_minute_hours"] * 3600
    return [
        ("night", "Night walk", body["night_bp"] if _is_night(local.hour, body) else 0),
        ("weekend", "Weekend", body["weekend_bp"] if local.weekday() >= 5 else 0),
        ("holiday", "Public holiday", body["holiday_bp"] if facts.is_holiday else 0),
        ("last_minute", "Short notice", body["last_minute_bp"] if is_late else 0),
        ("surge", "High demand", facts.surge_bp - BASIS_POINTS),
    ]


def _taxed(lines: list[Line], facts: PriceFacts) -> list[Line]:
    """One rounding, of the total; the lines' parts of the tax sum to it by largest remainder."""
    if not facts.tax_bp:
        return lines
    total = sum(line.amount for line in lines)
    whole = BASIS_POINTS + facts.tax_bp if facts.is_tax_included else BASIS_POINTS
    tax = ratio(total, facts.tax_bp, whole)
    parts = apportion(tax, [line.amount for line in lines])
    taxed = [replace(line, tax=part) for line, part in zip(lines, parts, strict=True)]
    if not facts.is_tax_included:
        taxed.append(Line("tax", "Tax", tax))
    return taxed


def surge_of(body: dict[str, Any], *, open_orders: int, free_walkers: int, cap_bp: int) -> int:
    """The factor in basis points: the highest step that so many orders a walker reach, within the cap."""
    # versions written before there was a surge are kept as they are
    reached = [
        step["factor_bp"]
        for step in body.get("surge", ())
        if open_orders * BASIS_POINTS >= step["orders_per_walker_bp"] * max(free_walkers, 1)
    ]
    return max(BASIS_POINTS, min(max(reached, default=BASIS_POINTS), cap_bp))


def tax_of(lines: list[Line]) -> int:
    return sum(line.tax for line in lines)


def _basic_lines(body: dict[str, Any], facts: PriceFacts) -> list[Line]:
    base = share(
        _base_price(body["base"], facts.duration_minutes), body["service"][facts.service_type]
    )
    lines = [Line("base", f"{facts.duration_minutes} minutes", base)]
    extra = len(facts.pets) - 1
    if extra:
        lines.append(Line("extra_dog", f"{extra} more", extra * body["extra_dog"]))
    by_size = sum(body["size"].get(pet.size, 0) for pet in facts.pets)
    if by_size:
        lines.append(Line("size", "Very large dog", by_size))
    local = facts.starts_at.astimezone(ZoneInfo(facts.timezone)).date()
    puppies = sum(is_puppy(pet.birth_date, local) for pet in facts.pets)
    if puppies and body["puppy"]:
        lines.append(Line("puppy", "Puppy", puppies * body["puppy"]))
    return lines


def _base_price(table: dict[str, int], minutes: int) -> int:
    rows = sorted((int(key), amount) for key, amount in table.items())
    length, amount = next((row for row in rows if minutes <= row[0]), rows[-1])
    return ratio(amount, minutes, length)


def _is_night(hour: int, body: dict[str, Any]) -> bool:
    begins, ends = body["night_hours"]
    return begins <= hour < ends if begins <= ends else hour >= begins or hour < ends


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The price when one factor alone is different: `to` is its other value, None when it is absent."""

    factor: str
    to: int | None
    amount: int


def what_would_change(body: dict[str, Any], facts: PriceFacts) -> list[WhatIf]:
    """Each line that could be absent, and each other length the rule knows."""

    def total(other: PriceFacts) -> int:
        return sum(line.amount for line in price(body, other))

    absent: Callable[[str], PriceFacts] = lambda code: replace(facts, without=frozenset({code}))
    codes = [line.code for line in price(body, facts) if line.code not in ("base", "tax")]
    lengths = sorted(int(key) for key in body["base"] if int(key) != facts.duration_minutes)
    return [WhatIf(code, None, total(absent(code))) for code in codes] + [
        WhatIf("duration_minutes", length, total(replace(facts, duration_minutes=length)))
        for length in lengths
    ]
