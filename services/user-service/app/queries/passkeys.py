"""Passkeys in SQL."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.passkey import Passkey, PasskeyNotAccepted, PasskeyNotFound


async def list_passkeys(session: AsyncSession, user_id: UUID) -> list[Passkey]:
    statement = select(Passkey).where(Passkey.user_id == user_id).order_by(Passkey.id)
    return list(await session.scalars(statement))


async def lock_passkey(session: AsyncSession, passkey_id: UUID, *, user_id: UUID) -> Passkey:
    statement = select(Passkey).where(Passkey.id == passkey_id, Passkey.user_id == user_id)
    if passkey := await session.scalar(statement.with_for_update()):
        return passkey
    raise PasskeyNotFound


async def lock_credential(session: AsyncSession, credential_id: bytes) -> Passkey | None:
    """Locked, so that its counter is looked at and set by one sign-in at a time."""
    statement = select(Passkey).where(Passkey.credential_id == credential_id).with_for_update()
    return await session.scalar(statement.execution_options(populate_existing=True))


async def save_passkey(session: AsyncSession, passkey: Passkey) -> None:
    """Raises PasskeyNotAccepted for a credential that somebody has already."""
    session.add(passkey)
    try:
        await session.flush()
    except IntegrityError as error:
        if "uq_passkeys_credential_id" in str(error.orig):
            raise PasskeyNotAccepted from error
        raise
