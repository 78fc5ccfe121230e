"""The books, for those who keep them."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from app.models.topup import NothingToReview, TopupNotFound
from app.queries import ledger as ledger_queries
from app.queries.topups import list_held_topups as find_held_topups
from app.schemas.ledger import AccountRead, EntryRead, TrialBalance
from app.schemas.values import Currency
from app.schemas.wallets import TopupRead
from app.services import topups
from lapa_kit.auth import IDENTITY_PROBLEMS, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/ledger", tags=["ledger"])
Bookkeeper = Annotated[Principal, allowed("ledger:read")]
Adjuster = Annotated[Principal, allowed("ledger:adjust")]
Kind = Annotated[str | None, Query(max_length=64)]


@router.get("/accounts", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_accounts(
    _: Bookkeeper,
    session: Session,
    page: Paging,
    kind: Kind = None,
    owner_id: UUID | None = None,
    currency: Annotated[Currency | None, Query()] = None,
) -> Page[AccountRead]:
    """Accounts with their balances, the newest first."""
    rows = await ledger_queries.list_accounts(
        session, page, kind=kind, owner_id=owner_id, currency=currency
    )
    return page_of(rows, AccountRead.of)


@router.get("/entries", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_entries(
    _: Bookkeeper,
    session: Session,
    page: Paging,
    account_id: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None,
    kind: Kind = None,
    reference: UUID | None = None,
) -> Page[EntryRead]:
    """Journals with their lines, newest first; `reference` is a payment, top-up or transfer."""
    rows = await ledger_queries.list_journals(
        session, page, account_id=account_id, kind=kind, ref=reference
    )
    return page_of(rows, EntryRead.of)


@router.get("/trial-balance", responses=problems(*IDENTITY_PROBLEMS))
async def get_trial_balance(_: Bookkeeper, session: Session) -> TrialBalance:
    """The sum of all balances in each currency: zero."""
    return TrialBalance.of(await ledger_queries.sum_balances(session))


@router.get("/held-topups", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_held_topups(_: Adjuster, session: Session, page: Paging) -> Page[TopupRead]:
    """Top-ups that came too fast: paid, and held until somebody has looked at them."""
    return page_of(await find_held_topups(session, page), TopupRead.model_validate)


@router.post(
    "/held-topups/{topup_id:uuid}/release",
    responses=problems(*IDENTITY_PROBLEMS, TopupNotFound, NothingToReview),
)
async def release_topup(topup_id: UUID, _: Adjuster, session: Session) -> TopupRead:
    """The person may spend it."""
    return TopupRead.model_validate(await topups.release(session, topup_id))
