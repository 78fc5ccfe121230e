"""Markets and their pricing rules in SQL."""

from typing import Any
from uuid import UUID

from geoalchemy2 import WKTElement
from geoalchemy2.functions import ST_Area, ST_Covers
from sqlalchemy import func, select
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
from app.models.pricing import DEFAULT_BODY, PricingRule
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.pagination import PageQuery, paginate


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
            surge_cap_bp=15_000,
            cancellation_tiers=MODERATE_TIERS,
            payout_delay_days=2,
            payout_minimum=0,
            vaccination_gate=False,
            version=1,
        )
        .on_conflict_do_nothing()
    )
    return await session.scalar(statement)  # pyright: ignore[reportReturnType] - it is there now


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


async def get_pricing_rule(session: AsyncSession, market: str) -> PricingRule:
    """The market's newest rule, else the default market's, else the built-in one as version 1."""
    for code in (market, DEFAULT_MARKET):
        statement = select(PricingRule).where(PricingRule.market == code)
        rule = await session.scalar(statement.order_by(PricingRule.version.desc()).limit(1))
        if rule:
            return rule
    now = clock.now()
    built_in = {"market": DEFAULT_MARKET, "version": 1, "body": DEFAULT_BODY}
    await session.execute(
        insert(PricingRule)
        .values(id=new_id(), created_at=now, updated_at=now, **built_in)
        .on_conflict_do_nothing()
    )
    return await get_pricing_rule(session, DEFAULT_MARKET)


async def add_pricing_rule(session: AsyncSession, market: str, body: dict[str, Any]) -> PricingRule:
    """The next version; two admins at once are told apart by the unique (market, version)."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(market))))
    newest = select(func.coalesce(func.max(PricingRule.version), 0))
    version = await session.scalar(newest.where(PricingRule.market == market)) or 0
    rule = PricingRule(market=market, version=version + 1, body=body)
    session.add(rule)
    await session.flush()
    return rule


async def find_pricing_rule(session: AsyncSession, rule_id: UUID) -> PricingRule | None:
    return await session.get(PricingRule, rule_id)


async def list_pricing_rules(
    session: AsyncSession, page: PageQuery, *, market: str | None
) -> tuple[list[PricingRule], str | None]:
    statement = select(PricingRule)
    if market:
        statement = statement.where(PricingRule.market == market)
    return await paginate(session, statement, page, PricingRule.id)
