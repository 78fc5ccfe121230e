"""A dog that is brought home before the others."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import InvalidTransition, Order, OrderStatus
from app.models.walk import HomeSafeIncomplete, UnknownPet
from app.queries.orders import lock_order
from app.services.home_safe import missing_photos
from app.services.place import Place, prove
from app.services.telling import note, tell
from lapa_contracts.order import OrderPetsDroppedOff
from lapa_kit import clock


async def drop_off(
    session: AsyncSession, order_id: UUID, place: Place, pet_ids: list[UUID], *, walker_id: UUID
) -> Order:
    """At the pickup, while the walk goes on with the others; with home-safe, a fresh photo of each.

    Raises PetDroppedOff, LastPet, UnknownPet, TooFarFromPickup or HomeSafeIncomplete.
    """
    order = await lock_order(session, order_id, walker_id=walker_id)
    if order.status is not OrderStatus.IN_PROGRESS:
        raise InvalidTransition("Dogs are brought home from a walk that is under way.")
    if unknown := {str(one) for one in pet_ids} - {pet["pet_id"] for pet in order.pets}:
        raise UnknownPet(f"Not on this walk: {', '.join(sorted(unknown))}.")
    proof = prove(order, place)
    now = clock.now()
    if order.home_safe and (missing := await missing_photos(session, order, pet_ids)):
        raise HomeSafeIncomplete(f"Missing: {', '.join(missing)}.", missing=missing)
    order.drop_off(pet_ids, now, proof=proof)
    ids = [str(one) for one in pet_ids]
    note(session, order, "dropped_off", "walker", walker_id, pet_ids=ids, proof=proof)
    tell(session, order, OrderPetsDroppedOff, pet_ids=pet_ids, at=now, proof=proof)
    return order
