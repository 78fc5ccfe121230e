"""The books against what providers and banks say, for those who keep them."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import Query

from app.models.report import DayNotOver
from app.models.topup import ProviderNotAvailable
from app.queries.chargebacks import list_chargebacks as find_chargebacks
from app.schemas.reconciliation import ChargebackRead, ReconciliationRead, ReportOrder
from app.services import reconciliation
from lapa_kit import clock
from lapa_kit.auth import IDENTITY_PROBLEMS, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/ledger", tags=["ledger"])
Bookkeeper = Annotated[Principal, allowed("ledger:read")]


@router.get("/reconciliation", responses=problems(*IDENTITY_PROBLEMS))
async def get_reconciliation(
    _: Bookkeeper,
    session: Session,
    provider: Annotated[str, Query(min_length=1, max_length=32)],
    day: date | None = None,
) -> ReconciliationRead:
    """A provider's report of a day (yesterday's, where none is named) against the ledger: what does not agree."""
    day = day or clock.now().date() - timedelta(days=1)
    return ReconciliationRead.model_validate(await reconciliation.reconcile(session, provider, day))


@router.post(
    "/reconciliation",
    status_code=202,
    responses=problems(*IDENTITY_PROBLEMS, ProviderNotAvailable, DayNotOver),
)
async def fetch_report(body: ReportOrder, _: Bookkeeper, session: Session) -> ReconciliationRead:
    """Have the provider asked for a day's report (again); every day's is fetched by itself when it is over."""
    await reconciliation.order_report(session, body.provider, body.day)
    return ReconciliationRead.model_validate(
        await reconciliation.reconcile(session, body.provider, body.day)
    )


@router.get("/chargebacks", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_chargebacks(_: Bookkeeper, session: Session, page: Paging) -> Page[ChargebackRead]:
    """Money that clients' banks have taken back, the newest first."""
    return page_of(await find_chargebacks(session, page), ChargebackRead.model_validate)
