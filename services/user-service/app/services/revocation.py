"""Telling every process of the platform that sessions or rights have ended, through the shared set."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from lapa_kit import jobs
from lapa_kit.revocation import outdate_tokens, revoke_session
from lapa_kit.tokens import LEEWAY_S

REVOKE = "spread_revocation"


def real_now() -> datetime:
    """Sessions and tokens live in real time: a moved test clock must not sign everybody out."""
    return datetime.fromtimestamp(time.time(), UTC)


async def revoke_sessions_later(session: AsyncSession, session_ids: Sequence[UUID]) -> None:
    """A job of this transaction, so that it neither gets lost nor happens without the commit."""
    await jobs.enqueue(session, REVOKE, {"sids": [str(sid) for sid in session_ids]})


async def outdate_tokens_later(session: AsyncSession, user_id: UUID, before: datetime) -> None:
    payload = {"user_id": str(user_id), "before": before.timestamp()}
    await jobs.enqueue(session, REVOKE, payload)


async def spread(payload: dict[str, Any]) -> None:
    """Put it into the set; idempotent."""
    for_s = settings.access_token_expire_minutes * 60 + LEEWAY_S
    async with Redis.from_url(settings.redis_url, decode_responses=True) as redis:
        for sid in payload.get("sids", ()):
            await revoke_session(redis, UUID(sid), for_s=for_s)
        if user_id := payload.get("user_id"):
            await outdate_tokens(redis, UUID(user_id), before=payload["before"], for_s=for_s)
