"""The ways in to an account; the last one stays."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.identity import Identity
from app.models.user import LastSignInMethod, User
from app.queries.identities import list_identities
from app.queries.passkeys import list_passkeys
from app.queries.second_factors import count_recovery_codes, has_totp
from app.services.issuers import trusted_issuers


@dataclass(frozen=True, slots=True)
class SignInMethods:
    has_password: bool
    phone_verified: bool
    passkeys: int
    identities: int
    totp: bool
    recovery_codes_left: int


async def find_methods(session: AsyncSession, user: User) -> SignInMethods:
    return SignInMethods(
        has_password=user.password_hash is not None,
        phone_verified=user.phone_verified,
        passkeys=len(await list_passkeys(session, user.id)),
        identities=len(await _list_identities(session, user)),
        totp=await has_totp(session, user.id),
        recovery_codes_left=await count_recovery_codes(session, user.id),
    )


async def require_another_method(session: AsyncSession, user: User, *, but: UUID) -> None:
    """Raises LastSignInMethod when nothing but this one opens the account."""
    if user.password_hash is not None or user.phone_verified:
        return
    ways = [*await list_passkeys(session, user.id), *await _list_identities(session, user)]
    if all(way.id == but for way in ways):
        raise LastSignInMethod


async def _list_identities(session: AsyncSession, user: User) -> list[Identity]:
    return await list_identities(session, user.id, issuers=trusted_issuers())
