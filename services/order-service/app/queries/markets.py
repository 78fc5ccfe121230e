"""Markets and their pricing rules in SQL."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from geoalchemy2 import WKTElement
from geoalchemy2.functions import ST_Area, ST_Covers
from sqlalchemy import func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.market import (
    DEFAULT_MARKET,
    MODERATE_TIERS,
    Market,
    MarketCodeTaken,
    MarketNotFound,
)
from app.models.pricing import DEFAULT_BODY, PricingRule, PricingRuleNotFound
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.pagination import PageQuery, paginate

_EVER = datetime(2000, 1, 1, tzinfo=UTC)


async def get_market_at(session: AsyncSession, lat: float, lon: float) -> Market:
    """The smallest market that contains the point, else the default one."""
    place = WKTElement(f"POINT({lon} {lat})", srid=4326)
    statement = select(Market).where(ST_Covers(Market.area, place)).order_by(ST_Area(Market.area))
    return await session.scalar(statement.limit(1)) or await _get_default(session)


async def _get_default(session: AsyncSession) -> Market:
    """Made of the settings the first time somebody asks."""
    statement = select(Market).where(Market.code == DEFAULT_MARKET)
    if market := await session.scalar(statement):
        return market
    now = clock.now()
    await session.execute(
        insert(Market)
        .values(
            id=new_id(),
            created_at=now,
            updated_at=now,
            code=DEFAULT_MARKET,
            name="Everywhere else",
            currency=settings.default_currency,
            timezone=settings.default_timezone,
            locale=settings.default_locale,
            holidays=[],
            commission_bp=settings.default_commission_bp,
            tax_bp=settings.default_tax_bp,
            tax_included=False,
            surge_cap_bp=15_000,
            cancellation_tiers=MODERATE_TIERS,
            payout_delay_days=2,
            payout_minimum=0,
            vaccination_gate=False,
            minutes_credit=False,
            version=1,
        )
        .on_conflict_do_nothing()
    )
    return await session.scalar(statement)  # pyright: ignore[reportReturnType] - it is there now


async def list_holidays(session: AsyncSession, code: str) -> list[str]:
    """The dates, ISO 8601; none for a market that is no more."""
    return await session.scalar(select(Market.holidays).where(Market.code == code)) or []


async def lock_market(session: AsyncSession, code: str) -> Market:
    statement = select(Market).where(Market.code == code).with_for_update()
    if market := await session.scalar(statement):
        return market
    raise MarketNotFound


async def add_market(session: AsyncSession, market: Market) -> None:
    taken = await session.scalar(select(Market.id).where(Market.code == market.code))
    if taken:
        raise MarketCodeTaken
    session.add(market)
    await session.flush()


async def list_markets(session: AsyncSession, page: PageQuery) -> tuple[list[Market], str | None]:
    return await paginate(session, select(Market), page, Market.id)


async def find_rule_in_force(session: AsyncSession, market: str) -> PricingRule:
    """The market's rule of this moment, else the default market's, else the built-in one as version 1."""
    now = clock.now()
    for code in (market, DEFAULT_MARKET):
        statement = select(PricingRule).where(
            PricingRule.market == code,
            PricingRule.valid_from <= now,
            or_(PricingRule.valid_until.is_(None), PricingRule.valid_until > now),
        )
        newest = statement.order_by(PricingRule.valid_from.desc(), PricingRule.version.desc())
        if rule := await session.scalar(newest.limit(1)):
            return rule
    return await _add_built_in_rule(session)


async def _add_built_in_rule(session: AsyncSession) -> PricingRule:
    """Once, whoever asks first; others wait for his commit."""
    now = clock.now()
    built_in = {"market": DEFAULT_MARKET, "version": 1, "body": DEFAULT_BODY, "valid_from": _EVER}
    await session.execute(
        insert(PricingRule)
        .values(id=new_id(), created_at=now, updated_at=now, **built_in)
        .on_conflict_do_nothing()
    )
    statement = select(PricingRule).where(
        PricingRule.market == DEFAULT_MARKET, PricingRule.version == 1
    )
    return (await session.scalars(statement)).one()


async def add_pricing_rule(
    session: AsyncSession,
    market: str,
    body: dict[str, Any],
    *,
    valid_from: datetime,
    valid_until: datetime | None = None,
) -> PricingRule:
    """The next version; raises MarketNotFound."""
    known = select(Market.id).where(Market.code == market)
    if market != DEFAULT_MARKET and not await session.scalar(known):
        raise MarketNotFound
    await _queue_rules_of(session, market)
    newest = select(func.coalesce(func.max(PricingRule.version), 0))
    version = await session.scalar(newest.where(PricingRule.market == market)) or 0
    rule = PricingRule(
        market=market,
        version=version + 1,
        body=body,
        valid_from=valid_from,
        valid_until=valid_until,
    )
    session.add(rule)
    await session.flush()
    return rule


async def _queue_rules_of(session: AsyncSession, market: str) -> None:
    """Two at once get two versions."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(market))))


async def get_pricing_rule(session: AsyncSession, rule_id: UUID) -> PricingRule:
    if rule := await session.get(PricingRule, rule_id):
        return rule
    raise PricingRuleNotFound


async def delete_pricing_rule(session: AsyncSession, rule: PricingRule) -> None:
    await session.delete(rule)


async def list_pricing_rules(
    session: AsyncSession, page: PageQuery, *, market: str | None
) -> tuple[list[PricingRule], str | None]:
    statement = select(PricingRule)
    if market:
        statement = statement.where(PricingRule.market == market)
    return await paginate(session, statement, page, PricingRule.id)
