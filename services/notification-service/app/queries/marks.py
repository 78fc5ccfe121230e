"""Order marks and read marks in SQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.marks import OrderMark, ReadMark


async def find_order(session: AsyncSession, order_id: UUID) -> OrderMark | None:
    return await session.get(OrderMark, order_id)


async def put_order(
    session: AsyncSession, order_id: UUID, version: int, status: str, scheduled_at: datetime
) -> None:
    """Only what is newer is remembered."""
    values = {"status": status, "scheduled_at": scheduled_at, "version": version}
    await session.execute(
        insert(OrderMark)
        .values(order_id=order_id, **values)
        .on_conflict_do_update(
            index_elements=[OrderMark.order_id], set_=values, where=OrderMark.version < version
        )
    )


async def read_upto(session: AsyncSession, chat_id: UUID, user_id: UUID) -> int:
    mark = await session.get(ReadMark, (chat_id, user_id))
    return mark.seq if mark else 0


async def put_read(session: AsyncSession, chat_id: UUID, user_id: UUID, seq: int) -> None:
    await session.execute(
        insert(ReadMark)
        .values(chat_id=chat_id, user_id=user_id, seq=seq)
        .on_conflict_do_update(
            index_elements=[ReadMark.chat_id, ReadMark.user_id],
            set_={"seq": seq},
            where=ReadMark.seq < seq,
        )
    )
