"""Identifiers: UUIDv7, which sort by time and keep B-tree inserts at the right edge."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    return uuid7()
