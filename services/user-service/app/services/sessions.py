"""Signed-in devices: opened by a login, kept by rotating refresh tokens, ended for good."""

import hmac
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.session import (
    InvalidRefreshToken,
    RefreshToken,
    SessionNotFound,
    TokenReused,
    UserSession,
)
from app.models.user import User
from app.queries import sessions as session_queries
from app.queries.users import get_user
from app.services.devices import LONGEST_AGENT, Device, Traits, describe, well_known
from app.services.revocation import outdate_tokens_later, real_now, revoke_sessions_later
from lapa_contracts.roles import PRIVILEGED
from lapa_contracts.user import NewDeviceSeen, SessionRevoked
from lapa_kit import clock
from lapa_kit.events import publish
from lapa_kit.ids import new_id
from lapa_kit.tokens import mint_access_token


@dataclass(frozen=True, slots=True)
class SignedIn:
    user: User
    access_token: str
    refresh_token: str
    expires_in: int


async def open_session(
    session: AsyncSession,
    user: User,
    device: Device,
    *,
    has_second_factor: bool = False,
    is_first: bool = False,
) -> SignedIn:
    """Sign a device in; its owner is told of one that he has not used before, unless it is his `first`."""
    now, traits = real_now(), describe(device)
    is_known = is_first or await session_queries.is_known_device(
        session,
        user.id,
        browser=traits.browser,
        system=traits.system,
        country=traits.country,
    )
    family = UserSession(
        id=new_id(),
        user_id=user.id,
        created_at=now,
        last_used_at=now,
        expires_at=now + settings.refresh_token_life,
        has_second_factor=has_second_factor,
        user_agent=(device.user_agent or "")[:LONGEST_AGENT] or None,
        address=device.address,
        **asdict(traits),
    )
    session.add(family)
    await session.flush()
    if not is_known:
        _tell_of_new_device(session, family, traits)
    token = secrets.token_urlsafe(32)
    _keep(session, family, token, now)
    return _signed_in(user, family, token)


def _tell_of_new_device(session: AsyncSession, family: UserSession, traits: Traits) -> None:
    publish(
        session,
        NewDeviceSeen(
            session_id=family.id,
            user_id=family.user_id,
            at=clock.now(),
            browser=well_known(traits.browser),
            system=well_known(traits.system),
            country=traits.country,
        ),
    )


async def refresh_session(session: AsyncSession, token: str) -> SignedIn:
    """A new access token and the token's one successor.

    Requests that overlap in time (ten tabs of one browser) are one burst and get the same successor;
    anything later is a replay of a used token and ends the family.
    """
    arrived_at = real_now()
    family, had_to_wait = await session_queries.lock_session_of_token(session, _digest(token))
    if family is None or not family.is_live(arrived_at):
        raise InvalidRefreshToken
    known = await session_queries.find_token(session, _digest(token))
    user = await get_user(session, family.user_id)
    if known is None or not user.is_active:
        raise InvalidRefreshToken
    successor = _successor(token)
    if known.used_at is None:
        _keep(session, family, successor, arrived_at)
    elif not await _is_of_the_burst(session, known, successor, arrived_at, had_to_wait):
        await end_sessions(session, [family], reason="token_reused")
        raise TokenReused
    now = real_now()
    known.used_at = family.last_used_at = now
    family.expires_at = now + settings.refresh_token_life
    return _signed_in(user, family, successor)


async def _is_of_the_burst(
    session: AsyncSession,
    known: RefreshToken,
    successor: str,
    arrived_at: datetime,
    had_to_wait: bool,
) -> bool:
    next_one = await session_queries.find_token(session, _digest(successor))
    return (
        next_one is not None
        and next_one.used_at is None
        and arrived_at - next_one.created_at < settings.refresh_burst
        and known.used_at is not None
        and (had_to_wait or arrived_at <= known.used_at + settings.refresh_grace)
    )


async def end_session(session: AsyncSession, session_id: UUID, *, user_id: UUID) -> None:
    """Raises SessionNotFound, also for a session that has ended before."""
    family = await session_queries.lock_session(
        session, session_id, user_id=user_id, now=real_now()
    )
    await end_sessions(session, [family], reason="logout")


async def log_out(session: AsyncSession, session_id: UUID, *, user_id: UUID) -> None:
    """End this session; one that has ended already stays so."""
    with suppress(SessionNotFound):
        await end_session(session, session_id, user_id=user_id)


async def end_all_sessions(
    session: AsyncSession, user_id: UUID, *, reason: str, but: UUID | None = None
) -> None:
    families = await session_queries.lock_live_sessions(session, user_id, but=but)
    await end_sessions(session, families, reason=reason)


async def end_sessions(
    session: AsyncSession, families: Sequence[UserSession], *, reason: str
) -> None:
    """No refresh any more, and every process drops their access tokens within seconds."""
    now = real_now()
    for family in families:
        family.end(now, reason)
        publish(session, SessionRevoked(user_id=family.user_id, sid=family.id))
    if families:
        await revoke_sessions_later(session, [family.id for family in families])


async def note_second_factor(session: AsyncSession, session_id: UUID, *, user_id: UUID) -> None:
    """It was proved in this session: its next access token carries all rights."""
    family = await session_queries.lock_session(
        session, session_id, user_id=user_id, now=real_now()
    )
    family.has_second_factor = True


async def forget_second_factor(session: AsyncSession, user_id: UUID) -> None:
    """The last one is gone: no session has one, and rights that want one end within seconds."""
    for family in await session_queries.lock_live_sessions(session, user_id):
        family.has_second_factor = False
    await outdate_tokens(session, user_id)


async def outdate_tokens(session: AsyncSession, user_id: UUID) -> None:
    """His rights have changed: tokens made until now are `token_stale`, a refresh brings new ones."""
    now = real_now()
    publish(session, SessionRevoked(user_id=user_id, before=now))
    await outdate_tokens_later(session, user_id, now)


def _signed_in(user: User, family: UserSession, token: str) -> SignedIn:
    is_enough = family.has_second_factor or PRIVILEGED.isdisjoint(user.roles)
    access, life = mint_access_token(
        settings,
        user_id=user.id,
        session_id=family.id,
        roles=user.roles,
        must_enrol=settings.wants_second_factor and not is_enough,
    )
    return SignedIn(user, access, token, life)


def _keep(session: AsyncSession, family: UserSession, token: str, now: datetime) -> None:
    row = RefreshToken(hash=_digest(token), session_id=family.id, created_at=now)
    session.add(row)


def _digest(token: str) -> bytes:
    return sha256(token.encode()).digest()


def _successor(token: str) -> str:
    """Follows from the token and our secret alone: it can be given again without being stored."""
    secret = settings.jwt_secret_key.get_secret_value().encode()
    mac = hmac.new(secret, b"refresh-token:" + token.encode(), sha256)
    return mac.hexdigest()
