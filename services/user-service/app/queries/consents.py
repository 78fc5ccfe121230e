"""Consents in SQL."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.consent import Consent
from lapa_kit.pagination import PageQuery, paginate


async def list_newest_consents(session: AsyncSession, user_id: UUID) -> dict[str, Consent]:
    """The decision that counts, for each purpose."""
    statement = (
        select(Consent)
        .where(Consent.user_id == user_id)
        .order_by(Consent.purpose, Consent.number.desc())
        .distinct(Consent.purpose)
    )
    return {consent.purpose: consent for consent in await session.scalars(statement)}


async def list_consents(
    session: AsyncSession, page: PageQuery, user_id: UUID
) -> tuple[list[Consent], str | None]:
    statement = select(Consent).where(Consent.user_id == user_id)
    return await paginate(session, statement, page, Consent.id)
