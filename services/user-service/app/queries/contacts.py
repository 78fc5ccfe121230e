"""Contacts, their windows and the looks at them in SQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.contact import (
    Contact,
    ContactKnown,
    ContactNotFound,
    ContactView,
    ContactWindow,
)
from lapa_kit.pagination import PageQuery, paginate


async def list_contacts(session: AsyncSession, user_id: UUID) -> list[Contact]:
    statement = select(Contact).where(Contact.user_id == user_id).order_by(Contact.id)
    return list(await session.scalars(statement))


async def lock_contact(session: AsyncSession, contact_id: UUID, *, user_id: UUID) -> Contact:
    statement = select(Contact).where(Contact.id == contact_id, Contact.user_id == user_id)
    if contact := await session.scalar(statement.with_for_update()):
        return contact
    raise ContactNotFound


async def save_contact(session: AsyncSession, contact: Contact) -> None:
    """Raises ContactKnown."""
    session.add(contact)
    try:
        await session.flush()
    except IntegrityError as error:
        if "uq_contacts_user_id_phone" in str(error.orig):
            raise ContactKnown from error
        raise


async def find_window(
    session: AsyncSession, order_id: UUID, *, walker_id: UUID
) -> ContactWindow | None:
    statement = select(ContactWindow).where(
        ContactWindow.order_id == order_id, ContactWindow.walker_id == walker_id
    )
    return await session.scalar(statement)


async def put_window(
    session: AsyncSession,
    order_id: UUID,
    version: int,
    *,
    client_id: UUID,
    walker_id: UUID | None,
    opens_at: datetime,
    closes_at: datetime,
) -> None:
    """Upsert of the projection; what an older version of the order says changes nothing."""
    values = {
        "client_id": client_id,
        "walker_id": walker_id,
        "opens_at": opens_at,
        "closes_at": closes_at,
        "version": version,
    }
    await session.execute(
        insert(ContactWindow)
        .values(order_id=order_id, **values)
        .on_conflict_do_update(
            index_elements=[ContactWindow.order_id],
            set_=values,
            where=ContactWindow.version <= version,
        )
    )


async def list_views(
    session: AsyncSession, page: PageQuery, *, owner_id: UUID
) -> tuple[list[ContactView], str | None]:
    """The looks at his contacts, the last one first."""
    statement = select(ContactView).where(ContactView.owner_id == owner_id)
    return await paginate(session, statement, page, ContactView.id)
