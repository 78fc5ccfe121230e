"""What walkers are told of their verification, and reviewers of what waits for them.

Never the reason: it is read where it is kept.
"""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.queries import people
from app.services.notifying import tell_each
from app.services.orders import link
from lapa_contracts.user import (
    BackgroundCheckRecorded,
    VerificationDecided,
    VerificationExpiring,
    VerificationMoved,
    VerificationSubmitted,
)

PAGE = "walker/verification"


async def tell_reviewers(session: AsyncSession, event: VerificationSubmitted) -> None:
    staff = await people.list_with_role(session, "support", "admin")
    about = {"verification_id": event.verification_id, "walker_id": event.walker_id}
    key, once, where = "verification.submitted", str(event.envelope.id), link("admin/verifications")
    await tell_each(session, staff, key, source=once, about=about, link=where)


async def tell_decision(session: AsyncSession, event: VerificationDecided) -> None:
    await _tell_walker(session, event, f"verification.{event.decision}")


async def tell_move(session: AsyncSession, event: VerificationMoved) -> None:
    await _tell_walker(session, event, f"verification.{event.stage}")


async def _tell_walker(
    session: AsyncSession, event: VerificationDecided | VerificationMoved, key: str
) -> None:
    once, about = str(event.envelope.id), {"verification_id": event.verification_id}
    await tell_each(session, [event.walker_id], key, source=once, about=about, link=link(PAGE))


async def tell_of_end(session: AsyncSession, event: VerificationExpiring) -> None:
    key = f"{event.what}.{'expiring' if event.days_left else 'expired'}"
    facts: dict[str, Any] = {"link": link(PAGE)}
    if event.days_left:
        facts |= {"on": event.expires_at.isoformat(), "days": event.days_left}
    once = f"{key}:{event.walker_id}:{event.expires_at.isoformat()}:{event.days_left}"
    await tell_each(session, [event.walker_id], key, source=once, **facts)


async def tell_of_check(session: AsyncSession, event: BackgroundCheckRecorded) -> None:
    about: dict[str, UUID] = {"check_id": event.check_id}
    key, once = f"background_check.{event.outcome}", str(event.envelope.id)
    await tell_each(session, [event.walker_id], key, source=once, about=about, link=link(PAGE))
