"""Markets and prices: data that admins change, each change a new version."""

from datetime import datetime
from typing import Any
from uuid import UUID

from geoalchemy2.shape import from_shape
from shapely.errors import GEOSException
from shapely.geometry import MultiPolygon, Polygon, shape
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.market import Market
from app.models.pricing import PricingRule
from app.queries import markets as market_queries
from lapa_contracts.order import MarketChanged, PayoutTerms
from lapa_kit import clock
from lapa_kit.audit import describe
from lapa_kit.etags import check_version
from lapa_kit.events import publish
from lapa_kit.problems import InvalidRequest


class InvalidArea(InvalidRequest):
    title = "The area must be a valid GeoJSON Polygon or MultiPolygon"


async def create_market(session: AsyncSession, code: str, facts: dict[str, Any]) -> Market:
    market = Market(code=code, version=1, **_columns(facts))
    await market_queries.add_market(session, market)
    _tell(session, market)
    describe(session, action="market_opened", after=_terms_of(market))
    return market


async def change_market(
    session: AsyncSession, code: str, facts: dict[str, Any], *, version: int | None
) -> Market:
    """Orders and quotes keep the terms they were made under."""
    market = await market_queries.lock_market(session, code)
    check_version(market.version, version)
    before = _terms_of(market)
    for name, value in _columns(facts).items():
        setattr(market, name, value)
    market.version += 1
    await session.flush()
    _tell(session, market)
    describe(session, action="market_changed", before=before, after=_terms_of(market))
    return market


def _terms_of(market: Market) -> dict[str, Any]:
    """What its change is remembered by; the area is in no log."""
    names = ("code", "commission_bp", "tax_bp", "surge_cap_bp", "payout_delay_days", "version")
    return {name: getattr(market, name) for name in names}


def _columns(facts: dict[str, Any]) -> dict[str, Any]:
    columns = {name: value for name, value in facts.items() if name not in ("area", "payout")}
    columns["area"] = _area(facts["area"])
    columns["payout_delay_days"] = facts["payout"]["delay_days"]
    columns["payout_minimum"] = facts["payout"]["minimum"]
    return columns


def _area(geojson: dict[str, Any] | None) -> Any:
    if geojson is None:
        return None
    try:
        area = shape(geojson)
    except (GEOSException, ValueError, KeyError, TypeError) as error:
        raise InvalidArea from error
    if isinstance(area, Polygon):
        area = MultiPolygon([area])
    if area.geom_type != "MultiPolygon" or not area.is_valid:
        raise InvalidArea
    return from_shape(area, srid=4326)


def market_changed(market: Market) -> MarketChanged:
    return MarketChanged(
        code=market.code,
        currency=market.currency,
        timezone=market.timezone,
        locale=market.locale,
        payout=PayoutTerms(delay_days=market.payout_delay_days, minimum=market.payout_minimum),
        version=market.version,
    )


def _tell(session: AsyncSession, market: Market) -> None:
    publish(session, market_changed(market))


async def add_pricing_rule(
    session: AsyncSession,
    market: str,
    body: dict[str, Any],
    *,
    valid_from: datetime | None,
    valid_until: datetime | None,
) -> PricingRule:
    """Without a moment, or with a past one, it is in force from now on."""
    now = clock.now()
    begins = max(valid_from or now, now)
    rule = await market_queries.add_pricing_rule(
        session, market, body, valid_from=begins, valid_until=valid_until
    )
    after = {"market": market, "version": rule.version, "valid_from": begins.isoformat()}
    describe(session, action="pricing_rule_added", subject_id=rule.id, after=after)
    return rule


async def remove_pricing_rule(session: AsyncSession, rule_id: UUID) -> None:
    rule = await market_queries.get_pricing_rule(session, rule_id)
    rule.check_removable(clock.now())
    before = {"market": rule.market, "version": rule.version}
    describe(session, action="pricing_rule_removed", subject_id=rule.id, before=before)
    await market_queries.delete_pricing_rule(session, rule)
