"""Series of walks."""

from datetime import timedelta
from uuid import UUID

from fastapi import Response

from app.models.recurrence import InvalidRecurrence
from app.models.series import (
    AmbiguousOccurrence,
    OccurrenceNotFound,
    Series,
    SeriesEnded,
    SeriesNotFound,
)
from app.models.slot import SlotTaken
from app.models.walker import WalkerNotAvailable
from app.queries import series as series_queries
from app.schemas.series import (
    Move,
    Pause,
    SeriesCreate,
    SeriesDetail,
    SeriesPatch,
    SeriesRead,
    Skip,
)
from app.services import occurrences, series
from app.services.quotes import ScheduledInThePast
from lapa_kit import clock
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.etags import IfMatch, InvalidEtag, set_etag
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import PreconditionFailed, problems

router = Router(prefix="/orders/series", tags=["series"])
SHOWN = timedelta(weeks=4)
OF_SERIES = (*IDENTITY_PROBLEMS, SeriesNotFound, SeriesEnded)


async def _detail(session: Session, found: Series, response: Response) -> SeriesDetail:
    now = clock.now()
    await session.flush()
    upcoming = await series.list_upcoming(session, found, since=now, until=now + SHOWN)
    set_etag(response, found.version)
    return SeriesDetail.with_occurrences(found, upcoming)


@router.post(
    "",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, InvalidRecurrence, ScheduledInThePast),
)
async def create_series(
    body: SeriesCreate, user: CurrentUser, session: Session, response: Response
) -> SeriesDetail:
    """Walks again and again; each becomes an order of its own a week ahead, at its own price."""
    made = await series.create_series(session, body.to_plan(), client_id=user.id)
    return await _detail(session, made, response)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_series(user: CurrentUser, session: Session, page: Paging) -> Page[SeriesRead]:
    """The caller's series, newest first."""
    return page_of(await series_queries.list_series(session, user.id, page), SeriesRead.of)


@router.get("/{series_id}", responses=problems(*IDENTITY_PROBLEMS, SeriesNotFound))
async def get_series(
    series_id: UUID, user: CurrentUser, session: Session, response: Response
) -> SeriesDetail:
    """The series and its walks of the next four weeks."""
    found = await series_queries.get_series(session, series_id, client_id=user.id)
    return await _detail(session, found, response)


@router.patch(
    "/{series_id}",
    responses=problems(*OF_SERIES, InvalidRecurrence, PreconditionFailed, InvalidEtag),
)
async def edit_series(
    series_id: UUID,
    body: SeriesPatch,
    user: CurrentUser,
    session: Session,
    response: Response,
    if_match: IfMatch,
) -> SeriesDetail:
    """From the next walk on. Booked walks go to the nearest time of their day, or are cancelled if it has none."""
    edited = await occurrences.edit_series(
        session, series_id, body.to_edit(), client_id=user.id, version=if_match
    )
    return await _detail(session, edited, response)


@router.delete("/{series_id}", status_code=204, responses=problems(*OF_SERIES))
async def end_series(
    series_id: UUID, user: CurrentUser, session: Session, cancel_booked: bool = False
) -> None:
    """No further walks; those booked already take place unless `cancel_booked`."""
    await series.end_series(session, series_id, client_id=user.id, cancel_booked=cancel_booked)


@router.post("/{series_id}/skip", responses=problems(*OF_SERIES, OccurrenceNotFound))
async def skip_day(
    series_id: UUID, body: Skip, user: CurrentUser, session: Session, response: Response
) -> SeriesDetail:
    """No walk on that day; one booked already is cancelled by the usual terms."""
    found = await occurrences.skip(session, series_id, body.date, client_id=user.id)
    return await _detail(session, found, response)


@router.post(
    "/{series_id}/move",
    responses=problems(
        *OF_SERIES,
        OccurrenceNotFound,
        AmbiguousOccurrence,
        ScheduledInThePast,
        SlotTaken,
        WalkerNotAvailable,
    ),
)
async def move_one(
    series_id: UUID, body: Move, user: CurrentUser, session: Session, response: Response
) -> SeriesDetail:
    """One walk at another time; one booked already is rescheduled."""
    found = await occurrences.move(
        session, series_id, body.date, body.at, body.scheduled_at, client_id=user.id
    )
    return await _detail(session, found, response)


@router.post("/{series_id}/pause", responses=problems(*OF_SERIES))
async def pause_series(
    series_id: UUID, body: Pause, user: CurrentUser, session: Session, response: Response
) -> SeriesDetail:
    """No walks for a while; those booked in it are cancelled by the usual terms."""
    found = await series.pause_series(
        session, series_id, client_id=user.id, since=body.since, until=body.until
    )
    return await _detail(session, found, response)


@router.post("/{series_id}/resume", responses=problems(*OF_SERIES))
async def resume_series(
    series_id: UUID, user: CurrentUser, session: Session, response: Response
) -> SeriesDetail:
    """Walks again."""
    found = await series.resume_series(session, series_id, client_id=user.id)
    return await _detail(session, found, response)
