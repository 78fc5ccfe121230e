"""Accounts elsewhere as a way in: the first time they make an account, later they open it; linked and unlinked."""

import re
from uuid import UUID

from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.identity import AccountExists, EmailNotProved, Identity, IdentityTaken
from app.models.user import User
from app.queries import identities as queries
from app.queries.users import find_user_by_email, get_user, lock_user
from app.services.accounts import add_account
from app.services.attempts import attempts_at
from app.services.audit import write_audit
from app.services.devices import Device
from app.services.issuers import trusted_issuers
from app.services.oauth import Asserted, admitted
from app.services.reauthentication import confirm_identity
from app.services.revocation import real_now
from app.services.second_factors import check_second_factor
from app.services.sessions import SignedIn, open_session
from app.services.sign_in_methods import require_another_method
from lapa_contracts.roles import Role
from lapa_kit.ids import new_id
from lapa_kit.ratelimit import RateLimiter

LOCALE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")


async def sign_in(
    session: AsyncSession,
    redis: Redis,
    limiter: RateLimiter,
    device: Device,
    *,
    ticket: str,
    browser: str,
    totp_code: str | None,
    role: Role,
    timezone: str | None,
) -> SignedIn:
    """Into the linked account, or a new one for an e-mail that the issuer vouches for.

    An e-mail that has an account already opens it to nobody: its owner links the two. Raises InvalidTicket,
    AccountSuspended, TooManyAttempts, TotpRequired, InvalidTotpCode, EmailNotProved, AccountExists.
    """
    async with admitted(redis, ticket, browser) as asserted:
        identity = await queries.find_identity(session, asserted.issuer, asserted.subject)
        if identity is None:
            user = await _make_account(session, asserted, role=role, timezone=timezone)
            return await open_session(session, user, device, is_first=True)
        user = await get_user(session, identity.user_id)
        user.require_active()
        has_second_factor = await _check_second_factor(session, limiter, user, totp_code)
        identity.last_used_at = real_now()
        return await open_session(session, user, device, has_second_factor=has_second_factor)


async def _check_second_factor(
    session: AsyncSession, limiter: RateLimiter, user: User, code: str | None
) -> bool:
    """Counted for the account: whoever has come so far could come again with as many tickets as he likes."""
    if not code:
        return await check_second_factor(session, user, None)
    async with attempts_at(limiter, f"totp:{user.id}", settings.second_factor_rate):
        return await check_second_factor(session, user, code)


async def _make_account(
    session: AsyncSession, asserted: Asserted, *, role: Role, timezone: str | None
) -> User:
    email = _proved_email(asserted)
    if await find_user_by_email(session, email):
        raise AccountExists
    locale = (asserted.locale or "").replace("_", "-")
    user = User(
        id=new_id(),
        email=email,
        email_verified=True,
        full_name=_name(asserted, email),
        locale=locale if LOCALE.fullmatch(locale) else settings.default_locale,
        timezone=timezone or settings.default_timezone,
        roles=[role.value],
    )
    await add_account(session, user)
    await _keep(session, user.id, asserted, email)
    return user


async def link(
    session: AsyncSession,
    redis: Redis,
    user_id: UUID,
    *,
    session_id: UUID,
    password: str | None,
    ticket: str,
    browser: str,
) -> Identity:
    """Raises PasswordRequired, SignInAgain, InvalidTicket, EmailNotProved, IdentityTaken, ProviderLinked."""
    await confirm_identity(session, await get_user(session, user_id), session_id, password)
    async with admitted(redis, ticket, browser) as asserted:
        email = _proved_email(asserted)
        await lock_user(session, user_id)
        known = await queries.find_identity(session, asserted.issuer, asserted.subject)
        if known and known.user_id != user_id:
            raise IdentityTaken
        return known or await _keep(session, user_id, asserted, email)


async def unlink(
    session: AsyncSession,
    identity_id: UUID,
    *,
    user_id: UUID,
    session_id: UUID,
    password: str | None,
) -> None:
    """Raises IdentityNotFound, PasswordRequired, SignInAgain, LastSignInMethod."""
    await confirm_identity(session, await get_user(session, user_id), session_id, password)
    user = await lock_user(session, user_id)
    identity = await queries.lock_identity(session, identity_id, user_id=user_id)
    await require_another_method(session, user, but=identity.id)
    await session.delete(identity)
    _write_audit(session, "identity_unlinked", identity)


async def list_own(session: AsyncSession, user_id: UUID) -> list[Identity]:
    return await queries.list_identities(session, user_id, issuers=trusted_issuers())


async def _keep(session: AsyncSession, user_id: UUID, asserted: Asserted, email: str) -> Identity:
    identity = Identity(
        user_id=user_id,
        issuer=asserted.issuer,
        subject=asserted.subject,
        email=email,
        created_at=real_now(),
    )
    await queries.save_identity(session, identity)
    _write_audit(session, "identity_linked", identity)
    return identity


def _proved_email(asserted: Asserted) -> str:
    if asserted.email is None or not asserted.email_verified:
        raise EmailNotProved
    return asserted.email


def _name(asserted: Asserted, email: str) -> str:
    """The name they tell, unless nothing of it can be shown."""
    told = "".join(letter for letter in asserted.name or "" if letter.isprintable()).strip()
    return told if any(letter.isalpha() for letter in told) else email.partition("@")[0]


def _write_audit(session: AsyncSession, action: str, identity: Identity) -> None:
    after = {"identity_id": str(identity.id), "issuer": identity.issuer}
    write_audit(
        session, action, identity.user_id, actor_id=identity.user_id, before={}, after=after
    )
