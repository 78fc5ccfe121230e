"""Whom to call, over HTTP."""

from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from app.models.contact import Contact, ContactKind, ContactView
from app.schemas.values import PRINTABLE, FullName, PhoneNumber, Schema, Utc

Relation = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=60, pattern=PRINTABLE)
]


class ContactWrite(Schema):
    """`relation`: who that is to the owner, such as a neighbour or a vet."""

    kind: ContactKind = ContactKind.EMERGENCY
    name: FullName
    phone: PhoneNumber
    relation: Relation | None = None


class ContactSeen(ContactWrite):
    """As the walker of an order sees it."""

    @classmethod
    def of(cls, contact: Contact) -> "ContactSeen":
        return cls.model_validate(contact)


class ContactRead(ContactWrite):
    id: UUID

    @classmethod
    def of(cls, contact: Contact) -> "ContactRead":
        return cls.model_validate(contact)


class Contacts(Schema):
    items: list[ContactRead]


class ContactsSeen(Schema):
    items: list[ContactSeen]


class ContactViewRead(Schema):
    """Who has seen the contacts, for which order."""

    viewer_id: UUID
    order_id: UUID
    at: Utc

    @classmethod
    def of(cls, view: ContactView) -> "ContactViewRead":
        return cls.model_validate(view)
