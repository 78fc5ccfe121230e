"""Promo codes: managed by admins; each client sees the credit that is his own."""

from uuid import UUID

from fastapi import Response

from app.models.promo import PromoCodeNotFound, PromoCodeTaken
from app.queries import promos as promo_queries
from app.schemas.promos import PromoCreate, PromoFacts, PromoRead
from app.services import promos
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import PreconditionFailed, problems

router = Router(prefix="/orders/promo-codes", tags=["promo codes"])


@router.post("", status_code=201, responses=problems(*IDENTITY_PROBLEMS, PromoCodeTaken))
async def create_promo_code(body: PromoCreate, user: CurrentUser, session: Session) -> PromoRead:
    """A new code; it is written in capitals."""
    user.require("pricing:manage")
    facts = body.model_dump(exclude={"code"})
    return PromoRead.of(await promos.create_promo_code(session, body.code, facts))


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_promo_codes(user: CurrentUser, session: Session, page: Paging) -> Page[PromoRead]:
    """Everybody's codes, newest first; those of one person alone are left out."""
    user.require("pricing:manage")
    return page_of(await promo_queries.list_promo_codes(session, page), PromoRead.of)


@router.get("/mine", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_my_promo_codes(user: CurrentUser, session: Session, page: Paging) -> Page[PromoRead]:
    """The caller's own codes, such as the credit for bringing a friend."""
    rows = await promo_queries.list_promo_codes(session, page, owner_id=user.id)
    return page_of(rows, PromoRead.of)


@router.get("/{promo_id}", responses=problems(*IDENTITY_PROBLEMS, PromoCodeNotFound))
async def get_promo_code(
    promo_id: UUID, user: CurrentUser, session: Session, response: Response
) -> PromoRead:
    """The code and how much of it is used."""
    user.require("pricing:manage")
    promo = await promo_queries.get_promo_code(session, promo_id)
    set_etag(response, promo.version)
    return PromoRead.of(promo)


@router.put(
    "/{promo_id}",
    responses=problems(*IDENTITY_PROBLEMS, PromoCodeNotFound, PreconditionFailed, InvalidEtag),
)
async def change_promo_code(
    promo_id: UUID,
    body: PromoFacts,
    user: CurrentUser,
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> PromoRead:
    """Change the terms; a budget below what is used already stops further uses and takes none back."""
    user.require("pricing:manage")
    promo = await promos.change_promo_code(session, promo_id, body.model_dump(), version=if_match)
    set_etag(response, promo.version)
    return PromoRead.of(promo)


@router.delete(
    "/{promo_id}", status_code=204, responses=problems(*IDENTITY_PROBLEMS, PromoCodeNotFound)
)
async def archive_promo_code(promo_id: UUID, user: CurrentUser, session: Session) -> None:
    """Nobody can use it any more; orders made with it keep their discount."""
    user.require("pricing:manage")
    await promos.archive_promo_code(session, promo_id)
