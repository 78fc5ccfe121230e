"""Consents to being located in SQL."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.consent import LocationConsent


async def put_consent(session: AsyncSession, user_id: UUID, version: int, *, granted: bool) -> bool:
    """Upsert of the projection; False for an older snapshot, which changes nothing."""
    values = {"granted": granted, "version": version}
    statement = insert(LocationConsent).values(user_id=user_id, **values)
    written = await session.scalar(
        statement.on_conflict_do_update(
            index_elements=[LocationConsent.user_id],
            set_=values,
            where=LocationConsent.version < version,
        ).returning(LocationConsent.user_id)
    )
    return written is not None


async def list_refusing(session: AsyncSession, user_ids: Collection[UUID]) -> set[UUID]:
    """Those of them who have said no, or taken their yes back."""
    statement = select(LocationConsent.user_id).where(
        LocationConsent.user_id.in_(user_ids), LocationConsent.granted.is_(False)
    )
    return set(await session.scalars(statement))
