"""What operators do with people: suspend, reinstate, give and take roles."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.user import OwnRights, User, UserNotFound
from app.queries.pairings import are_blocked
from app.queries.users import get_user, lock_user
from app.queries.walkers import find_locked_walker
from app.services.revocation import outdate_tokens_later, real_now
from app.services.sessions import end_all_sessions, outdate_tokens
from app.services.telling import tell_user, tell_walker
from app.services.walkers import ensure_walker
from lapa_contracts.roles import Role
from lapa_contracts.user import UserReinstated, UserStatus, UserSuspended
from lapa_kit.audit import describe
from lapa_kit.etags import check_version
from lapa_kit.events import publish


async def get_card(session: AsyncSession, user_id: UUID, *, viewer_id: UUID) -> User:
    """Somebody as others see him; the suspended and those of a blocked pair do not exist."""
    user = await get_user(session, user_id)
    if user_id != viewer_id and (
        not user.is_active or await are_blocked(session, user_id, viewer_id)
    ):
        raise UserNotFound
    return user


async def change_user(
    session: AsyncSession,
    user_id: UUID,
    *,
    actor_id: UUID,
    status: UserStatus | None,
    roles: Sequence[Role] | None,
    reason_code: str,
    reason: str | None,
    version: int | None,
) -> User:
    """Each change of status or roles is audited; nothing happens when nothing changes."""
    if user_id == actor_id:
        raise OwnRights
    user = await lock_user(session, user_id)
    check_version(user.version, version)
    before = {"status": user.status.value, "roles": list(user.roles)}
    new_roles = sorted({role.value for role in roles}) if roles is not None else None
    has_other_roles = new_roles is not None and new_roles != sorted(user.roles)
    has_other_status = status is not None and status is not user.status
    if not (has_other_roles or has_other_status):
        return user
    user.version += 1
    if new_roles is not None and has_other_roles:
        await _set_roles(session, user, new_roles)
    if status is not None and has_other_status:
        await _set_status(session, user, status, reason_code)
    await session.flush()
    tell_user(session, user)
    after = {"status": user.status.value, "roles": list(user.roles)}
    describe(
        session,
        action="rights_changed",
        subject_id=user.id,
        before=before,
        after=after,
        reason=reason or reason_code,
    )
    return user


async def _set_roles(session: AsyncSession, user: User, roles: list[str]) -> None:
    user.roles = roles
    if user.is_walker:
        await ensure_walker(session, user)
    await outdate_tokens(session, user.id)


async def _set_status(
    session: AsyncSession, user: User, status: UserStatus, reason_code: str
) -> None:
    user.status = status
    if status is UserStatus.ACTIVE:
        publish(session, UserReinstated(user_id=user.id, reason_code=reason_code))
        return
    await end_all_sessions(session, user.id, reason="suspended")
    # his keys' tokens too, which are of no session here
    await outdate_tokens_later(session, user.id, real_now())
    publish(session, UserSuspended(user_id=user.id, reason_code=reason_code))
    walker = await find_locked_walker(session, user.id)
    if walker and walker.online:
        walker.online = False
        walker.version += 1
        tell_walker(session, walker)
