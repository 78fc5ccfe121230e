"""Whom to call when something happens: the owner's own list, and what the walker of his order sees of it."""

from uuid import UUID

from app.models.contact import (
    ContactKnown,
    ContactNotFound,
    ContactsClosed,
    TooManyContacts,
)
from app.queries.contacts import list_contacts, list_views
from app.schemas.contacts import (
    ContactRead,
    Contacts,
    ContactSeen,
    ContactsSeen,
    ContactViewRead,
    ContactWrite,
)
from app.services import contacts
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging
from lapa_kit.problems import problems

router = Router(prefix="/users/contacts", tags=["contacts"])


@router.get("", responses=problems(*IDENTITY_PROBLEMS))
async def list_own_contacts(user: CurrentUser, session: Session) -> Contacts:
    """The caller's contacts, the oldest first."""
    rows = await list_contacts(session, user.id)
    return Contacts(items=[ContactRead.of(row) for row in rows])


@router.post(
    "",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, ContactKnown, TooManyContacts),
)
async def add_contact(body: ContactWrite, user: CurrentUser, session: Session) -> ContactRead:
    """Somebody whom the walker may call; five are enough."""
    return ContactRead.of(await contacts.add_contact(session, user.id, body.model_dump()))


@router.get("/views", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_contact_views(
    user: CurrentUser, session: Session, page: Paging
) -> Page[ContactViewRead]:
    """Who has looked at the caller's contacts, the last look first."""
    rows, cursor = await list_views(session, page, owner_id=user.id)
    return Page(items=[ContactViewRead.of(row) for row in rows], next_cursor=cursor)


@router.get(
    "/of-order/{order_id:uuid}",
    responses=problems(*IDENTITY_PROBLEMS, ContactNotFound, ContactsClosed),
)
async def see_contacts(order_id: UUID, user: CurrentUser, session: Session) -> ContactsSeen:
    """For the order's walker, from shortly before the walk until its end; the owner sees that he has looked."""
    rows = await contacts.open_contacts(session, order_id, walker_id=user.id)
    return ContactsSeen(items=[ContactSeen.of(row) for row in rows])


@router.put(
    "/{contact_id:uuid}",
    responses=problems(*IDENTITY_PROBLEMS, ContactNotFound, ContactKnown),
)
async def replace_contact(
    contact_id: UUID, body: ContactWrite, user: CurrentUser, session: Session
) -> ContactRead:
    """Say it anew."""
    facts = body.model_dump()
    return ContactRead.of(
        await contacts.replace_contact(session, contact_id, facts, user_id=user.id)
    )


@router.delete(
    "/{contact_id:uuid}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, ContactNotFound),
)
async def remove_contact(contact_id: UUID, user: CurrentUser, session: Session) -> None:
    """Nobody sees it any more."""
    await contacts.remove_contact(session, contact_id, user_id=user.id)
