"""Lists by keyset: opaque cursors that neither skip nor repeat while rows are being inserted."""

import base64
import binascii
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

import orjson
from fastapi import Depends, Query
from pydantic import BaseModel
from sqlalchemy import Select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from lapa_kit.problems import BadRequest

Item = TypeVar("Item")
Row = TypeVar("Row")


class InvalidCursor(BadRequest):
    title = "This cursor was not made by this list"


class Page(BaseModel, Generic[Item]):
    items: list[Item]
    next_cursor: str | None = None


class PageQuery(BaseModel):
    limit: int
    cursor: str | None


async def _page_query(
    limit: Annotated[int, Query(ge=1, le=100)] = 20, cursor: Annotated[str | None, Query()] = None
) -> PageQuery:
    return PageQuery(limit=limit, cursor=cursor)


Paging = Annotated[PageQuery, Depends(_page_query)]


def encode_cursor(values: Sequence[Any]) -> str:
    return base64.urlsafe_b64encode(orjson.dumps(list(values), default=str)).rstrip(b"=").decode()


def decode_cursor(cursor: str, kinds: Sequence[type]) -> list[Any]:
    """The key values of the last row seen; raises InvalidCursor."""
    try:
        values = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return [_revive(value, kind) for value, kind in zip(values, kinds, strict=True)]
    except (ValueError, TypeError, binascii.Error):
        raise InvalidCursor from None


def _revive(value: Any, kind: type) -> Any:
    if kind is UUID:
        return UUID(value)
    if kind is datetime:
        return datetime.fromisoformat(value)
    if not isinstance(value, kind):
        raise TypeError
    return value


async def paginate(
    session: AsyncSession,
    statement: Select[Row],
    page: PageQuery,
    *keys: InstrumentedAttribute[Any],
    descending: bool = True,
) -> tuple[list[Row], str | None]:
    """The rows of one page and the cursor of the next; `keys` must be unique together (end with the id)."""
    if page.cursor:
        kinds = [key.type.python_type for key in keys]
        last = decode_cursor(page.cursor, kinds)
        seen = tuple_(*keys)
        statement = statement.where(seen < tuple_(*last) if descending else seen > tuple_(*last))
    order = [key.desc() if descending else key.asc() for key in keys]
    rows = list(await session.scalars(statement.order_by(*order).limit(page.limit + 1)))
    if len(rows) <= page.limit:
        return rows, None
    rows.pop()
    return rows, encode_cursor([getattr(rows[-1], key.key) for key in keys])


def page_of(rows: tuple[Sequence[Row], str | None], read: Callable[[Row], Item]) -> Page[Item]:
    return Page(items=[read(row) for row in rows[0]], next_cursor=rows[1])
