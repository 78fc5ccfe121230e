"""Quotes: dogs and market are frozen, a price is made and kept until the quote expires."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.market import Market
from app.models.pricing import BASIS_POINTS, Line, PricedPet, PriceFacts, PricingRule, price
from app.models.quote import Quote
from app.queries import markets as market_queries
from app.queries.quotes import get_quote
from lapa_contracts.pet import QuotedPet
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.problems import InvalidRequest


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
    rule = await market_queries.get_pricing_rule(session, market.code)
    facts = _facts(request, pets, market, starts_at, now)
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
        rule_version=rule.version,
        terms=_terms(market, rule, facts),
        expires_at=now + settings.quote_life,
    )
    session.add(quote)
    await session.flush()
    return quote


def _facts(
    request: Request, pets: list[QuotedPet], market: Market, starts_at: datetime, now: datetime
) -> PriceFacts:
    return PriceFacts(
        service_type=request.service_type,
        duration_minutes=request.duration_minutes,
        starts_at=starts_at,
        asked_at=now,
        timezone=market.timezone,
        is_holiday=market.is_holiday(starts_at.astimezone(ZoneInfo(market.timezone)).date()),
        pets=[PricedPet(pet.size.value, pet.birth_date) for pet in pets],
        surge_bp=BASIS_POINTS,
        tax_bp=market.tax_bp,
    )


def _terms(market: Market, rule: PricingRule, facts: PriceFacts) -> dict[str, Any]:
    """What the order will be held to, whatever the market decides later."""
    return {
        "commission_bp": market.commission_bp,
        "cancellation_tiers": market.cancellation_tiers,
        "tax_bp": market.tax_bp,
        "timezone": market.timezone,
        "is_holiday": facts.is_holiday,
        "rule": rule.body,
        "asked_at": facts.asked_at.isoformat(),
    }


def _require_vaccination(pets: list[QuotedPet], at: datetime) -> None:
    lapsed = [
        pet.name for pet in pets if not pet.vaccinated_until or pet.vaccinated_until < at.date()
    ]
    if lapsed:
        raise VaccinationRequired(f"No valid vaccination: {', '.join(lapsed)}.", pets=lapsed)


@dataclass(frozen=True)
class Explanation:
    """A quote replayed from what was stored with it: the same lines to the minor unit."""

    quote: Quote
    inputs: dict[str, Any]
    lines: list[Line]


async def explain_quote(session: AsyncSession, quote_id: UUID, *, client_id: UUID) -> Explanation:
    quote = await get_quote(session, quote_id, client_id=client_id)
    pets = [QuotedPet.model_validate(pet) for pet in quote.pets]
    facts = PriceFacts(
        service_type=quote.service_type,
        duration_minutes=quote.duration_minutes,
        starts_at=quote.scheduled_at,
        asked_at=datetime.fromisoformat(quote.terms["asked_at"]),
        timezone=quote.terms["timezone"],
        is_holiday=quote.terms["is_holiday"],
        pets=[PricedPet(pet.size.value, pet.birth_date) for pet in pets],
        surge_bp=quote.surge_bp,
        tax_bp=quote.terms["tax_bp"],
    )
    inputs = {**asdict(facts), "starts_at": facts.starts_at.isoformat()}
    inputs |= {"asked_at": facts.asked_at.isoformat(), "pets": quote.pets}
    return Explanation(quote, inputs, price(quote.terms["rule"], facts))
