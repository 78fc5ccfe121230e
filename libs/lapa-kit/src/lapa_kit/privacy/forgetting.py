"""Taking back what was said: outbox rows and stream entries about a person and his things, once all have heard them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import String, cast, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from lapa_kit.events.contract import stream_of
from lapa_kit.events.transport import connect
from lapa_kit.jobs import Worker
from lapa_kit.privacy.declaration import Privacy
from lapa_kit.tables import OutboxRow

ROWS_AT_ONCE = 20_000


class NotYetHeard(Exception):
    """Somebody has not heard all that was said of him: taking it back now would leave him without it."""


async def forget_said(worker: Worker, privacy: Privacy, user_id: UUID) -> None:
    """Raises NotYetHeard when some must be left for later; the rest is gone by then."""
    transport = connect(worker.settings.events_transport_url)
    stream = stream_of(worker.settings.service_name)
    left = 0
    try:
        async with worker.sessions() as session:
            keys = await keys_of_his_things(session, privacy, user_id)
            newest = await session.scalar(select(func.max(OutboxRow.seq))) or 0
            oldest = await session.scalar(select(func.min(OutboxRow.seq))) or 0
        for first in range(oldest, newest + 1, ROWS_AT_ONCE):
            async with worker.sessions.begin() as session:
                said = await _list_said(session, user_id, keys, first)
                waiting = await transport.forget(stream, [position for _, position in said])
                gone = [seq for seq, position in said if position not in waiting]
                await session.execute(delete(OutboxRow).where(OutboxRow.seq.in_(gone)))
                left += len(waiting)
    finally:
        await transport.close()
    if left:
        raise NotYetHeard(f"{left} events about him have not been heard by everybody")


async def keys_of_his_things(
    session: AsyncSession, privacy: Privacy, user_id: UUID
) -> Sequence[str]:
    """An event about a thing of his (his track) may not name him."""
    keys: set[str] = {str(user_id)}
    for holding in privacy.holdings:
        key = getattr(holding.model, "id", None)
        if key is not None and holding.is_by_person:
            keys |= {
                str(one) for one in await session.scalars(select(key).where(holding.whose(user_id)))
            }
    return sorted(keys)


async def _list_said(
    session: AsyncSession, user_id: UUID, keys: Sequence[str], first: int
) -> list[tuple[int, str]]:
    """Published rows of one stretch: (seq, position). What is not out yet will be swept up later."""
    statement = select(OutboxRow.seq, OutboxRow.position).where(
        OutboxRow.seq >= first,
        OutboxRow.seq < first + ROWS_AT_ONCE,
        OutboxRow.published_at.is_not(None),
        OutboxRow.position.is_not(None),
        or_(OutboxRow.key.in_(keys), cast(OutboxRow.payload, String).like(f"%{user_id}%")),
    )
    return [(seq, str(position)) for seq, position in await session.execute(statement)]
