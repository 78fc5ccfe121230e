"""Metrics: their definitions and series."""

from typing import Annotated

from fastapi import Query, Response

from app.api.v1.ranges import EmptyRange, InCurrency, Manager, Reader, Span
from app.config import settings
from app.models.figure import Granularity, RangeTooLong, TooManyGroups
from app.models.metric import BuiltIn, MetricInUse, MetricKeyTaken, MetricNotFound
from app.queries import metrics as metric_queries
from app.schemas.metrics import MetricCreate, MetricFacts, MetricRead, SeriesRead
from app.schemas.values import PropertyPath, Zone
from app.services import metrics
from lapa_kit.auth import IDENTITY_PROBLEMS
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import PreconditionFailed, problems

router = Router(prefix="/analytics/metrics", tags=["analytics"])
CHANGE_PROBLEMS = (*IDENTITY_PROBLEMS, MetricNotFound, BuiltIn, PreconditionFailed, InvalidEtag)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_metrics(user: Reader, session: Session, page: Paging) -> Page[MetricRead]:
    """Every metric with its definition and its formula in words."""
    return page_of(await metric_queries.list_metrics(session, page), MetricRead.of)


@router.post("", status_code=201, responses=problems(*IDENTITY_PROBLEMS, MetricKeyTaken))
async def create_metric(
    body: MetricCreate, user: Manager, session: Session, response: Response
) -> MetricRead:
    """Define a metric: which event, which aggregation of which property, under which conditions."""
    metric = await metrics.create_metric(session, body.key, body.facts())
    set_etag(response, metric.version)
    return MetricRead.of(metric)


@router.get("/{key}", responses=problems(*IDENTITY_PROBLEMS, MetricNotFound))
async def read_metric(key: str, user: Reader, session: Session, response: Response) -> MetricRead:
    """One metric's definition."""
    metric = await metric_queries.get_metric(session, key)
    set_etag(response, metric.version)
    return MetricRead.of(metric)


@router.put("/{key}", responses=problems(*CHANGE_PROBLEMS))
async def change_metric(
    key: str,
    body: MetricFacts,
    user: Manager,
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> MetricRead:
    """Define it anew; its whole past is counted by the new definition. Built-in ones stay as they are."""
    metric = await metrics.change_metric(session, key, body.facts(), version=if_match)
    set_etag(response, metric.version)
    return MetricRead.of(metric)


@router.delete("/{key}", status_code=204, responses=problems(*CHANGE_PROBLEMS, MetricInUse))
async def delete_metric(key: str, user: Manager, session: Session, if_match: IfMatch) -> None:
    """Delete a metric that no KPI is made of; its events stay."""
    await metrics.delete_metric(session, key, version=if_match)


@router.get(
    "/{key}/series",
    responses=problems(*IDENTITY_PROBLEMS, MetricNotFound, EmptyRange, RangeTooLong, TooManyGroups),
)
async def read_series(
    key: str,
    user: Reader,
    session: Session,
    span: Span,
    currency: InCurrency,
    granularity: Granularity = Granularity.DAY,
    timezone: Annotated[Zone, Query()] = settings.default_timezone,
    group_by: Annotated[PropertyPath | None, Query()] = None,
) -> SeriesRead:
    """The metric by hours, days, weeks (from Monday) or months of the time zone, empty ones too.
    Money is counted in one currency; `group_by` draws a line for each value of a property."""
    series = await metrics.draw_series(
        session,
        key,
        span,
        granularity=granularity,
        zone=timezone,
        group_by=group_by,
        currency=currency,
    )
    return SeriesRead.of(series, span, granularity, timezone, group_by)
