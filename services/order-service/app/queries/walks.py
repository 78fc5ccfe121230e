"""Walk events, reveals and reviews in SQL."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.access import AccessReveal
from app.models.review import Review, ReviewNotFound
from app.models.walk import WalkEvent
from lapa_kit.pagination import PageQuery, paginate


async def list_walk_events(session: AsyncSession, order_id: UUID) -> list[WalkEvent]:
    statement = select(WalkEvent).where(WalkEvent.order_id == order_id)
    return list(await session.scalars(statement.order_by(WalkEvent.at, WalkEvent.id)))


async def list_walk_event_page(
    session: AsyncSession, order_id: UUID, page: PageQuery
) -> tuple[list[WalkEvent], str | None]:
    """In the order in which they happened, which is not that in which a phone without a network sends them."""
    statement = select(WalkEvent).where(WalkEvent.order_id == order_id)
    return await paginate(session, statement, page, WalkEvent.at, WalkEvent.id, descending=False)


async def list_reveals(session: AsyncSession, order_id: UUID) -> list[AccessReveal]:
    statement = select(AccessReveal).where(AccessReveal.order_id == order_id)
    return list(await session.scalars(statement.order_by(AccessReveal.id)))


async def lock_reviews(session: AsyncSession, order_id: UUID) -> list[Review]:
    statement = select(Review).where(Review.order_id == order_id).order_by(Review.id)
    return list(await session.scalars(statement.with_for_update()))


async def lock_review(session: AsyncSession, review_id: UUID) -> Review:
    if review := await session.get(Review, review_id, with_for_update=True):
        return review
    raise ReviewNotFound


async def list_revealed_reviews(
    session: AsyncSession, subject_id: UUID, page: PageQuery
) -> tuple[list[Review], str | None]:
    statement = select(Review).where(
        Review.subject_id == subject_id, Review.revealed_at.is_not(None)
    )
    return await paginate(session, statement, page, Review.id)
