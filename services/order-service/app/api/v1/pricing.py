"""Pricing rules, for those who manage them."""

from app.queries.markets import list_pricing_rules
from app.schemas.markets import PricingRuleCreate, PricingRuleRead
from app.services import markets
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/orders/pricing-rules", tags=["pricing"])


@router.post("", status_code=201, responses=problems(*IDENTITY_PROBLEMS))
async def add_pricing_rule(
    body: PricingRuleCreate, user: CurrentUser, session: Session
) -> PricingRuleRead:
    """The next version of a market's prices; quotes already given keep theirs."""
    user.require("pricing:manage")
    rule = await markets.add_pricing_rule(session, body.market, body.body.model_dump(mode="json"))
    return PricingRuleRead.of(rule)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_rules(
    user: CurrentUser, session: Session, page: Paging, market: str | None = None
) -> Page[PricingRuleRead]:
    """All versions, newest first."""
    user.require("pricing:manage")
    return page_of(await list_pricing_rules(session, page, market=market), PricingRuleRead.of)
