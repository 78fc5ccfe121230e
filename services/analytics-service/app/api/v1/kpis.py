"""KPIs: targets, and how the numbers stand against them."""

from fastapi import Response

from app.api.v1.ranges import InCurrency, Manager, Reader
from app.models.kpi import KpiKeyTaken, KpiNotFound
from app.models.metric import BuiltIn
from app.schemas.kpis import KpiCreate, KpiFacts, KpiRead
from app.services import kpis
from app.services.kpis import UnknownMetric
from lapa_kit.auth import IDENTITY_PROBLEMS
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import PreconditionFailed, problems

router = Router(prefix="/analytics/kpis", tags=["analytics"])
CHANGE_PROBLEMS = (*IDENTITY_PROBLEMS, KpiNotFound, BuiltIn, PreconditionFailed, InvalidEtag)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_kpis(
    user: Reader, session: Session, page: Paging, currency: InCurrency
) -> Page[KpiRead]:
    """Every KPI with its value, its status against the target, its trend and its formula in words."""
    return page_of(await kpis.read_kpis(session, page, currency=currency), KpiRead.of)


@router.post(
    "", status_code=201, responses=problems(*IDENTITY_PROBLEMS, KpiKeyTaken, UnknownMetric)
)
async def create_kpi(
    body: KpiCreate, user: Manager, session: Session, response: Response, currency: InCurrency
) -> KpiRead:
    """Set a target for a metric, or for the ratio of two."""
    kpi = await kpis.create_kpi(session, body.key, body.facts())
    set_etag(response, kpi.version)
    return KpiRead.of(await kpis.read_kpi(session, kpi.key, currency=currency))


@router.get("/{key}", responses=problems(*IDENTITY_PROBLEMS, KpiNotFound))
async def read_kpi(
    key: str, user: Reader, session: Session, response: Response, currency: InCurrency
) -> KpiRead:
    """One KPI as it stands now."""
    reading = await kpis.read_kpi(session, key, currency=currency)
    set_etag(response, reading.kpi.version)
    return KpiRead.of(reading)


@router.put("/{key}", responses=problems(*CHANGE_PROBLEMS, UnknownMetric))
async def change_kpi(
    key: str,
    body: KpiFacts,
    user: Manager,
    session: Session,
    response: Response,
    if_match: IfMatch,
    currency: InCurrency,
) -> KpiRead:
    """Change a KPI; of a built-in one everything but the metrics it is made of."""
    kpi = await kpis.change_kpi(session, key, body.facts(), version=if_match)
    set_etag(response, kpi.version)
    return KpiRead.of(await kpis.read_kpi(session, key, currency=currency))


@router.delete("/{key}", status_code=204, responses=problems(*CHANGE_PROBLEMS))
async def delete_kpi(key: str, user: Manager, session: Session, if_match: IfMatch) -> None:
    """Delete a KPI that is not built in."""
    await kpis.delete_kpi(session, key, version=if_match)
