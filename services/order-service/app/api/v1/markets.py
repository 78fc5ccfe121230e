"""Markets: public to read, changed by admins."""

from fastapi import Response

from app.models.market import MarketCodeTaken, MarketNotFound
from app.queries import markets as market_queries
from app.schemas.markets import MarketCreate, MarketFacts, MarketRead
from app.services import markets
from app.services.markets import InvalidArea
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import PreconditionFailed, problems

router = Router(prefix="/markets", tags=["markets"])


@router.get("", responses=problems(InvalidCursor))
async def list_markets(session: Session, page: Paging) -> Page[MarketRead]:
    """Where the platform works, and under which terms."""
    return page_of(await market_queries.list_markets(session, page), MarketRead.of)


@router.post(
    "",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, MarketCodeTaken, InvalidArea),
)
async def create_market(body: MarketCreate, user: CurrentUser, session: Session) -> MarketRead:
    """Open a market."""
    user.require("markets:manage")
    facts = body.model_dump(mode="json", exclude={"code"})
    return MarketRead.of(await markets.create_market(session, body.code, facts))


@router.put(
    "/{code}",
    responses=problems(
        *IDENTITY_PROBLEMS, MarketNotFound, InvalidArea, PreconditionFailed, InvalidEtag
    ),
)
async def change_market(
    code: str,
    body: MarketFacts,
    user: CurrentUser,
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> MarketRead:
    """Change a market's terms; orders already made keep theirs."""
    user.require("markets:manage")
    facts = body.model_dump(mode="json")
    market = await markets.change_market(session, code, facts, version=if_match)
    set_etag(response, market.version)
    return MarketRead.of(market)
