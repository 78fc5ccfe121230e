"""Walkers as others may find them nearby."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.whereabouts import Whereabouts
from app.queries import whereabouts
from lapa_contracts.user import Verification, WalkerChanged
from lapa_kit import clock


async def put_walker(session: AsyncSession, event: WalkerChanged) -> None:
    await whereabouts.put_walker(
        session,
        event.walker_id,
        event.version,
        online=event.online,
        verified_until=event.verified_until,
        checked_until=event.checked_until,
        is_approved=event.verification is Verification.APPROVED,
    )


async def suspend(session: AsyncSession, user_id: UUID) -> None:
    await whereabouts.suspend(session, user_id)


async def reinstate(session: AsyncSession, user_id: UUID) -> None:
    await whereabouts.reinstate(session, user_id)


async def part(session: AsyncSession, user_id: UUID, other_id: UUID) -> None:
    """From now on they do not see each other nearby."""
    await whereabouts.add_block(session, user_id, other_id)


async def reconcile(session: AsyncSession, user_id: UUID, other_id: UUID) -> None:
    await whereabouts.remove_block(session, user_id, other_id)


async def list_nearby(
    session: AsyncSession,
    *,
    lat: float,
    lon: float,
    radius_m: int,
    asked_by: UUID,
    limit: int,
) -> list[tuple[Whereabouts, float]]:
    """Walkers online now, nearest first, with their distances in metres."""
    now = clock.now()
    return await whereabouts.list_nearby(
        session,
        lat=lat,
        lon=lon,
        radius_m=radius_m,
        seen_since=now - settings.nearby_life,
        now=now,
        asked_by=asked_by,
        limit=limit,
        only_checked=settings.background_check_required,
    )
