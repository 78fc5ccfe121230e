"""The same walk again: same dogs, walker and care plan, in one call."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import Order
from app.models.recurrence import to_local, to_utc
from app.queries.orders import get_client_order
from app.services import booking, quotes
from lapa_contracts.pet import PetClient
from lapa_kit import clock
from lapa_kit.problems import Conflict
from lapa_kit.seal import Sealer

WEEK = timedelta(days=7)


class PriceChanged(Conflict):
    """Says in `amount` what it costs now."""

    title = "The walk costs something else now"


@dataclass(frozen=True)
class Again:
    """What shall be otherwise: another time than next week's, new access notes; what it may cost at most."""

    scheduled_at: datetime | None = None
    access_notes: str | None = None
    at_most: int | None = None


async def rebook(
    session: AsyncSession, pets: PetClient, order_id: UUID, again: Again, *, client_id: UUID
) -> Order:
    """At the prices of this moment. Raises PriceChanged, and whatever a booking does.

    The access notes are those of the earlier walk while they are kept.
    """
    before = await get_client_order(session, order_id, client_id)
    pet_ids = [UUID(pet["pet_id"]) for pet in before.pets]
    frozen = await pets.quote_pets(client_id, pet_ids)
    request = quotes.Request(
        service_type=before.service_type,
        pet_ids=pet_ids,
        scheduled_at=again.scheduled_at or _next_week(before, clock.now()),
        duration_minutes=before.duration_minutes,
        lat=before.pickup_lat,
        lon=before.pickup_lon,
        address=before.pickup_address,
    )
    quote = await quotes.make_quote(session, request, client_id=client_id, pets=frozen)
    if again.at_most is not None and quote.amount > again.at_most:
        raise PriceChanged(amount=quote.amount, currency=quote.currency)
    wish = booking.Booking(
        walker_id=before.walker_id or before.requested_walker_id,
        notes=before.notes,
        access_notes=again.access_notes or _access_notes(before),
        home_safe=before.home_safe,
        require_pin=before.start_pin is not None,
        payment_method=before.payment_method,
        care_plan=list(before.care_plan),
    )
    return await booking.place_order(session, quote.id, wish, client_id=client_id)


def _next_week(before: Order, now: datetime) -> datetime:
    """The same weekday and wall time, in the first week in which that is still to come."""
    zone = before.terms["timezone"]
    local = to_local(before.scheduled_at, zone) + WEEK
    while to_utc(local, zone) <= now:
        local += WEEK
    return to_utc(local, zone)


def _access_notes(before: Order) -> str | None:
    if before.access_notes_sealed is None:
        return None
    return Sealer.of(settings).open(before.access_notes_sealed, context=str(before.id))
