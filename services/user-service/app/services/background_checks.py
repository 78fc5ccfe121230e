"""Background checks: recorded from what a provider found, shown in words, over at their end.

Whatever the source, `record_check` is the one way in: a reviewer types what a provider's report
says, and an adapter for a provider's API or webhook calls the same with the provider's name.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.background_check import (
    BackgroundCheck,
    CheckInTheFuture,
    CheckLevel,
    CheckOutcome,
)
from app.models.verification import OwnVerification
from app.models.walker import Walker, WalkerNotFound
from app.queries import background_checks as check_queries
from app.queries.walkers import find_locked_walker
from app.services.telling import tell_walker
from app.services.validity import plan_end
from lapa_contracts.user import BackgroundCheckRecorded
from lapa_kit import clock
from lapa_kit.audit import describe
from lapa_kit.events import publish
from lapa_kit.ids import new_id


@dataclass(frozen=True, slots=True)
class Finding:
    """What a provider says; `scope` is what was looked at: locale → words."""

    provider: str
    reference: str | None
    level: CheckLevel
    outcome: CheckOutcome
    scope: dict[str, str]
    checked_at: datetime
    expires_at: datetime


async def record_check(
    session: AsyncSession, walker_id: UUID, finding: Finding, *, recorded_by: UUID
) -> BackgroundCheck:
    """The newest one counts: one that failed ends what an earlier one said."""
    walker = await _lock_walker(session, walker_id, recorded_by)
    now = clock.now()
    if finding.checked_at > now or finding.expires_at <= now:
        raise CheckInTheFuture
    check = BackgroundCheck(
        id=new_id(),
        walker_id=walker_id,
        provider=finding.provider,
        reference=finding.reference,
        level=finding.level,
        outcome=finding.outcome,
        scope=finding.scope,
        checked_at=finding.checked_at,
        expires_at=finding.expires_at,
        recorded_by=recorded_by,
    )
    session.add(check)
    await session.flush()
    await _take_effect(session, walker, check, check.outcome.value, None)
    return check


async def revoke_check(
    session: AsyncSession, check_id: UUID, *, reviewer_id: UUID, reason: str
) -> BackgroundCheck:
    """It was recorded by mistake, or is not believed any more."""
    known = await check_queries.get_check(session, check_id)
    walker = await _lock_walker(session, known.walker_id, reviewer_id)
    check = await check_queries.lock_check(session, check_id)
    check.revoke(clock.now(), reviewer_id, reason)
    await session.flush()
    await _take_effect(session, walker, check, "revoked", reason)
    return check


async def _lock_walker(session: AsyncSession, walker_id: UUID, reviewer_id: UUID) -> Walker:
    if walker_id == reviewer_id:
        raise OwnVerification
    walker = await find_locked_walker(session, walker_id)
    if walker is None:
        raise WalkerNotFound
    return walker


async def _take_effect(
    session: AsyncSession,
    walker: Walker,
    check: BackgroundCheck,
    outcome: str,
    reason: str | None,
) -> None:
    newest = await check_queries.find_newest_check(session, walker.id)
    holds = newest is not None and newest.holds(clock.now())
    walker.checked_until = newest.expires_at if newest and holds else None
    walker.version += 1
    tell_walker(session, walker)
    await plan_end(session, walker.id, "background_check", walker.checked_until)
    event = {"check_id": check.id, "walker_id": walker.id, "level": check.level.value}
    event |= {"outcome": outcome, "expires_at": check.expires_at}
    publish(session, BackgroundCheckRecorded.model_validate(event))
    describe(
        session,
        action=f"background_check_{outcome}",
        subject_id=walker.id,
        after={"check_id": str(check.id), "level": check.level.value},
        reason=reason,
    )
