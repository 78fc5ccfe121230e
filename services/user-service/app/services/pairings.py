"""Favourites and blocks."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.pairing import OneselfRefused, PairingKind
from app.models.walker import WalkerNotFound
from app.queries import pairings as pairing_queries
from app.queries.users import get_user
from lapa_contracts.user import BlockAdded, BlockRemoved, FavoriteAdded, FavoriteRemoved
from lapa_kit.events import publish


async def add_favorite(session: AsyncSession, user_id: UUID, walker_id: UUID) -> None:
    """He will be asked first; again changes nothing. Raises WalkerNotFound."""
    walker = await _get_other(session, user_id, walker_id)
    if not walker or await pairing_queries.are_blocked(session, user_id, walker_id):
        raise WalkerNotFound
    if await pairing_queries.put_pairing(session, user_id, walker_id, PairingKind.FAVORITE):
        publish(session, FavoriteAdded(user_id=user_id, other_id=walker_id))


async def _get_other(session: AsyncSession, user_id: UUID, other_id: UUID) -> bool:
    """Whether that other person is a walker; raises OneselfRefused or UserNotFound."""
    if user_id == other_id:
        raise OneselfRefused
    return (await get_user(session, other_id)).is_walker


async def remove_favorite(session: AsyncSession, user_id: UUID, walker_id: UUID) -> None:
    if await pairing_queries.delete_pairing(session, user_id, walker_id, PairingKind.FAVORITE):
        publish(session, FavoriteRemoved(user_id=user_id, other_id=walker_id))


async def add_block(session: AsyncSession, user_id: UUID, other_id: UUID) -> None:
    """The two do not meet any more, and neither is the other's favourite."""
    await _get_other(session, user_id, other_id)
    if await pairing_queries.put_pairing(session, user_id, other_id, PairingKind.BLOCK):
        publish(session, BlockAdded(user_id=user_id, other_id=other_id))
    await remove_favorite(session, user_id, other_id)
    await remove_favorite(session, other_id, user_id)


async def remove_block(session: AsyncSession, user_id: UUID, other_id: UUID) -> None:
    if await pairing_queries.delete_pairing(session, user_id, other_id, PairingKind.BLOCK):
        publish(session, BlockRemoved(user_id=user_id, other_id=other_id))
