"""The sealed access notes: opened only to the assigned walker, in the window, near the door."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.access import AccessReveal, AccessSealed
from app.models.order import WITH_A_WALKER, Order
from app.models.walk import distance_m
from app.queries.orders import get_party_order, lock_order
from app.queries.walks import list_reveals
from app.services.telling import tell
from app.services.walks import Place
from lapa_contracts.order import AccessRevealed
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.seal import Sealer


async def reveal_access(
    session: AsyncSession, order_id: UUID, place: Place, *, user_id: UUID
) -> str | None:
    """The access notes (None: the client left none). Every attempt is logged and told to the owner."""
    await get_party_order(session, order_id, user_id)
    order = await lock_order(session, order_id)
    now = clock.now()
    away = distance_m(order.pickup_lat, order.pickup_lon, place.lat, place.lon)
    is_open = _may_open(order, user_id, now, away)
    outcome = "opened" if is_open else "refused"
    session.add(
        AccessReveal(
            id=new_id(),
            order_id=order.id,
            user_id=user_id,
            outcome=outcome,
            at=now,
            distance_m=round(away),
        )
    )
    if order.walker_id:
        tell(session, order, AccessRevealed, outcome=outcome, at=now)
    await session.flush()
    if not is_open:
        raise AccessSealed
    if order.access_notes_sealed is None:
        return None
    return Sealer.of(settings).open(order.access_notes_sealed, context=str(order.id))


def _may_open(order: Order, user_id: UUID, now: datetime, away_m: float) -> bool:
    return (
        user_id == order.walker_id
        and order.status in WITH_A_WALKER
        and now >= order.scheduled_at - settings.reveal_from_before_start
        and away_m <= settings.reveal_radius_m
    )


async def access_log(
    session: AsyncSession, order_id: UUID, *, client_id: UUID
) -> list[AccessReveal]:
    order = await lock_order(session, order_id, client_id=client_id)
    return await list_reveals(session, order.id)
