"""Reviews in both directions."""

from typing import Annotated
from uuid import UUID

from app.models.order import InvalidTransition, OrderNotFound
from app.models.review import (
    AlreadyReplied,
    AlreadyReviewed,
    ReviewNotFound,
    ReviewRemoved,
    ReviewWindowClosed,
)
from app.queries.walks import list_revealed_reviews
from app.schemas.walks import ReviewCreate, ReviewRead, ReviewRemoval, ReviewReply
from app.services import reviews
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/orders", tags=["reviews"])
Moderator = Annotated[Principal, allowed("reviews:moderate")]


@router.post(
    "/{order_id:uuid}/review",
    status_code=201,
    responses=problems(
        *IDENTITY_PROBLEMS, OrderNotFound, InvalidTransition, AlreadyReviewed, ReviewWindowClosed
    ),
)
async def review_order(
    order_id: UUID, body: ReviewCreate, user: CurrentUser, session: Session
) -> ReviewRead:
    """Rate the other side, once; hidden until both wrote or 14 days passed."""
    review = await reviews.review(
        session,
        order_id,
        author_id=user.id,
        rating=body.rating,
        comment=body.comment,
        tags=body.tags,
    )
    return ReviewRead.of(review)


@router.get("/reviews", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_reviews(
    user_id: UUID, _: CurrentUser, session: Session, page: Paging
) -> Page[ReviewRead]:
    """What others wrote about a user, newest first."""
    return page_of(await list_revealed_reviews(session, user_id, page), ReviewRead.of)


@router.post(
    "/reviews/{review_id:uuid}/reply",
    responses=problems(*IDENTITY_PROBLEMS, ReviewNotFound, AlreadyReplied, ReviewRemoved),
)
async def reply_to_review(
    review_id: UUID, body: ReviewReply, user: CurrentUser, session: Session
) -> ReviewRead:
    """A word to what was written about the caller; once."""
    return ReviewRead.of(
        await reviews.reply(session, review_id, subject_id=user.id, text=body.text)
    )


@router.post(
    "/reviews/{review_id:uuid}/remove",
    responses=problems(*IDENTITY_PROBLEMS, ReviewNotFound, ReviewRemoved),
)
async def remove_review(
    review_id: UUID, body: ReviewRemoval, user: Moderator, session: Session
) -> ReviewRead:
    """Take down a review that breaks the rules; the reason is public."""
    removed = await reviews.remove(session, review_id, moderator_id=user.id, reason=body.reason)
    return ReviewRead.of(removed)
