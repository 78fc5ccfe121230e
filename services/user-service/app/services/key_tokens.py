"""Access tokens for developers' keys: the gateway owns the keys, this service says who their owners are."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.queries.users import get_user
from app.services.sign_in_methods import find_methods
from lapa_contracts.roles import PRIVILEGED
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
    methods = await find_methods(session, user)
    is_enough = methods.totp or methods.passkeys > 0 or PRIVILEGED.isdisjoint(user.roles)
    token, _ = mint_access_token(
        settings,
        user_id=user.id,
        session_id=session_id,
        roles=user.roles,
        scopes=scopes,
        # a key reaches no further than its owner, who has lost his last second factor
        must_enrol=settings.wants_second_factor and not is_enough,
        life_s=life_s,
    )
    return token
