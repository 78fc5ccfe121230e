"""Verifications in SQL."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.verification import (
    OPEN_STATES,
    VALID_STATES,
    WAITING_STATES,
    State,
    VerificationCase,
    VerificationDocument,
    VerificationNotFound,
)
from lapa_kit.pagination import PageQuery, paginate

STATES_OF = {
    "pending": WAITING_STATES,
    "approved": (State.APPROVED,),
    "rejected": (State.REJECTED,),
    "expired": (State.EXPIRED,),
    "suspended": (State.SUSPENDED,),
}


async def find_newest_case(session: AsyncSession, user_id: UUID) -> VerificationCase | None:
    statement = select(VerificationCase).where(VerificationCase.user_id == user_id)
    return await session.scalar(statement.order_by(VerificationCase.id.desc()).limit(1))


async def find_open_case(session: AsyncSession, user_id: UUID) -> VerificationCase | None:
    """Locked for update."""
    return await _find_locked(session, user_id, OPEN_STATES)


async def find_valid_case(
    session: AsyncSession, user_id: UUID, *states: State
) -> VerificationCase | None:
    """The one his standing rests on, approved or suspended, or of those `states`; locked."""
    return await _find_locked(session, user_id, states or VALID_STATES)


async def _find_locked(
    session: AsyncSession, user_id: UUID, states: Sequence[State]
) -> VerificationCase | None:
    statement = select(VerificationCase).where(
        VerificationCase.user_id == user_id, VerificationCase.state.in_(states)
    )
    return await session.scalar(statement.with_for_update())


async def get_case(session: AsyncSession, case_id: UUID) -> VerificationCase:
    if case := await session.get(VerificationCase, case_id):
        return case
    raise VerificationNotFound


async def lock_case(session: AsyncSession, case_id: UUID) -> VerificationCase:
    statement = select(VerificationCase).where(VerificationCase.id == case_id).with_for_update()
    if case := await session.scalar(statement.execution_options(populate_existing=True)):
        return case
    raise VerificationNotFound


async def lock_cases_untouched_since(
    session: AsyncSession, moment: datetime
) -> Sequence[VerificationCase]:
    """Drafts and unanswered questions; those that somebody works on are left for the next time."""
    statement = select(VerificationCase).where(
        VerificationCase.state.in_([State.DRAFT, State.NEEDS_INFO]),
        VerificationCase.updated_at < moment,
    )
    found = await session.scalars(statement.limit(100).with_for_update(skip_locked=True))
    return found.all()


async def has_documents(session: AsyncSession, user_id: UUID, media_ids: Sequence[UUID]) -> bool:
    """Whether one of the files was handed in before."""
    statement = (
        select(VerificationDocument.id)
        .join(VerificationCase, VerificationCase.id == VerificationDocument.case_id)
        .where(
            VerificationCase.user_id == user_id,
            VerificationDocument.media_ids.overlap(list(media_ids)),
        )
        .limit(1)
    )
    return await session.scalar(statement) is not None


async def find_usual_wait(
    session: AsyncSession, since: datetime, *, at_least: int
) -> timedelta | None:
    """The median from submitting to deciding; None when too few were decided to tell."""
    wait = VerificationCase.decided_at - VerificationCase.submitted_at
    statement = select(func.count(), func.percentile_cont(0.5).within_group(wait)).where(
        VerificationCase.decided_at > since, VerificationCase.submitted_at.is_not(None)
    )
    decided, median = (await session.execute(statement)).one()
    return median if decided >= at_least else None


async def list_cases(
    session: AsyncSession, page: PageQuery, *, status: str | None
) -> tuple[list[VerificationCase], str | None]:
    """The oldest first, as they are worked off; drafts are their walkers' alone."""
    states = STATES_OF[status] if status else tuple(set(State) - {State.DRAFT})
    statement = select(VerificationCase).where(VerificationCase.state.in_(states))
    return await paginate(session, statement, page, VerificationCase.id, descending=False)
