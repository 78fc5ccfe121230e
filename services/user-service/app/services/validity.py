"""How long a walker's standing holds: reminders before its end, and the end itself."""

from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.verification import State
from app.models.walker import Walker
from app.queries.users import lock_user
from app.queries.verifications import find_valid_case
from app.queries.walkers import find_locked_walker
from app.services.audit import audit_verification
from app.services.telling import save_verification, tell_walker
from lapa_contracts.user import Verification, VerificationExpiring
from lapa_kit import clock, jobs
from lapa_kit.events import publish

What = Literal["verification", "background_check"]
REMINDED_DAYS = (30, 7, 1)


async def plan_end(
    session: AsyncSession, walker_id: UUID, what: What, ends_at: datetime | None
) -> None:
    """One job for each reminder and one for the end; planned anew they move, without an end they go."""
    for days_left in (*REMINDED_DAYS, 0):
        key = f"expiry:{what}:{walker_id}:{days_left}"
        at = ends_at - timedelta(days=days_left) if ends_at else None
        if at is None or at < clock.now():
            await jobs.cancel(session, key)
            continue
        payload: dict[str, Any] = {
            "walker_id": str(walker_id),
            "what": what,
            "ends_at": ends_at.isoformat() if ends_at else "",
            "days_left": days_left,
        }
        await jobs.enqueue(session, "tell_of_expiry", payload, at=at, key=key)


async def tell_of_expiry(
    session: AsyncSession, walker_id: UUID, what: What, ends_at: datetime, days_left: int
) -> None:
    """The search enforces an end by itself; this makes it seen."""
    await lock_user(session, walker_id)
    walker = await find_locked_walker(session, walker_id)
    if walker is None or ends_at != _end_of(walker, what):
        return
    publish(
        session,
        VerificationExpiring(
            walker_id=walker_id, what=what, expires_at=ends_at, days_left=days_left
        ),
    )
    if days_left:
        return
    if what == "verification":
        await _end_verification(session, walker)
    else:
        walker.checked_until = None
        walker.version += 1
        tell_walker(session, walker)


def _end_of(walker: Walker, what: What) -> datetime | None:
    return walker.verified_until if what == "verification" else walker.checked_until


async def _end_verification(session: AsyncSession, walker: Walker) -> None:
    case = await find_valid_case(session, walker.id)
    if case:
        before = case.state
        case.change_validity(State.EXPIRED, clock.now(), actor_id=None, reason=case.reason)
        audit_verification(session, case, "verification_expired", None, before=before)
    save_verification(session, walker, Verification.EXPIRED)
