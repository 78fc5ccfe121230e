"""Access tokens for developers' keys: the gateway owns the keys, this service says who their owners are."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries.users import get_user
from lapa_kit.problems import Forbidden
from lapa_kit.tokens import mint_access_token

KEEPER_OF_KEYS = "api-gateway"


class NotTheKeeper(Forbidden):
    title = "Only the keeper of keys has tokens made for them"


async def mint_for_key(
    session: AsyncSession,
    *,
    caller: str,
    user_id: UUID,
    session_id: UUID,
    scopes: Sequence[str],
    life_s: int,
) -> str:
    """Raises NotTheKeeper, UserNotFound or AccountSuspended."""
    if caller != KEEPER_OF_KEYS:
        raise NotTheKeeper
    user = await get_user(session, user_id)
    user.require_active()
    token, _ = mint_access_token(
        settings,
        user_id=user.id,
        session_id=session_id,
        roles=user.roles,
        scopes=scopes,
        life_s=life_s,
    )
    return token
