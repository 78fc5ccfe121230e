"""Reading out what a service holds of a person, row by row, so that no length of a life fills the memory."""

import base64
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import inspect, select
from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit.db import Base
from lapa_kit.privacy.declaration import Holding, Privacy

ROWS_AT_ONCE = 500


async def export_lines(
    session: AsyncSession, privacy: Privacy, user_id: UUID
) -> AsyncIterator[bytes]:
    """JSON lines: `{table, row}` for each row, `{file}` for each file, at last `{rows, files}`.

    The last line proves that nothing was cut off on the way.
    """
    rows = 0
    seen: set[tuple[str, Any]] = set()
    for holding in privacy.holdings:
        if not holding.is_exported:
            continue
        statement = select(holding.model).where(holding.whose(user_id))
        found = await session.stream_scalars(statement.execution_options(yield_per=ROWS_AT_ONCE))
        async for row in found:
            key = (holding.table, inspect(row).identity)
            # he may be in a row twice: as who wrote and as who is written of
            if key in seen:
                continue
            seen.add(key)
            rows += 1
            yield _line({"table": holding.table, "row": _read(row, holding)})
    files = await privacy.files(session, user_id)
    for file in files:
        yield _line({"file": {"id": file.id, "name": file.name}})
    yield _line({"rows": rows, "files": len(files)})


def _read(row: Base, holding: Holding) -> dict[str, Any]:
    hidden = {column.key for column in holding.hidden}
    keys = [column.key for column in inspect(row).mapper.column_attrs if column.key not in hidden]
    read = {key: _plain(getattr(row, key)) for key in keys if key not in holding.reveal}
    return read | {name: reveal(row) for name, reveal in holding.reveal.items()}


def _plain(value: Any) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _line(content: dict[str, Any]) -> bytes:
    options = orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z
    return orjson.dumps(content, default=str, option=options)
