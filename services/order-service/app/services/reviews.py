"""Reviews in both directions, shown when both wrote or the window has closed."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import WALK_IS_OVER, InvalidTransition, Order, OrderStatus
from app.models.review import AlreadyReviewed, Review, ReviewNotFound, ReviewWindowClosed
from app.queries.orders import get_party_order, lock_order
from app.queries.walkers import find_walker
from app.queries.walks import lock_review, lock_reviews
from app.services.telling import note, tell_reputation
from lapa_contracts.order import ReviewRevealed
from lapa_kit import clock, jobs
from lapa_kit.audit import describe
from lapa_kit.events import publish
from lapa_kit.ids import new_id

REVIEWABLE = WALK_IS_OVER | {OrderStatus.NO_SHOW}


async def review(
    session: AsyncSession,
    order_id: UUID,
    *,
    author_id: UUID,
    rating: int,
    comment: str | None,
    tags: list[str],
) -> Review:
    """Rate the other side, once; the second review reveals both."""
    await get_party_order(session, order_id, author_id)
    order = await lock_order(session, order_id)
    if order.status not in REVIEWABLE or order.walker_id is None:
        raise InvalidTransition("There is nothing to review yet.")
    ended_at = order.finished_at or order.ends_at
    if clock.now() > ended_at + settings.review_window:
        raise ReviewWindowClosed
    reviews = await lock_reviews(session, order.id)
    if any(known.author_id == author_id for known in reviews):
        raise AlreadyReviewed
    subject_id = order.walker_id if author_id == order.client_id else order.client_id
    written = Review(
        id=new_id(),
        order_id=order.id,
        author_id=author_id,
        subject_id=subject_id,
        rating=rating,
        comment=comment,
        tags=tags,
    )
    session.add(written)
    await session.flush()
    if reviews:
        await _reveal(session, order, [*reviews, written])
    else:
        at = ended_at + settings.review_window
        payload = {"order_id": str(order.id)}
        await jobs.enqueue(session, "reveal_reviews", payload, at=at, key=f"reviews:{order.id}")
    return written


async def reveal_reviews(session: AsyncSession, order_id: UUID) -> None:
    """The window has closed: what was written is shown."""
    order = await lock_order(session, order_id)
    await _reveal(session, order, await lock_reviews(session, order_id))


async def _reveal(session: AsyncSession, order: Order, reviews: list[Review]) -> None:
    for one in reviews:
        if one.revealed_at or one.removed_at:
            continue
        one.revealed_at = clock.now()
        publish(
            session,
            ReviewRevealed(
                order_id=order.id,
                author_id=one.author_id,
                subject_id=one.subject_id,
                rating=one.rating,
            ),
        )
        if one.subject_id == order.walker_id:
            walker = await find_walker(session, one.subject_id)
            if walker:
                walker.rating_sum += one.rating
                walker.rating_count += 1
                tell_reputation(session, walker)
    await jobs.cancel(session, f"reviews:{order.id}")


async def reply(session: AsyncSession, review_id: UUID, *, subject_id: UUID, text: str) -> Review:
    """By the one the review is about, once it can be read."""
    written = await lock_review(session, review_id)
    if written.subject_id != subject_id or written.revealed_at is None:
        raise ReviewNotFound
    written.answer(clock.now(), text)
    return written


async def remove(
    session: AsyncSession, review_id: UUID, *, moderator_id: UUID, reason: str
) -> Review:
    """Its words and stars are taken back, the reason stays for all to read."""
    written = await lock_review(session, review_id)
    order = await lock_order(session, written.order_id)
    written.remove(clock.now(), reason)
    describe(
        session,
        action="review_removed",
        subject_id=written.author_id,
        before={"rating": written.rating, "revealed": written.revealed_at is not None},
        after={"review_id": str(review_id), "removed": True},
        reason=reason,
    )
    note(session, order, "review_removed", "support", moderator_id, review_id=str(review_id))
    if written.revealed_at and written.subject_id == order.walker_id:
        walker = await find_walker(session, written.subject_id)
        if walker:
            walker.rating_sum -= written.rating
            walker.rating_count -= 1
            tell_reputation(session, walker)
    return written
