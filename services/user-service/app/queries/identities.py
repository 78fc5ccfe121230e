"""Accounts elsewhere in SQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.identity import Identity, IdentityNotFound, IdentityTaken, ProviderLinked


async def find_identity(session: AsyncSession, issuer: str, subject: str) -> Identity | None:
    statement = select(Identity).where(Identity.issuer == issuer, Identity.subject == subject)
    return await session.scalar(statement)


async def list_identities(
    session: AsyncSession, user_id: UUID, *, issuers: Sequence[str]
) -> list[Identity]:
    """Those of his that open the account now: an issuer that is not trusted any more opens nothing."""
    statement = select(Identity).where(Identity.user_id == user_id, Identity.issuer.in_(issuers))
    return list(await session.scalars(statement.order_by(Identity.id)))


async def lock_identity(session: AsyncSession, identity_id: UUID, *, user_id: UUID) -> Identity:
    statement = select(Identity).where(Identity.id == identity_id, Identity.user_id == user_id)
    if identity := await session.scalar(statement.with_for_update()):
        return identity
    raise IdentityNotFound


async def save_identity(session: AsyncSession, identity: Identity) -> None:
    """Raises IdentityTaken or ProviderLinked."""
    session.add(identity)
    try:
        await session.flush()
    except IntegrityError as error:
        if "uq_identities_issuer_subject" in str(error.orig):
            raise IdentityTaken from error
        if "uq_identities_user_id_issuer" in str(error.orig):
            raise ProviderLinked from error
        raise
