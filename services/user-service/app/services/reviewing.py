"""The reviewers' side of a verification: picking up, asking, deciding, suspending."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.verification import (
    OwnVerification,
    SecondReviewerNeeded,
    State,
    VerificationCase,
    VerificationIsSuspended,
)
from app.models.walker import Walker
from app.queries import verifications as verification_queries
from app.queries.users import lock_user
from app.queries.walkers import find_locked_walker
from app.services.audit import audit_verification
from app.services.telling import save_verification
from app.services.validity import plan_end
from lapa_contracts.user import (
    DocumentType,
    Verification,
    VerificationDecided,
    VerificationMoved,
)
from lapa_kit import clock
from lapa_kit.events import publish


async def take_up(session: AsyncSession, case_id: UUID, *, reviewer_id: UUID) -> VerificationCase:
    """A reviewer begins to look at it: for a while it is his. Raises ReviewTaken."""
    case = await _lock_for(session, case_id, reviewer_id)
    before = case.state
    case.take_up(reviewer_id, clock.now())
    audit_verification(session, case, "verification_taken_up", reviewer_id, before=before)
    _tell_moved(session, case, "in_review")
    return case


async def ask_for_more(
    session: AsyncSession,
    case_id: UUID,
    *,
    reviewer_id: UUID,
    reason: str,
    missing: list[DocumentType],
) -> VerificationCase:
    """The walker must hand in something else; without `missing` any document is an answer."""
    case = await _lock_for(session, case_id, reviewer_id)
    before = case.state
    case.ask(reviewer_id, clock.now(), reason, missing)
    audit_verification(session, case, "verification_needs_info", reviewer_id, before=before)
    _tell_moved(session, case, "needs_info")
    return case


async def approve(
    session: AsyncSession, case_id: UUID, *, reviewer_id: UUID, reason: str | None
) -> VerificationCase:
    """From now on he is found, for a year; where two must agree, with the second approval."""
    case = await _lock_for(session, case_id, reviewer_id)
    if settings.second_reviewer_required and not case.has_first_approval:
        before = case.state
        case.approve_first(reviewer_id, clock.now())
        audit_verification(session, case, "verification_first_approval", reviewer_id, before=before)
        return case
    if settings.second_reviewer_required and case.first_reviewer_id == reviewer_id:
        raise SecondReviewerNeeded
    walker = await _lock_walker(session, case)
    await _end_previous(session, case, reviewer_id)
    await _decide(session, case, State.APPROVED, reviewer_id, reason, None)
    walker.verified_until = clock.now() + settings.verification_life
    save_verification(session, walker, Verification.APPROVED)
    await plan_end(session, walker.id, "verification", walker.verified_until)
    return case


async def reject(
    session: AsyncSession, case_id: UUID, *, reviewer_id: UUID, reason: str, reason_code: str
) -> VerificationCase:
    """An approval that still holds is not lost by a rejected renewal."""
    case = await _lock_for(session, case_id, reviewer_id)
    await _turn_down(session, case, reviewer_id, reason, reason_code)
    return case


async def end_abandoned(session: AsyncSession, before: datetime) -> None:
    """What its walker has not come back to for long is over, and its documents go."""
    for case in await verification_queries.lock_cases_untouched_since(session, before):
        await _turn_down(session, case, None, None, "abandoned")


async def suspend(
    session: AsyncSession, case_id: UUID, *, reviewer_id: UUID, reason: str, reason_code: str
) -> VerificationCase:
    """An approval that is in doubt: he is not found until it is reinstated."""
    case = await _lock_for(session, case_id, reviewer_id)
    walker = await _lock_walker(session, case)
    before = case.state
    case.change_validity(
        State.SUSPENDED,
        clock.now(),
        actor_id=reviewer_id,
        reason=reason,
        reason_code=reason_code,
    )
    audit_verification(session, case, "verification_suspended", reviewer_id, before=before)
    _tell_moved(session, case, "suspended")
    walker.online = False
    save_verification(session, walker, Verification.PENDING)
    return case


async def reinstate(
    session: AsyncSession, case_id: UUID, *, reviewer_id: UUID, reason: str
) -> VerificationCase:
    """The doubt is gone: what is left of the approval holds again."""
    case = await _lock_for(session, case_id, reviewer_id)
    walker = await _lock_walker(session, case)
    before = case.state
    case.change_validity(State.APPROVED, clock.now(), actor_id=reviewer_id, reason=reason)
    audit_verification(session, case, "verification_reinstated", reviewer_id, before=before)
    _tell_moved(session, case, "reinstated")
    save_verification(session, walker, Verification.APPROVED)
    return case


async def _end_previous(session: AsyncSession, case: VerificationCase, reviewer_id: UUID) -> None:
    """A renewal takes the place of the approval before it. Raises VerificationIsSuspended."""
    previous = await verification_queries.find_valid_case(session, case.user_id)
    if previous is None or previous.id == case.id:
        return
    if previous.state is State.SUSPENDED:
        raise VerificationIsSuspended
    previous.change_validity(
        State.EXPIRED, clock.now(), actor_id=reviewer_id, reason=None, reason_code="renewed"
    )
    await session.flush()


async def _turn_down(
    session: AsyncSession,
    case: VerificationCase,
    reviewer_id: UUID | None,
    reason: str | None,
    reason_code: str,
) -> None:
    walker = await _lock_walker(session, case)
    await _decide(session, case, State.REJECTED, reviewer_id, reason, reason_code)
    if walker.verification is Verification.PENDING and not await _is_suspended(session, case):
        save_verification(session, walker, Verification.REJECTED)


async def _is_suspended(session: AsyncSession, case: VerificationCase) -> bool:
    return bool(await verification_queries.find_valid_case(session, case.user_id, State.SUSPENDED))


async def _decide(
    session: AsyncSession,
    case: VerificationCase,
    state: State,
    reviewer_id: UUID | None,
    reason: str | None,
    reason_code: str | None,
) -> None:
    now, before = clock.now(), case.state
    purge_at = now + settings.documents_kept_for
    case.decide(
        state,
        now,
        actor_id=reviewer_id,
        reason=reason,
        reason_code=reason_code,
        purge_at=purge_at,
    )
    audit_verification(session, case, f"verification_{state.value}", reviewer_id, before=before)
    publish(
        session,
        VerificationDecided(
            verification_id=case.id,
            walker_id=case.user_id,
            document_type=case.documents[0].document_type,
            media_ids=case.media_ids,
            purge_at=purge_at,
            decision="approved" if state is State.APPROVED else "rejected",
            reason_code=reason_code,
        ),
    )


async def _lock_for(session: AsyncSession, case_id: UUID, reviewer_id: UUID) -> VerificationCase:
    """In the order of locks of who hands in: his account, then the case."""
    known = await verification_queries.get_case(session, case_id)
    if known.user_id == reviewer_id:
        raise OwnVerification
    await lock_user(session, known.user_id)
    case = await verification_queries.lock_case(session, case_id)
    case.check_hold(reviewer_id, clock.now(), settings.review_lease)
    return case


async def _lock_walker(session: AsyncSession, case: VerificationCase) -> Walker:
    walker = await find_locked_walker(session, case.user_id)
    assert walker is not None, "handing in documents makes the row"
    return walker


def _tell_moved(session: AsyncSession, case: VerificationCase, stage: str) -> None:
    publish(
        session,
        VerificationMoved.model_validate(
            {"verification_id": case.id, "walker_id": case.user_id, "stage": stage}
        ),
    )
