"""Favourites and blocks in SQL."""

from uuid import UUID

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.pairing import Pairing, PairingKind
from lapa_kit import clock
from lapa_kit.pagination import PageQuery, paginate


async def put_pairing(
    session: AsyncSession, user_id: UUID, other_id: UUID, kind: PairingKind
) -> bool:
    """False when it was there already."""
    statement = (
        insert(Pairing)
        .values(user_id=user_id, other_id=other_id, kind=kind, created_at=clock.now())
        .on_conflict_do_nothing()
        .returning(Pairing.user_id)
    )
    return await session.scalar(statement) is not None


async def delete_pairing(
    session: AsyncSession, user_id: UUID, other_id: UUID, kind: PairingKind
) -> bool:
    """False when there was none."""
    statement = (
        delete(Pairing)
        .where(Pairing.user_id == user_id, Pairing.other_id == other_id, Pairing.kind == kind)
        .returning(Pairing.user_id)
    )
    return await session.scalar(statement) is not None


async def list_pairings(
    session: AsyncSession, page: PageQuery, *, user_id: UUID, kind: PairingKind
) -> tuple[list[Pairing], str | None]:
    statement = select(Pairing).where(Pairing.user_id == user_id, Pairing.kind == kind)
    return await paginate(session, statement, page, Pairing.created_at, Pairing.other_id)


async def are_blocked(session: AsyncSession, one: UUID, other: UUID) -> bool:
    """Whoever of the two said so."""
    statement = select(Pairing.user_id).where(
        Pairing.kind == PairingKind.BLOCK,
        or_(
            and_(Pairing.user_id == one, Pairing.other_id == other),
            and_(Pairing.user_id == other, Pairing.other_id == one),
        ),
    )
    return await session.scalar(statement.limit(1)) is not None
