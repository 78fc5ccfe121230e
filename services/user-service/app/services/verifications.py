"""A walker's side of his verification: handing in documents, and how far it has come."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.background_check import BackgroundCheck
from app.models.verification import (
    VALID_STATES,
    WAITING_STATES,
    DocumentUsedBefore,
    State,
    VerificationCase,
    VerificationIsSuspended,
)
from app.models.walker import Walker
from app.queries import verifications as verification_queries
from app.queries.background_checks import find_newest_check
from app.queries.users import lock_user
from app.queries.walkers import find_locked_walker, find_walker
from app.services.audit import audit_verification
from app.services.requirements import Missing, find_missing
from app.services.telling import save_verification
from app.services.walkers import ensure_walker
from lapa_contracts.user import DocumentType, Verification, VerificationSubmitted
from lapa_kit import clock
from lapa_kit.events import publish
from lapa_kit.ids import new_id

# of how many decisions and from how long ago the usual wait is told
FEWEST_DECISIONS, RECENT = 3, timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far somebody's verification has come: what it is worth, his newest case, what is missing."""

    status: Verification
    walker: Walker | None
    case: VerificationCase | None
    check: BackgroundCheck | None
    missing: list[Missing]
    usual_wait: timedelta | None


async def hand_in(
    session: AsyncSession, user_id: UUID, document_type: DocumentType, media_ids: list[UUID]
) -> VerificationCase:
    """Add documents to the open case, or open one. The files must have been claimed before.

    A file serves once: it is purged with the case it was decided in. Raises DocumentUsedBefore,
    VerificationIsSuspended, InvalidTransition.
    """
    user = await lock_user(session, user_id)
    user.require_active()
    await ensure_walker(session, user)
    if await verification_queries.find_valid_case(session, user_id, State.SUSPENDED):
        raise VerificationIsSuspended
    if await verification_queries.has_documents(session, user_id, media_ids):
        raise DocumentUsedBefore
    case = await verification_queries.find_open_case(session, user_id)
    if case is None:
        case = VerificationCase(
            id=new_id(), user_id=user_id, state=State.DRAFT, asked_for=[], documents=[], steps=[]
        )
        session.add(case)
    case.add_document(document_type, media_ids, clock.now())
    await session.flush()
    await _submit_if_complete(session, case)
    return case


async def submit_draft(session: AsyncSession, user_id: UUID) -> None:
    """Something else that was missing is there now: what was held back for it goes on."""
    await lock_user(session, user_id)
    case = await verification_queries.find_open_case(session, user_id)
    if case and case.state is State.DRAFT:
        await _submit_if_complete(session, case)


async def _submit_if_complete(session: AsyncSession, case: VerificationCase) -> None:
    walker = await find_locked_walker(session, case.user_id)
    assert walker is not None, "a case belongs to a walker"
    is_answered = case.state is State.NEEDS_INFO and not case.asked_for
    if not is_answered and await find_missing(session, case, walker):
        return
    before = case.state
    case.submit(clock.now())
    audit_verification(session, case, "verification_submitted", case.user_id, before=before)
    publish(
        session,
        VerificationSubmitted(
            verification_id=case.id,
            walker_id=case.user_id,
            document_type=case.documents[-1].document_type,
            media_ids=case.media_ids,
        ),
    )
    if not walker.is_verified(clock.now()):
        save_verification(session, walker, Verification.PENDING)


async def get_standing(session: AsyncSession, user_id: UUID) -> Standing:
    walker = await find_walker(session, user_id)
    case = await verification_queries.find_valid_case(session, user_id, State.SUSPENDED)
    case = case or await verification_queries.find_newest_case(session, user_id)
    now = clock.now()
    missing: list[Missing] = []
    if case is None or case.state not in (*WAITING_STATES, *VALID_STATES):
        draft = case if case and case.state is State.DRAFT else None
        missing = await find_missing(session, draft, walker)
    elif case.state is State.NEEDS_INFO:
        missing = await find_missing(session, case, walker)
    if settings.background_check_required and not (walker and walker.is_checked(now)):
        missing.append(Missing("background_check"))
    return Standing(
        status=walker.verification_at(now) if walker else Verification.NONE,
        walker=walker,
        case=case,
        check=await find_newest_check(session, user_id),
        missing=missing,
        usual_wait=await verification_queries.find_usual_wait(
            session, now - RECENT, at_least=FEWEST_DECISIONS
        ),
    )
