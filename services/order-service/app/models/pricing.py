"""Pricing: rules are versioned data, a price is a list of lines that sum to the amount."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import NotFound

BASIS_POINTS = 10_000
PUPPY_MONTHS = 12

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
}


class PricingRuleNotFound(NotFound):
    title = "No such pricing rule"


class PricingRule(Record):
    """One version of a market's prices; never changed, only followed by the next version."""

    __tablename__ = "pricing_rules"
    __table_args__ = (UniqueConstraint("market", "version"),)

    market: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    body: Mapped[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class PricedPet:
    size: str
    birth_date: date | None


@dataclass(frozen=True, slots=True)
class PriceFacts:
    """Everything a price depends on; kept with the quote, so that it can be replayed."""

    service_type: str
    duration_minutes: int
    starts_at: datetime
    asked_at: datetime
    timezone: str
    is_holiday: bool
    pets: list[PricedPet]
    surge_bp: int
    tax_bp: int


@dataclass(frozen=True, slots=True)
class Line:
    code: str
    title: str
    amount: int


def share(amount: int, basis_points: int) -> int:
    """That share of an amount, half a unit rounded up: the one rounding rule of the platform."""
    return (amount * basis_points * 2 + BASIS_POINTS) // (BASIS_POINTS * 2)


def price(body: dict[str, Any], facts: PriceFacts) -> list[Line]:
    """The itemised price; surcharges are shares of the basic lines, tax is the last line."""
    lines = _basic_lines(body, facts)
    basic = sum(line.amount for line in lines)
    local = facts.starts_at.astimezone(ZoneInfo(facts.timezone))
    notice_s = (facts.starts_at - facts.asked_at).total_seconds()
    late = notice_s < body["last_minute_hours"] * 3600
    surcharges = [
        ("night", "Night walk", body["night_bp"] if _is_night(local.hour, body) else 0),
        ("weekend", "Weekend", body["weekend_bp"] if local.weekday() >= 5 else 0),
        ("holiday", "Public holiday", body["holiday_bp"] if facts.is_holiday else 0),
        ("last_minute", "Short notice", body["last_minute_bp"] if late else 0),
        ("surge", "High demand", facts.surge_bp - BASIS_POINTS),
    ]
    lines += [
        Line(code, title, share(basic, basis_points))
        for code, title, basis_points in surcharges
        if basis_points
    ]
    if facts.tax_bp:
        net = sum(line.amount for line in lines)
        lines.append(Line("tax", "Tax", share(net, facts.tax_bp)))
    return lines


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
    puppies = sum(_is_puppy(pet, facts.starts_at) for pet in facts.pets)
    if puppies:
        lines.append(Line("puppy", "Puppy", puppies * body["puppy"]))
    return lines


def _base_price(table: dict[str, int], minutes: int) -> int:
    rows = sorted((int(key), amount) for key, amount in table.items())
    for length, amount in rows:
        if minutes == length:
            return amount
        if minutes < length:
            return -(-amount * minutes // length)
    longest, amount = rows[-1]
    return -(-amount * minutes // longest)


def _is_night(hour: int, body: dict[str, Any]) -> bool:
    begins, ends = body["night_hours"]
    return hour >= begins or hour < ends


def _is_puppy(pet: PricedPet, at: datetime) -> bool:
    if pet.birth_date is None:
        return False
    months = (at.year - pet.birth_date.year) * 12 + at.month - pet.birth_date.month
    return months < PUPPY_MONTHS


@dataclass(frozen=True, slots=True)
class Split:
    """Where captured money goes; the parts sum to what was captured."""

    walker: int
    commission: int
    tax: int


def split(capture: int, *, amount: int, tax: int, commission_bp: int) -> Split:
    """Divide what is captured of an order: tax in proportion, then commission, the rest is the walker's."""
    tax_part = (tax * capture * 2 + amount) // (amount * 2) if amount else 0
    commission = share(capture - tax_part, commission_bp)
    return Split(walker=capture - tax_part - commission, commission=commission, tax=tax_part)
