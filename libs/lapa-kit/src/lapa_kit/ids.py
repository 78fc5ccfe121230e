"""Identifiers: UUIDv7, which sort by time and keep B-tree inserts at the right edge."""

from uuid import UUID

import uuid_utils
from uuid_utils.compat import uuid7


def new_id() -> UUID:
    return uuid7()


def new_id_text() -> str:
    """The same as text, without the object in between: for hot paths."""
    return str(uuid_utils.uuid7())
