"""Quotes in SQL."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.quote import Quote, QuoteNotFound


async def get_quote(session: AsyncSession, quote_id: UUID, *, client_id: UUID) -> Quote:
    return await _find(session, quote_id, client_id, is_locked=False)


async def lock_quote(session: AsyncSession, quote_id: UUID, *, client_id: UUID) -> Quote:
    """Locked until commit, so that two bookings of one quote meet here."""
    return await _find(session, quote_id, client_id, is_locked=True)


async def _find(
    session: AsyncSession, quote_id: UUID, client_id: UUID, *, is_locked: bool
) -> Quote:
    statement = select(Quote).where(Quote.id == quote_id, Quote.client_id == client_id)
    if is_locked:
        statement = statement.with_for_update()
    if quote := await session.scalar(statement):
        return quote
    raise QuoteNotFound
