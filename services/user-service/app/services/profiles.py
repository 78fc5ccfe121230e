"""A person's own profile."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.user import User
from app.queries import users as user_queries
from app.services.codes import issue_code
from app.services.reauthentication import confirm_identity
from app.services.telling import tell_contact, tell_user
from lapa_contracts.user import CodePurpose
from lapa_kit.etags import check_version

CONTACT = ("email", "phone")


async def change_profile(
    session: AsyncSession,
    user_id: UUID,
    facts: dict[str, Any],
    *,
    session_id: UUID,
    current_password: str | None,
    version: int | None,
) -> User:
    """Change what `facts` names. A new e-mail needs the password, and must be proved anew.

    Raises EmailTaken, PasswordRequired, TooManyCodes, PreconditionFailed.
    """
    known = await user_queries.get_user(session, user_id)
    email = facts.pop("email", None) or known.email
    if email != known.email:
        await confirm_identity(session, known, session_id, current_password)
    user = await user_queries.lock_user(session, user_id)
    check_version(user.version, version)
    before = {name: getattr(user, name) for name in CONTACT}
    if email != user.email:
        user.change_email(email)
    if "phone" in facts:
        user.change_phone(facts.pop("phone"))
    for name, value in facts.items():
        setattr(user, name, value)
    user.version += 1
    await user_queries.save_user(session, user)
    tell_user(session, user)
    if before != {name: getattr(user, name) for name in CONTACT}:
        tell_contact(session, user)
    if email != before["email"]:
        await issue_code(session, user, CodePurpose.VERIFY, address=user.email)
    return user


async def drop_avatar(session: AsyncSession, media_id: UUID) -> None:
    """The picture is gone or will never be shown."""
    for user in await user_queries.lock_users_with_avatar(session, media_id):
        user.avatar_media_id = None
        user.version += 1
        tell_user(session, user)


async def note_bounce(session: AsyncSession, user_id: UUID) -> None:
    """His e-mail takes no messages: he is shown that, nobody else."""
    (await user_queries.lock_user(session, user_id)).email_bounced = True
