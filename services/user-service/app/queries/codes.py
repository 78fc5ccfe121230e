"""One-time codes in SQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.code import Code
from lapa_contracts.user import CodePurpose


async def lock_newest_code(
    session: AsyncSession, user_id: UUID, purpose: CodePurpose, address: str
) -> Code | None:
    """Only the newest to an address counts: asking for another one ends those before."""
    statement = select(Code).where(
        Code.user_id == user_id, Code.purpose == purpose, Code.address == address
    )
    return await session.scalar(statement.order_by(Code.id.desc()).limit(1).with_for_update())


async def count_codes_since(
    session: AsyncSession, user_id: UUID, purpose: CodePurpose, moment: datetime
) -> int:
    statement = select(func.count()).where(
        Code.user_id == user_id, Code.purpose == purpose, Code.created_at > moment
    )
    return await session.scalar(statement) or 0
