"""Support looks with a person's eyes: for minutes, for a reason, and may only look."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.user import User, UserNotFound
from app.models.view import PrivilegedAccount, View
from app.queries.users import get_user
from app.queries.views import find_view, lock_open_view
from app.services.revocation import real_now, revoke_sessions_later
from lapa_contracts.roles import Role
from lapa_kit.audit import describe
from lapa_kit.auth import Principal
from lapa_kit.ids import new_id
from lapa_kit.tokens import mint_access_token

WITHOUT_RIGHTS = {Role.CLIENT, Role.WALKER}


@dataclass(frozen=True, slots=True)
class Opened:
    view: View
    user: User
    access_token: str
    expires_in: int


async def open_view(
    session: AsyncSession, viewed_id: UUID, *, viewer_id: UUID, reason: str
) -> Opened:
    """Raises UserNotFound, PrivilegedAccount."""
    user = await get_user(session, viewed_id)
    if not user.is_active:
        raise UserNotFound
    if not set(user.roles) <= WITHOUT_RIGHTS:
        raise PrivilegedAccount
    life = settings.view_as_life
    now = real_now()
    view = View(
        id=new_id(),
        viewer_id=viewer_id,
        viewed_id=viewed_id,
        reason=reason,
        started_at=now,
        expires_at=now + life,
    )
    session.add(view)
    await session.flush()
    token, expires_in = mint_access_token(
        settings,
        user_id=user.id,
        session_id=view.id,
        roles=user.roles,
        actor_id=viewer_id,
        life_s=_seconds(life),
    )
    describe(session, action="view_started", subject_id=user.id, reason=reason)
    return Opened(view, user, token, expires_in)


async def find_view_of(session: AsyncSession, caller: Principal) -> View | None:
    """The view that he is looking through; None for the person himself."""
    return await find_view(session, caller.session_id) if caller.actor_id else None


async def end_view(session: AsyncSession, view_id: UUID, *, viewer_id: UUID) -> None:
    """Its token stops working everywhere within seconds; raises ViewNotFound."""
    now = real_now()
    view = await lock_open_view(session, view_id, viewer_id=viewer_id, now=now)
    view.ended_at = now
    await revoke_sessions_later(session, [view.id])
    describe(session, action="view_ended", subject_id=view.viewed_id)


def _seconds(life: timedelta) -> int:
    return int(life.total_seconds())
