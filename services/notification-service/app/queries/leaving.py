"""Whose test messages are whose, in SQL."""

from uuid import UUID

from sqlalchemy import ColumnElement, select, union_all

from app.models.person import Contact
from app.models.test_message import TestMessage


def is_sent_to(user_id: UUID) -> ColumnElement[bool]:
    """By his addresses: what went out in test mode knows no ids."""
    addresses = union_all(
        *(select(one).where(Contact.user_id == user_id) for one in (Contact.email, Contact.phone))
    )
    return TestMessage.recipient.in_(addresses)
