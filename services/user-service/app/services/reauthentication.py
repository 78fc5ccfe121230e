"""Proving once more who is there, before something that a borrowed phone must not do."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.user import PasswordRequired, User
from app.queries.sessions import find_session
from app.services.passwords import verify_password
from app.services.revocation import real_now


class SignInAgain(PasswordRequired):
    title = "Sign in again for that"


async def confirm_identity(
    session: AsyncSession, user: User, session_id: UUID, password: str | None
) -> None:
    """By the password; who has none must have signed in just now. Raises PasswordRequired, SignInAgain."""
    if user.password_hash is not None:
        is_right, _ = await verify_password(password or "", user.password_hash)
        if not is_right:
            raise PasswordRequired
        return
    family = await find_session(session, session_id)
    if family is None or family.created_at + settings.fresh_sign_in < real_now():
        raise SignInAgain
