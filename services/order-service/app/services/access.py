"""The sealed access notes: opened only to the assigned walker, in the window, near the door."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.access import AccessReveal, AccessSealed
from app.models.order import BEFORE_THE_WALK, WITH_A_WALKER, Order
from app.models.walk import distance_m
from app.queries.orders import (
    get_client_order,
    get_party_order,
    lock_order,
    lock_sealed_orders,
)
from app.queries.series import lock_sealed_series
from app.queries.walks import list_reveals
from app.services.place import Place
from app.services.telling import tell
from lapa_contracts.order import AccessRevealed
from lapa_kit import clock, jobs
from lapa_kit.ids import new_id
from lapa_kit.seal import Sealer

OPENED = "opened"


async def reveal_access(
    session: AsyncSession, order_id: UUID, place: Place, *, user_id: UUID
) -> str | None:
    """The access notes (None: the client left none). Every attempt is logged and told to the owner."""
    await get_party_order(session, order_id, user_id)
    order = await lock_order(session, order_id)
    now = clock.now()
    away = distance_m(order.pickup_lat, order.pickup_lon, place.lat, place.lon)
    is_open = _may_open(order, user_id, now, away)
    outcome = OPENED if is_open else "refused"
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


@dataclass(frozen=True)
class AccessLogbook:
    """Every attempt to open the notes; whoever has read a code still knows it after the walk."""

    reveals: list[AccessReveal]
    given_at: datetime
    is_rotation_advised: bool


async def access_log(session: AsyncSession, order_id: UUID, *, client_id: UUID) -> AccessLogbook:
    order = await get_client_order(session, order_id, client_id)
    reveals = await list_reveals(session, order.id)
    was_opened = any(reveal.outcome == OPENED for reveal in reveals)
    is_over = order.status not in WITH_A_WALKER
    return AccessLogbook(reveals, order.created_at, is_rotation_advised=was_opened and is_over)


async def plan_purge(session: AsyncSession, order: Order) -> None:
    """The order has ended: its notes are of no more use, and soon gone."""
    if order.access_notes_sealed is not None:
        payload = {"order_id": str(order.id)}
        at = clock.now() + settings.access_kept_for
        await jobs.enqueue(session, "purge_access", payload, at=at, key=f"access:{order.id}")


async def purge_access(session: AsyncSession, order_id: UUID) -> None:
    order = await lock_order(session, order_id)
    if order.status not in BEFORE_THE_WALK | WITH_A_WALKER:
        order.access_notes_sealed = None
        order.version += 1


async def rewrap_access_notes(session: AsyncSession, sealer: Sealer) -> None:
    """After a new key was put before the old one in SEAL_KEY; nothing is opened, and nothing to do otherwise."""
    for sealed_by in (*await lock_sealed_orders(session), *await lock_sealed_series(session)):
        assert sealed_by.access_notes_sealed
        sealed = sealer.rewrap(sealed_by.access_notes_sealed, context=str(sealed_by.id))
        if sealed is not None:
            sealed_by.access_notes_sealed = sealed
