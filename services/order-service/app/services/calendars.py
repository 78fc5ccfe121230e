"""iCalendar feeds (RFC 5545) of a person's walks, for any calendar program."""

import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from icalendar import Calendar, Event
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import Order
from app.models.order import OrderStatus as S
from app.queries import calendars as calendar_queries
from lapa_kit import clock

# what is cancelled, expired or never came about is not in the feed, so it leaves the calendar
SHOWN = (S.SEARCHING, S.ASSIGNED, S.EN_ROUTE, S.IN_PROGRESS, S.COMPLETED, S.SETTLED, S.DISPUTED)
KEPT_FOR = timedelta(days=30)
MOST = 500


async def open_feed(session: AsyncSession, user_id: UUID) -> str:
    """A new secret; whoever has the old one sees nothing any more."""
    token = secrets.token_urlsafe(32)
    await calendar_queries.put_feed(session, user_id, _hash(token))
    return token


async def close_feed(session: AsyncSession, user_id: UUID) -> None:
    await calendar_queries.delete_feed(session, user_id)


async def render_feed(session: AsyncSession, token: str) -> bytes:
    """Raises CalendarNotFound."""
    user_id = await calendar_queries.get_feed_owner(session, _hash(token))
    since = clock.now() - KEPT_FOR
    orders = await calendar_queries.list_walks_of(session, user_id, SHOWN, since=since, limit=MOST)
    calendar = Calendar()
    calendar.add("prodid", "-//Lapa//walks//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for order in orders:
        calendar.add_component(_event(order, user_id))
    return calendar.to_ical()


def _event(order: Order, user_id: UUID) -> Event:
    """The dogs and the time; the address only for the one whose it is or who has to go there."""
    event = Event()
    pets = ", ".join(pet["name"] for pet in order.pets)
    event.add("uid", f"{order.id}@lapa")
    event.add("dtstamp", order.updated_at)
    event.add("sequence", order.version)
    event.add("dtstart", order.scheduled_at)
    event.add("dtend", order.ends_at)
    event.add("summary", f"{order.service_type.replace('_', ' ').capitalize()}: {pets}")
    event.add("status", "TENTATIVE" if order.status is S.SEARCHING else "CONFIRMED")
    if order.pickup_address and order.is_party(user_id):
        event.add("location", order.pickup_address)
    return event


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
