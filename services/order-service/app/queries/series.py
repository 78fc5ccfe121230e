"""Series and their occurrences in SQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import Order
from app.models.series import Occurrence, OccurrenceState, Series, SeriesNotFound, SeriesState
from lapa_kit.pagination import PageQuery, paginate


async def get_series(session: AsyncSession, series_id: UUID, *, client_id: UUID) -> Series:
    statement = select(Series).where(Series.id == series_id, Series.client_id == client_id)
    if series := await session.scalar(statement):
        return series
    raise SeriesNotFound


async def find_series(session: AsyncSession, series_id: UUID) -> Series | None:
    return await session.get(Series, series_id, populate_existing=True)


async def lock_series(
    session: AsyncSession, series_id: UUID, *, client_id: UUID | None = None
) -> Series:
    """Locked until commit: whoever books, skips, moves or edits meets here."""
    statement = select(Series).where(Series.id == series_id).with_for_update()
    if client_id is not None:
        statement = statement.where(Series.client_id == client_id)
    statement = statement.execution_options(populate_existing=True)
    if series := await session.scalar(statement):
        return series
    raise SeriesNotFound


async def list_series(
    session: AsyncSession, client_id: UUID, page: PageQuery
) -> tuple[list[Series], str | None]:
    statement = select(Series).where(Series.client_id == client_id)
    return await paginate(session, statement, page, Series.id)


async def list_to_plan(session: AsyncSession, before: datetime) -> list[UUID]:
    """Running series that are not planned as far as that moment."""
    statement = select(Series.id).where(
        Series.state == SeriesState.ACTIVE, Series.planned_until < before
    )
    return list(await session.scalars(statement.order_by(Series.planned_until)))


async def list_with_pet(session: AsyncSession, pet_id: UUID) -> list[UUID]:
    """Running series with that dog that nobody has paused for good."""
    statement = select(Series.id).where(
        Series.state == SeriesState.ACTIVE,
        Series.pet_ids.contains([str(pet_id)]),
        Series.paused_from.is_(None) | Series.paused_until.is_not(None),
    )
    return list(await session.scalars(statement.order_by(Series.id)))


async def list_occurrences(
    session: AsyncSession, series_id: UUID, *, since: datetime
) -> list[Occurrence]:
    """Those that something became of; `since` is local and by the original time."""
    statement = select(Occurrence).where(
        Occurrence.series_id == series_id, Occurrence.original_at >= since
    )
    statement = statement.order_by(Occurrence.original_at)
    return list(await session.scalars(statement.execution_options(populate_existing=True)))


async def put_occurrence(
    session: AsyncSession,
    series_id: UUID,
    original_at: datetime,
    state: OccurrenceState,
    **facts: Any,
) -> None:
    """What becomes of it from now on; what is not given stays."""
    values = {"state": state, **facts}
    await session.execute(
        insert(Occurrence)
        .values(series_id=series_id, original_at=original_at, **values)
        .on_conflict_do_update(
            index_elements=[Occurrence.series_id, Occurrence.original_at], set_=values
        )
    )


async def replace_occurrences(
    session: AsyncSession, series_id: UUID, *, since: datetime, rows: Sequence[dict[str, Any]]
) -> None:
    """Those from `since` on are these now, and their orders carry their keys."""
    await session.flush()
    await session.execute(
        delete(Occurrence).where(Occurrence.series_id == series_id, Occurrence.original_at >= since)
    )
    await session.execute(
        update(Order)
        .where(Order.series_id == series_id, Order.occurrence_at >= since)
        .values(occurrence_at=None)
        .execution_options(synchronize_session=False)
    )
    for row in rows:
        await session.execute(insert(Occurrence).values(series_id=series_id, **row))
        if row["order_id"]:
            await session.execute(
                update(Order)
                .where(Order.id == row["order_id"])
                .values(occurrence_at=row["original_at"])
                .execution_options(synchronize_session=False)
            )


async def lock_sealed_series(session: AsyncSession) -> list[Series]:
    """Those that keep access notes; one that somebody works on is skipped until the next time."""
    statement = select(Series).where(Series.access_notes_sealed.is_not(None))
    return list(await session.scalars(statement.with_for_update(skip_locked=True)))
