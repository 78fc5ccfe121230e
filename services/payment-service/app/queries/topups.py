"""Top-ups in SQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.topup import Topup, TopupNotFound
from lapa_contracts.payment import TopupState
from lapa_kit import clock
from lapa_kit.pagination import PageQuery, paginate


async def add_topup(session: AsyncSession, topup: Topup) -> bool:
    """False when this person's key has one already."""
    now = clock.now()
    columns = {
        column.key: getattr(topup, column.key)
        for column in Topup.__table__.columns
        if column.key not in ("created_at", "updated_at")
    }
    statement = (
        insert(Topup)
        .values(**columns, created_at=now, updated_at=now)
        .on_conflict_do_nothing(index_elements=[Topup.user_id, Topup.key])
        .returning(Topup.id)
    )
    return await session.scalar(statement) is not None


async def find_topup_by_key(session: AsyncSession, user_id: UUID, key: str) -> Topup | None:
    return await session.scalar(select(Topup).where(Topup.user_id == user_id, Topup.key == key))


async def get_topup(session: AsyncSession, topup_id: UUID, *, user_id: UUID) -> Topup:
    """The top-up; for another person it does not exist."""
    statement = select(Topup).where(Topup.id == topup_id, Topup.user_id == user_id)
    if topup := await session.scalar(statement):
        return topup
    raise TopupNotFound


async def lock_topup(session: AsyncSession, topup_id: UUID) -> Topup:
    if topup := await session.get(Topup, topup_id, with_for_update=True, populate_existing=True):
        return topup
    raise TopupNotFound


async def list_topups(
    session: AsyncSession, user_id: UUID, page: PageQuery
) -> tuple[list[Topup], str | None]:
    statement = select(Topup).where(Topup.user_id == user_id)
    return await paginate(session, statement, page, Topup.id)


async def list_held_topups(
    session: AsyncSession, page: PageQuery
) -> tuple[list[Topup], str | None]:
    """Everybody's that wait for a review."""
    return await paginate(session, select(Topup).where(Topup.held_for_review), page, Topup.id)


async def count_succeeded(session: AsyncSession, user_id: UUID, *, since: datetime) -> int:
    statement = select(func.count()).where(
        Topup.user_id == user_id, Topup.state == TopupState.SUCCEEDED, Topup.settled_at > since
    )
    return await session.scalar(statement) or 0


async def lock_topups_of(session: AsyncSession, user_id: UUID) -> None:
    """Nobody else decides on this person's top-ups until commit."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"topups:{user_id}"))))


async def sum_topups(session: AsyncSession, user_id: UUID, *, since: datetime) -> int:
    """Of all that have not failed, those under way too."""
    statement = select(func.coalesce(func.sum(Topup.amount), 0)).where(
        Topup.user_id == user_id, Topup.state != TopupState.FAILED, Topup.created_at > since
    )
    return int(await session.scalar(statement) or 0)
