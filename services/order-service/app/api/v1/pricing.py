"""Pricing rules, for those who manage them: versions, each in force until the next one is."""

from uuid import UUID

from app.models.market import MarketNotFound
from app.models.pricing import PricingRuleNotFound, RuleInForce
from app.queries import markets as market_queries
from app.schemas.pricing import PricingRuleCreate, PricingRuleRead
from app.services import markets
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/orders/pricing-rules", tags=["pricing"])


@router.post("", status_code=201, responses=problems(*IDENTITY_PROBLEMS, MarketNotFound))
async def add_pricing_rule(
    body: PricingRuleCreate, user: CurrentUser, session: Session
) -> PricingRuleRead:
    """The next version of a market's prices, from `valid_from` on; quotes already given keep theirs."""
    user.require("pricing:manage")
    rule = await markets.add_pricing_rule(
        session,
        body.market,
        body.body.model_dump(mode="json"),
        valid_from=body.valid_from,
        valid_until=body.valid_until,
    )
    return PricingRuleRead.of(rule)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_rules(
    user: CurrentUser, session: Session, page: Paging, market: str | None = None
) -> Page[PricingRuleRead]:
    """All versions, newest first."""
    user.require("pricing:manage")
    rows = await market_queries.list_pricing_rules(session, page, market=market)
    return page_of(rows, PricingRuleRead.of)


@router.get("/{rule_id}", responses=problems(*IDENTITY_PROBLEMS, PricingRuleNotFound))
async def get_rule(rule_id: UUID, user: CurrentUser, session: Session) -> PricingRuleRead:
    """One version, as it priced and prices."""
    user.require("pricing:manage")
    return PricingRuleRead.of(await market_queries.get_pricing_rule(session, rule_id))


@router.delete(
    "/{rule_id}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, PricingRuleNotFound, RuleInForce),
)
async def remove_rule(rule_id: UUID, user: CurrentUser, session: Session) -> None:
    """Take back a version before it comes into force."""
    user.require("pricing:manage")
    await markets.remove_pricing_rule(session, rule_id)
