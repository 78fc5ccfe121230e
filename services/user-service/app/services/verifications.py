"""The verification of walkers: handed in, reviewed, decided for a year."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.verification import (
    Decision,
    OwnVerification,
    Stage,
    VerificationCase,
    VerificationDocument,
)
from app.models.walker import Walker
from app.queries import verifications as verification_queries
from app.queries.users import lock_user
from app.queries.walkers import find_locked_walker, find_walker
from app.services.telling import tell_walker, write_audit
from app.services.walkers import ensure_walker
from lapa_contracts.user import (
    DocumentType,
    Verification,
    VerificationDecided,
    VerificationSubmitted,
)
from lapa_kit import clock
from lapa_kit.events import publish
from lapa_kit.ids import new_id


@dataclass(frozen=True, slots=True)
class Standing:
    """How far somebody's verification has come: what it is worth, and his newest case."""

    status: Verification
    walker: Walker | None
    case: VerificationCase | None


async def hand_in(
    session: AsyncSession, user_id: UUID, document_type: DocumentType, media_ids: list[UUID]
) -> VerificationCase:
    """Add documents to the open case, or open one. The files must have been claimed before."""
    user = await lock_user(session, user_id)
    user.require_active()
    walker = await ensure_walker(session, user)
    case = await verification_queries.find_open_case(session, user_id)
    if case is None:
        case = VerificationCase(id=new_id(), user_id=user_id, stage=Stage.DRAFT, documents=[])
        session.add(case)
    case.submit(clock.now())
    case.documents.append(VerificationDocument(document_type=document_type, media_ids=media_ids))
    await session.flush()
    publish(
        session,
        VerificationSubmitted(
            verification_id=case.id,
            walker_id=user_id,
            document_type=document_type,
            media_ids=media_ids,
        ),
    )
    if not walker.is_verified(clock.now()):
        _set(session, walker, Verification.PENDING)
    return case


async def get_standing(session: AsyncSession, user_id: UUID) -> Standing:
    walker = await find_walker(session, user_id)
    case = await verification_queries.find_newest_case(session, user_id)
    status = walker.verification_at(clock.now()) if walker else Verification.NONE
    return Standing(status, walker, case)


async def take_up(session: AsyncSession, case_id: UUID, *, reviewer_id: UUID) -> VerificationCase:
    """A reviewer begins to look at it."""
    case = await _lock_for(session, case_id, reviewer_id)
    case.take_up(reviewer_id)
    return case


async def ask_for_more(
    session: AsyncSession, case_id: UUID, *, reviewer_id: UUID, reason: str
) -> VerificationCase:
    """The walker must hand in something else."""
    case = await _lock_for(session, case_id, reviewer_id)
    case.ask(reviewer_id, reason)
    _audit(session, case, "verification_needs_info", reviewer_id)
    return case


async def approve(
    session: AsyncSession, case_id: UUID, *, reviewer_id: UUID, reason: str | None
) -> VerificationCase:
    """From now on he is found, for a year."""
    case = await _decide(session, case_id, Decision.APPROVED, reviewer_id, reason, None)
    walker = await find_locked_walker(session, case.user_id)
    assert walker is not None, "handing in documents makes the row"
    walker.verified_until = clock.now() + settings.verification_life
    _set(session, walker, Verification.APPROVED)
    return case


async def reject(
    session: AsyncSession, case_id: UUID, *, reviewer_id: UUID, reason: str, reason_code: str
) -> VerificationCase:
    """An approval that still holds is not lost by a rejected renewal."""
    case = await _decide(session, case_id, Decision.REJECTED, reviewer_id, reason, reason_code)
    walker = await find_locked_walker(session, case.user_id)
    assert walker is not None, "handing in documents makes the row"
    if not walker.is_verified(clock.now()):
        _set(session, walker, Verification.REJECTED)
    return case


async def _decide(
    session: AsyncSession,
    case_id: UUID,
    decision: Decision,
    reviewer_id: UUID,
    reason: str | None,
    reason_code: str | None,
) -> VerificationCase:
    case = await _lock_for(session, case_id, reviewer_id)
    now = clock.now()
    purge_at = now + settings.documents_kept_for
    case.decide(decision, reviewer_id, now, reason=reason, purge_at=purge_at)
    _audit(session, case, f"verification_{decision.value}", reviewer_id)
    publish(
        session,
        VerificationDecided(
            verification_id=case.id,
            walker_id=case.user_id,
            document_type=case.documents[0].document_type,
            media_ids=case.media_ids,
            purge_at=purge_at,
            decision=decision.value,
            reason_code=reason_code,
        ),
    )
    return case


async def _lock_for(session: AsyncSession, case_id: UUID, reviewer_id: UUID) -> VerificationCase:
    case = await verification_queries.lock_case(session, case_id)
    if case.user_id == reviewer_id:
        raise OwnVerification
    return case


def _set(session: AsyncSession, walker: Walker, verification: Verification) -> None:
    walker.verification = verification
    walker.version += 1
    tell_walker(session, walker)


def _audit(session: AsyncSession, case: VerificationCase, action: str, reviewer_id: UUID) -> None:
    write_audit(
        session,
        action,
        case.user_id,
        actor_id=reviewer_id,
        before={},
        after={"verification_id": str(case.id), "stage": case.stage.value},
        reason=case.reason,
    )
