"""How many want a walk near a place, and how many could walk it."""

from dataclasses import dataclass
from datetime import datetime

from geoalchemy2 import Geography, WKTElement
from geoalchemy2.functions import ST_DWithin, ST_MakePoint
from sqlalchemy import cast, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.order import Order, OrderStatus
from app.models.slot import Slot, SlotState, window
from app.models.walker import Walker


@dataclass(frozen=True, slots=True)
class Demand:
    open_orders: int
    free_walkers: int


async def count_demand(
    session: AsyncSession, lat: float, lon: float, starts_at: datetime, ends_at: datetime
) -> Demand:
    """Searching orders, and walkers online without another booking then, within the surge radius."""
    place = WKTElement(f"POINT({lon} {lat})", srid=4326)
    pickup = cast(ST_MakePoint(Order.pickup_lon, Order.pickup_lat), Geography)
    searching = select(func.count()).where(
        Order.status == OrderStatus.SEARCHING, ST_DWithin(pickup, place, settings.surge_radius_m)
    )
    busy = exists().where(
        Slot.walker_id == Walker.walker_id,
        Slot.state.in_([SlotState.HELD, SlotState.CONFIRMED]),
        Slot.during.overlaps(window(starts_at, ends_at, settings.travel_buffer)),
    )
    free = select(func.count()).where(
        Walker.verification == "approved",
        ~Walker.is_suspended,
        Walker.online,
        ST_DWithin(Walker.home, place, settings.surge_radius_m),
        ~busy,
    )
    counts = select(searching.scalar_subquery(), free.scalar_subquery())
    open_orders, free_walkers = (await session.execute(counts)).one()
    return Demand(open_orders, free_walkers)
