"""The first administrator, there before anybody signs in."""

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.user import User
from app.queries.users import find_user_by_email
from app.services.accounts import add_account
from app.services.audit import write_audit
from app.services.passwords import hash_password
from lapa_contracts.roles import Role
from lapa_kit.ids import new_id

log = structlog.get_logger()


async def ensure_first_admin(session: AsyncSession, email: str, password: str) -> bool:
    """True when he was made now; an account of that address is never touched."""
    email = email.strip().lower()
    known = await find_user_by_email(session, email)
    if known:
        if Role.ADMIN not in known.roles:
            log.warning("first_admin.address_belongs_to_another")
        return False
    user = User(
        id=new_id(),
        email=email,
        email_verified=True,
        password_hash=await hash_password(password),
        full_name="Administrator",
        locale=settings.default_locale,
        timezone=settings.default_timezone,
        roles=[Role.ADMIN.value],
    )
    await add_account(session, user)
    write_audit(
        session,
        "first_admin_made",
        user.id,
        actor_id=None,
        before={},
        after={"roles": user.roles},
    )
    return True
