"""Appeals: what is suspended may be contested; granting one lifts the suspension itself."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.appeal import Appeal, AppealIsOpen, AppealStatus, NothingToAppeal
from app.models.user import OwnRights, User
from app.models.verification import State
from app.queries import appeals as appeal_queries
from app.queries.users import lock_user
from app.queries.verifications import find_valid_case
from app.services import people, reviewing
from lapa_contracts.user import AppealAgainst, AppealAnswered, AppealOpened, UserStatus
from lapa_kit import clock
from lapa_kit.audit import describe
from lapa_kit.auth import Principal
from lapa_kit.events import publish
from lapa_kit.ids import new_id

NEEDED = {
    AppealAgainst.ACCOUNT: "users:manage",
    AppealAgainst.VERIFICATION: "verifications:review",
}


async def appeal_for_account(session: AsyncSession, user: User, statement: str) -> Appeal:
    """Of somebody who cannot sign in any more. Raises NothingToAppeal, AppealIsOpen."""
    locked = await lock_user(session, user.id)
    if locked.status is not UserStatus.SUSPENDED:
        raise NothingToAppeal
    return await _open(session, user.id, AppealAgainst.ACCOUNT, statement, None)


async def appeal_for_verification(session: AsyncSession, user_id: UUID, statement: str) -> Appeal:
    """Raises NothingToAppeal, AppealIsOpen."""
    await lock_user(session, user_id)
    case = await find_valid_case(session, user_id, State.SUSPENDED)
    if case is None:
        raise NothingToAppeal
    return await _open(session, user_id, AppealAgainst.VERIFICATION, statement, case.id)


async def _open(
    session: AsyncSession,
    user_id: UUID,
    against: AppealAgainst,
    statement: str,
    verification_id: UUID | None,
) -> Appeal:
    if await appeal_queries.find_open_appeal(session, user_id, against):
        raise AppealIsOpen
    appeal = Appeal(
        id=new_id(),
        user_id=user_id,
        against=against,
        verification_id=verification_id,
        statement=statement,
    )
    session.add(appeal)
    await session.flush()
    publish(session, AppealOpened(appeal_id=appeal.id, user_id=user_id, against=against))
    return appeal


async def answer(
    session: AsyncSession, appeal_id: UUID, reviewer: Principal, *, grant: bool, answer: str
) -> Appeal:
    """Raises AppealAnswered, PermissionDenied, OwnRights; NothingToAppeal when it was lifted before."""
    known = await appeal_queries.get_appeal(session, appeal_id)
    reviewer.require(NEEDED[known.against])
    if known.user_id == reviewer.id:
        raise OwnRights
    await lock_user(session, known.user_id)
    appeal = await appeal_queries.lock_appeal(session, appeal_id)
    status = AppealStatus.GRANTED if grant else AppealStatus.REFUSED
    appeal.settle(status, answer, reviewer.id, clock.now())
    if grant:
        await _lift(session, appeal, reviewer.id, answer)
    describe(
        session,
        action=f"appeal_{status.value}",
        subject_id=appeal.user_id,
        before={"appeal_id": str(appeal.id), "status": AppealStatus.OPEN.value},
        after={"appeal_id": str(appeal.id), "status": status.value},
        reason=answer,
    )
    publish(
        session,
        AppealAnswered(
            appeal_id=appeal.id,
            user_id=appeal.user_id,
            against=appeal.against,
            outcome="granted" if grant else "refused",
        ),
    )
    return appeal


async def _lift(session: AsyncSession, appeal: Appeal, reviewer_id: UUID, reason: str) -> None:
    if appeal.verification_id:
        await reviewing.reinstate(
            session, appeal.verification_id, reviewer_id=reviewer_id, reason=reason
        )
        return
    await people.change_user(
        session,
        appeal.user_id,
        actor_id=reviewer_id,
        status=UserStatus.ACTIVE,
        roles=None,
        reason_code="appeal",
        reason=reason,
        version=None,
    )
