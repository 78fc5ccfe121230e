"""Sessions and refresh tokens in SQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.session import RefreshToken, SessionNotFound, UserSession


async def lock_session_of_token(
    session: AsyncSession, token_hash: bytes
) -> tuple[UserSession | None, bool]:
    """The family, locked; and whether another request was at work on it, so that we had to wait."""
    session_id = await session.scalar(
        select(RefreshToken.session_id).where(RefreshToken.hash == token_hash)
    )
    if session_id is None:
        return None, False
    statement = select(UserSession).where(UserSession.id == session_id)
    if family := await session.scalar(statement.with_for_update(skip_locked=True)):
        return family, False
    return await session.scalar(statement.with_for_update()), True


async def find_token(session: AsyncSession, token_hash: bytes) -> RefreshToken | None:
    statement = select(RefreshToken).where(RefreshToken.hash == token_hash)
    return await session.scalar(statement.execution_options(populate_existing=True))


async def is_known_device(
    session: AsyncSession,
    user_id: UUID,
    *,
    browser: str | None,
    system: str | None,
    country: str | None,
) -> bool:
    """Whether such a browser of such a system was signed in before, in that country if both are known."""
    statement = select(UserSession.id).where(
        UserSession.user_id == user_id,
        UserSession.browser.is_not_distinct_from(browser),
        UserSession.system.is_not_distinct_from(system),
    )
    if country:
        is_there = or_(UserSession.country.is_(None), UserSession.country == country)
        statement = statement.where(is_there)
    return await session.scalar(statement.limit(1)) is not None


async def find_session(session: AsyncSession, session_id: UUID) -> UserSession | None:
    return await session.get(UserSession, session_id)


async def lock_session(
    session: AsyncSession, session_id: UUID, *, user_id: UUID, now: datetime
) -> UserSession:
    """A live session of this user; another's does not exist for him."""
    statement = select(UserSession).where(
        UserSession.id == session_id,
        UserSession.user_id == user_id,
        UserSession.ended_at.is_(None),
        UserSession.expires_at > now,
    )
    if found := await session.scalar(statement.with_for_update()):
        return found
    raise SessionNotFound


async def list_live_sessions(
    session: AsyncSession, user_id: UUID, now: datetime
) -> list[UserSession]:
    statement = select(UserSession).where(
        UserSession.user_id == user_id,
        UserSession.ended_at.is_(None),
        UserSession.expires_at > now,
    )
    return list(await session.scalars(statement.order_by(UserSession.last_used_at.desc())))


async def lock_live_sessions(
    session: AsyncSession, user_id: UUID, *, but: UUID | None = None
) -> list[UserSession]:
    statement = select(UserSession).where(
        UserSession.user_id == user_id, UserSession.ended_at.is_(None)
    )
    if but:
        statement = statement.where(UserSession.id != but)
    return list(await session.scalars(statement.order_by(UserSession.id).with_for_update()))
