"""The home-safe protocol: what must be shown and ticked before dogs count as home."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import Order
from app.models.walk import HomeSafeIncomplete
from app.queries.walks import list_walk_events
from lapa_contracts.order import WalkEventKind
from lapa_kit import clock

CHECKLIST = ("lead_off", "water", "door_locked", "key_returned")
FRESH_PHOTO = timedelta(minutes=5)


async def require_home_safe(
    session: AsyncSession, order: Order, checklist: Mapping[str, bool]
) -> None:
    """Photos of all dogs that are still on the walk, and the whole checklist."""
    missing = [item for item in CHECKLIST if not checklist.get(item)]
    missing += await missing_photos(session, order, order.pets_out_at(clock.now()))
    if missing:
        raise HomeSafeIncomplete(f"Missing: {', '.join(missing)}.", missing=missing)


async def missing_photos(session: AsyncSession, order: Order, pet_ids: Iterable[UUID]) -> list[str]:
    """For each of them that was not photographed in the last minutes."""
    since = clock.now() - FRESH_PHOTO
    photographed = {
        pet_id
        for event in await list_walk_events(session, order.id)
        if event.kind is WalkEventKind.PHOTO and event.media_ids and event.at >= since
        for pet_id in event.pet_ids
    }
    return [f"photo:{pet_id}" for pet_id in pet_ids if str(pet_id) not in photographed]
