"""Whom to call: kept by the owner, seen by the walker of his order for as long as it is under way, each look kept."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.contact import Contact, ContactNotFound, ContactView, TooManyContacts
from app.queries import contacts as queries
from app.queries.users import lock_user
from lapa_contracts.order import OrderAssigned, OrderEvent, OrderRescheduled, OrderStarted
from lapa_kit import clock
from lapa_kit.ids import new_id

MOST = 5


async def add_contact(session: AsyncSession, user_id: UUID, facts: dict[str, Any]) -> Contact:
    """Raises ContactKnown, TooManyContacts."""
    await lock_user(session, user_id)
    if len(await queries.list_contacts(session, user_id)) >= MOST:
        raise TooManyContacts
    contact = Contact(user_id=user_id, **facts)
    await queries.save_contact(session, contact)
    return contact


async def replace_contact(
    session: AsyncSession, contact_id: UUID, facts: dict[str, Any], *, user_id: UUID
) -> Contact:
    """Raises ContactNotFound, ContactKnown."""
    contact = await queries.lock_contact(session, contact_id, user_id=user_id)
    for name, value in facts.items():
        setattr(contact, name, value)
    await queries.save_contact(session, contact)
    return contact


async def remove_contact(session: AsyncSession, contact_id: UUID, *, user_id: UUID) -> None:
    await session.delete(await queries.lock_contact(session, contact_id, user_id=user_id))


async def open_contacts(session: AsyncSession, order_id: UUID, *, walker_id: UUID) -> list[Contact]:
    """Those of the order's owner, for its walker. Raises ContactNotFound for everybody else, ContactsClosed."""
    window = await queries.find_window(session, order_id, walker_id=walker_id)
    if window is None:
        raise ContactNotFound
    now = clock.now()
    window.check_open(now)
    session.add(
        ContactView(
            id=new_id(),
            owner_id=window.client_id,
            viewer_id=walker_id,
            order_id=order_id,
            at=now,
        )
    )
    return await queries.list_contacts(session, window.client_id)


async def open_window(
    session: AsyncSession, event: OrderAssigned | OrderRescheduled | OrderStarted
) -> None:
    """From shortly before the walk until some time after it should be over, if nobody ends it before."""
    is_under_way = isinstance(event, OrderStarted)
    opens_at = event.scheduled_at - settings.contacts_open_before
    ends_at = (
        event.started_at + timedelta(minutes=event.duration_minutes)
        if is_under_way
        else event.ends_at
    )
    await queries.put_window(
        session,
        event.order_id,
        event.version,
        client_id=event.client_id,
        walker_id=event.walker_id,
        opens_at=min(opens_at, event.started_at) if is_under_way else opens_at,
        closes_at=ends_at + settings.contacts_close_after,
    )


async def close_window(session: AsyncSession, event: OrderEvent) -> None:
    """The walk is over, or will not be with this walker."""
    await queries.put_window(
        session,
        event.order_id,
        event.version,
        client_id=event.client_id,
        walker_id=None,
        opens_at=event.scheduled_at,
        closes_at=event.scheduled_at,
    )
