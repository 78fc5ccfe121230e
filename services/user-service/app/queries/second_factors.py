"""Authenticator apps and recovery codes in SQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.second_factor import RecoveryCode, TotpFactor


async def lock_totp(session: AsyncSession, user_id: UUID) -> TotpFactor | None:
    """Locked, so that the same code at the same time counts once."""
    statement = select(TotpFactor).where(TotpFactor.user_id == user_id).with_for_update()
    return await session.scalar(statement.execution_options(populate_existing=True))


async def has_totp(session: AsyncSession, user_id: UUID) -> bool:
    statement = select(TotpFactor.user_id).where(
        TotpFactor.user_id == user_id, TotpFactor.confirmed_at.is_not(None)
    )
    return await session.scalar(statement) is not None


async def take_recovery_code(
    session: AsyncSession, user_id: UUID, code_hash: bytes, now: datetime
) -> bool:
    """False when there is none such, or it was used before."""
    statement = (
        update(RecoveryCode)
        .where(
            RecoveryCode.hash == code_hash,
            RecoveryCode.user_id == user_id,
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=now)
        .returning(RecoveryCode.hash)
    )
    return await session.scalar(statement) is not None


async def replace_recovery_codes(
    session: AsyncSession, user_id: UUID, hashes: Sequence[bytes]
) -> None:
    await session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))
    session.add_all(RecoveryCode(hash=code_hash, user_id=user_id) for code_hash in hashes)


async def count_recovery_codes(session: AsyncSession, user_id: UUID) -> int:
    statement = select(func.count()).where(
        RecoveryCode.user_id == user_id, RecoveryCode.used_at.is_(None)
    )
    return await session.scalar(statement) or 0


async def delete_totp(session: AsyncSession, user_id: UUID) -> None:
    await session.execute(delete(TotpFactor).where(TotpFactor.user_id == user_id))
    await session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))
