"""Substitutes in SQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import WALK_IS_OVER, Order
from app.models.substitute import Substitute, SubstituteNotFound, SubstituteState


async def lock_substitutes(session: AsyncSession, client_id: UUID) -> list[Substitute]:
    """The client's list, which nobody else changes until commit; in its order."""
    key = func.hashtextextended(f"substitutes:{client_id}", 0)
    await session.execute(select(func.pg_advisory_xact_lock(key)))
    return await list_substitutes(session, client_id)


async def list_substitutes(session: AsyncSession, client_id: UUID) -> list[Substitute]:
    statement = select(Substitute).where(Substitute.client_id == client_id)
    return list(await session.scalars(statement.order_by(Substitute.rank, Substitute.id)))


async def list_consented(session: AsyncSession, client_id: UUID) -> list[UUID]:
    """Who may be asked, in the client's order."""
    return [
        one.walker_id
        for one in await list_substitutes(session, client_id)
        if one.state is SubstituteState.CONSENTED
    ]


async def list_requests(session: AsyncSession, walker_id: UUID) -> list[Substitute]:
    """Who has named this walker, newest first."""
    statement = select(Substitute).where(Substitute.walker_id == walker_id)
    return list(await session.scalars(statement.order_by(Substitute.id.desc())))


async def lock_request(
    session: AsyncSession, substitute_id: UUID, *, walker_id: UUID
) -> Substitute:
    statement = select(Substitute).where(
        Substitute.id == substitute_id, Substitute.walker_id == walker_id
    )
    if substitute := await session.scalar(statement.with_for_update()):
        return substitute
    raise SubstituteNotFound


async def delete_substitutes(session: AsyncSession, substitute_ids: Sequence[UUID]) -> None:
    await session.execute(delete(Substitute).where(Substitute.id.in_(substitute_ids)))


async def list_met(session: AsyncSession, client_id: UUID, walker_ids: Sequence[UUID]) -> set[UUID]:
    """Who of them has walked for this client."""
    statement = select(Order.walker_id).where(
        Order.client_id == client_id,
        Order.walker_id.in_(walker_ids),
        Order.status.in_(WALK_IS_OVER),
    )
    return {walker_id for walker_id in await session.scalars(statement.distinct()) if walker_id}
