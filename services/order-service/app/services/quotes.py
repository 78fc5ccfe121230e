"""Quotes: dogs and market are frozen, a price is made and kept until the quote expires."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.market import Market
from app.models.pricing import (
    Line,
    PricedPet,
    PriceFacts,
    PricingRule,
    WhatIf,
    price,
    surge_of,
    what_would_change,
)
from app.models.promo import PromoCode
from app.models.quote import Quote
from app.queries import markets as market_queries
from app.queries.demand import Demand, count_demand
from app.queries.quotes import get_quote
from app.queries.walkers import fits, wanted_for
from app.services import promos
from lapa_contracts.pet import QuotedPet
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.problems import InvalidRequest

FACTS = TypeAdapter(PriceFacts)


class ScheduledInThePast(InvalidRequest):
    title = "A walk cannot begin in the past"


class VaccinationRequired(InvalidRequest):
    title = "This market wants a valid vaccination"


@dataclass(frozen=True)
class Request:
    """What the client asked for; `scheduled_at` None means as soon as possible."""

    service_type: str
    pet_ids: list[UUID]
    scheduled_at: datetime | None
    duration_minutes: int
    lat: float
    lon: float
    address: str
    promo_code: str | None = None
    walker_id: UUID | None = None


async def make_quote(
    session: AsyncSession, request: Request, *, client_id: UUID, pets: list[QuotedPet]
) -> Quote:
    """Price the walk under the rules of this moment."""
    now = clock.now()
    starts_at = request.scheduled_at or now
    if starts_at < now:
        raise ScheduledInThePast
    market = await market_queries.get_market_at(session, request.lat, request.lon)
    if market.vaccination_gate:
        _require_vaccination(pets, starts_at)
    rule = await market_queries.find_rule_in_force(session, market.code)
    demand = await _demand(session, request, rule, starts_at, now)
    facts = _facts(request, pets, market, rule, starts_at, now, demand)
    promo = await _find_promo(session, request, client_id, market, rule, facts)
    facts = replace(facts, discount=promo.discount() if promo else None)
    lines = price(rule.body, facts)
    quote = Quote(
        id=new_id(),
        client_id=client_id,
        market=market.code,
        service_type=request.service_type,
        is_asap=request.scheduled_at is None,
        scheduled_at=starts_at,
        duration_minutes=request.duration_minutes,
        pickup_lat=request.lat,
        pickup_lon=request.lon,
        pickup_address=request.address,
        pets=[pet.model_dump(mode="json") for pet in pets],
        lines=[asdict(line) for line in lines],
        amount=sum(line.amount for line in lines),
        currency=market.currency,
        surge_bp=facts.surge_bp,
        rule_id=rule.id,
        rule_version=rule.version,
        facts=FACTS.dump_python(facts, mode="json"),
        promo_id=promo.id if promo else None,
        terms=_terms(market, promo),
        expires_at=now + settings.quote_life,
        created_at=now,
    )
    session.add(quote)
    await session.flush()
    return quote


async def is_instant(session: AsyncSession, request: Request, quote: Quote) -> bool:
    """Whether the walker asked for would have this walk without having to accept it."""
    if request.walker_id is None:
        return False
    found = await fits(session, request.walker_id, wanted_for(quote), clock.now())
    return found is not None and found.walker.instant_book


async def _demand(
    session: AsyncSession, request: Request, rule: PricingRule, starts_at: datetime, now: datetime
) -> Demand:
    """Counted only where it can change the price: the rule knows a surge and the walk is soon."""
    if not rule.body.get("surge") or starts_at > now + settings.surge_ahead:
        return Demand(0, 0)
    ends_at = starts_at + timedelta(minutes=request.duration_minutes)
    return await count_demand(session, request.lat, request.lon, starts_at, ends_at)


async def _find_promo(
    session: AsyncSession,
    request: Request,
    client_id: UUID,
    market: Market,
    rule: PricingRule,
    facts: PriceFacts,
) -> PromoCode | None:
    if not request.promo_code:
        return None
    return await promos.find_applicable(
        session,
        request.promo_code,
        user_id=client_id,
        market=market.code,
        currency=market.currency,
        price=sum(line.amount for line in price(rule.body, facts)),
    )


def _facts(
    request: Request,
    pets: list[QuotedPet],
    market: Market,
    rule: PricingRule,
    starts_at: datetime,
    now: datetime,
    demand: Demand,
) -> PriceFacts:
    surge_bp = surge_of(
        rule.body,
        open_orders=demand.open_orders,
        free_walkers=demand.free_walkers,
        cap_bp=market.surge_cap_bp,
    )
    return PriceFacts(
        service_type=request.service_type,
        duration_minutes=request.duration_minutes,
        starts_at=starts_at,
        asked_at=now,
        timezone=market.timezone,
        is_holiday=market.is_holiday(starts_at.astimezone(ZoneInfo(market.timezone)).date()),
        pets=[PricedPet(pet.size.value, pet.birth_date) for pet in pets],
        surge_bp=surge_bp,
        tax_bp=market.tax_bp,
        is_tax_included=market.tax_included,
        open_orders=demand.open_orders,
        free_walkers=demand.free_walkers,
    )


def _terms(market: Market, promo: PromoCode | None) -> dict[str, Any]:
    """What the order will be held to, whatever the market decides later."""
    terms: dict[str, Any] = {
        "commission_bp": market.commission_bp,
        "cancellation_tiers": market.cancellation_tiers,
        "tax_bp": market.tax_bp,
        "timezone": market.timezone,
        "minutes_credit": market.minutes_credit,
    }
    return terms | ({"promo_funded_by": promo.funded_by.value} if promo else {})


def _require_vaccination(pets: list[QuotedPet], at: datetime) -> None:
    lapsed = [
        pet.name for pet in pets if not pet.vaccinated_until or pet.vaccinated_until < at.date()
    ]
    if lapsed:
        raise VaccinationRequired(f"No valid vaccination: {', '.join(lapsed)}.", pets=lapsed)


@dataclass(frozen=True)
class Explanation:
    """A quote replayed from its rule and facts: the same lines to the minor unit, and what would change them."""

    quote: Quote
    facts: PriceFacts
    lines: list[Line]
    what_ifs: list[WhatIf]


async def explain_quote(session: AsyncSession, quote_id: UUID, *, client_id: UUID) -> Explanation:
    quote = await get_quote(session, quote_id, client_id=client_id)
    rule = await market_queries.get_pricing_rule(session, quote.rule_id)
    facts = FACTS.validate_python(quote.facts)
    lines = price(rule.body, facts)
    return Explanation(quote, facts, lines, what_would_change(rule.body, facts))
