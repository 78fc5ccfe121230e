"""The backup chain: when a walker is late or lost, his client's substitutes are asked one after another.

A lost walker's walk is searched for anew, and they are asked before everybody else. A late one keeps his
walk, and may still be the first at the door, until a substitute has accepted it.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.offer import OfferState
from app.models.order import Order
from app.queries.offers import lock_open_offers
from app.queries.orders import lock_order
from app.queries.substitutes import list_consented
from app.queries.walkers import find_standby
from app.services import offering
from app.services.assigning import close_offer, withdraw_offers
from app.services.offering import Candidate
from app.services.telling import note
from lapa_kit import clock, jobs


async def find_chain(session: AsyncSession, order: Order, now: datetime) -> list[Candidate]:
    """Who of them could take the walk and has not been asked in this round, in the client's order."""
    if order.substitutes_until is None or now >= order.substitutes_until:
        return []
    found = await find_standby(session, await list_consented(session, order.client_id), order, now)
    return await offering.weigh(session, order, found)


def ask_first(
    session: AsyncSession,
    order: Order,
    chain: list[Candidate],
    now: datetime,
    *,
    at_most: timedelta,
) -> datetime:
    """Him alone, for so long that each of the chain has his time; answers when that is over."""
    assert order.substitutes_until, "a chain that has begun has an end"
    fair = max((order.substitutes_until - now) / len(chain), settings.offer_life_asap)
    expires_at = now + min(fair, at_most)
    offering.make_offers(session, order, chain[:1], expires_at, as_substitute=True)
    return expires_at


async def begin(session: AsyncSession, order: Order, *, until: datetime) -> None:
    """The walker is late and silent. The order is locked by the caller."""
    if order.substitutes_until or not await list_consented(session, order.client_id):
        return
    order.ask_substitutes(until)
    note(session, order, "substitutes_asked", "system", until=until.isoformat())
    await session.flush()
    await ask_next(session, order)


async def ask_next(session: AsyncSession, order: Order) -> None:
    """The next substitute of a late walker, if there is one left."""
    now = clock.now()
    if chain := await find_chain(session, order, now):
        expires_at = ask_first(session, order, chain, now, at_most=settings.substitute_life)
        payload = {"order_id": str(order.id)}
        await jobs.enqueue(session, "ask_substitute", payload, at=expires_at, key=_timer(order.id))


async def ask_after_silence(session: AsyncSession, order_id: UUID) -> None:
    """The one who was asked has had his time."""
    order = await lock_order(session, order_id)
    if not order.is_late_with_substitutes:
        return
    for offer in await lock_open_offers(session, order.id):
        if offer.expires_at > clock.now():
            return
        close_offer(session, order, offer, OfferState.EXPIRED)
    await session.flush()
    await ask_next(session, order)


async def call_off(session: AsyncSession, order: Order) -> None:
    """The walker is there after all."""
    if order.substitutes_until:
        order.substitutes_until = None
        await withdraw_offers(session, order)
        await jobs.cancel(session, _timer(order.id))


def _timer(order_id: UUID) -> str:
    return f"substitute:{order_id}"
