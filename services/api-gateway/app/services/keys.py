"""Developer keys: made, rotated, revoked; the secret is shown once."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.key import DeveloperKey, ExpiryPassed, TooManyKeys
from app.queries import keys as key_queries
from app.services.key_tokens import PREFIX, TOKEN_LIFE, digest_of, real_now, session_of
from app.services.scopes import check_scopes
from lapa_kit import jobs
from lapa_kit.audit import describe
from lapa_kit.auth import Principal
from lapa_kit.revocation import revoke_session
from lapa_kit.tokens import LEEWAY_S

SHOWN = len(PREFIX) + 6
MOST_KEYS = 20
REVOKE = "spread_key_revocation"

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Made:
    key: DeveloperKey
    secret: str


async def make_key(
    session: AsyncSession,
    user: Principal,
    *,
    name: str,
    scopes: Sequence[str],
    expires_at: datetime | None,
) -> Made:
    """Raises UnknownScope, ScopeNotYours, ExpiryPassed or TooManyKeys."""
    check_scopes(user, scopes)
    now = real_now()
    if expires_at is not None and expires_at <= now:
        raise ExpiryPassed
    if await key_queries.count_live_keys(session, user.id, now) >= MOST_KEYS:
        raise TooManyKeys(f"At most {MOST_KEYS} keys at a time.")
    secret = _new_secret()
    key = DeveloperKey(
        owner_id=user.id,
        name=name,
        scopes=sorted(set(scopes)),
        prefix=secret[:SHOWN],
        hash=digest_of(secret),
        created_at=now,
        expires_at=expires_at,
    )
    session.add(key)
    await session.flush()
    after = {"scopes": key.scopes}
    describe(session, action="developer_key_made", subject_id=key.id, after=after)
    log.info("developer_key.made", key=str(key.id), scopes=key.scopes)
    return Made(key, secret)


async def rotate_key(
    session: AsyncSession, key_id: UUID, *, owner_id: UUID, overlap: timedelta
) -> Made:
    """A new secret; the present one goes on for `overlap`, an older one ends now."""
    now = real_now()
    key = await key_queries.lock_live_key(session, key_id, owner_id=owner_id, now=now)
    secret = _new_secret()
    ended = [key.old_hash] if overlap else [key.old_hash, key.hash]
    key.rotate(secret[:SHOWN], digest_of(secret), now=now, overlap=overlap)
    await _end_tokens(session, ended)
    log.info("developer_key.rotated", key=str(key.id))
    return Made(key, secret)


async def revoke_key(session: AsyncSession, key_id: UUID, *, owner_id: UUID) -> None:
    """It and the tokens made from it stop working everywhere within seconds."""
    now = real_now()
    key = await key_queries.lock_live_key(session, key_id, owner_id=owner_id, now=now)
    key.revoke(now)
    await _end_tokens(session, [key.hash, key.old_hash])
    log.info("developer_key.revoked", key=str(key.id))


async def _end_tokens(session: AsyncSession, digests: Sequence[bytes | None]) -> None:
    """A job of this transaction, so that it neither gets lost nor happens without the commit."""
    if sids := [str(session_of(digest)) for digest in digests if digest]:
        await jobs.enqueue(session, REVOKE, {"sids": sids})


async def spread_revocation(payload: dict[str, Any]) -> None:
    """Into the set that every process polls each second; idempotent."""
    life = TOKEN_LIFE.total_seconds() + LEEWAY_S
    async with Redis.from_url(settings.redis_url, decode_responses=True) as redis:
        for sid in payload["sids"]:
            await revoke_session(redis, UUID(sid), for_s=life)


def _new_secret() -> str:
    return PREFIX + secrets.token_urlsafe(32)
