"""Who may read the files of a pet, an order, a chat: what others say of them, projected."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.media import Visibility
from app.queries import media as media_queries
from app.queries import readers as reader_queries
from lapa_contracts.chat import ChatChanged
from lapa_contracts.media import ContextType
from lapa_contracts.order import OrderEvent
from lapa_contracts.pet import PetChanged
from lapa_contracts.user import UserChanged
from lapa_kit import clock


async def take_pet(session: AsyncSession, event: PetChanged) -> None:
    if await reader_queries.advance(session, ContextType.PET, event.pet_id, event.version):
        family = {event.owner_id, *event.co_owner_ids}
        await reader_queries.keep_only(session, ContextType.PET, event.pet_id, family)


async def take_chat(session: AsyncSession, event: ChatChanged) -> None:
    if await reader_queries.advance(session, ContextType.CHAT, event.chat_id, event.version):
        members = set(event.member_ids)
        await reader_queries.keep_only(session, ContextType.CHAT, event.chat_id, members)


async def take_order(
    session: AsyncSession,
    event: OrderEvent,
    *,
    has_walker: bool = True,
    walker_until: datetime | None = None,
    pets_until: datetime | None = None,
) -> None:
    """The card names the readers: its client for ever, its walker for his time, nobody else.

    So events may come late or in any order: the newest one is the whole truth.
    """
    order_id = event.order_id
    if not await reader_queries.advance(
        session, ContextType.ORDER, order_id, event.version, again=True
    ):
        return
    walker_id = event.walker_id if has_walker else None
    pet_ids = [pet.pet_id for pet in event.pets]
    staying = {event.client_id} | ({walker_id} if walker_id else set())
    await reader_queries.put_order_pets(session, order_id, pet_ids)
    await reader_queries.end_reading(session, order_id, clock.now(), except_for=staying)
    await reader_queries.put_reader(
        session, ContextType.ORDER, order_id, event.client_id, via=order_id
    )
    if walker_id is None:
        return
    await reader_queries.put_reader(
        session, ContextType.ORDER, order_id, walker_id, via=order_id, until=walker_until
    )
    for pet_id in pet_ids:
        await reader_queries.put_reader(
            session, ContextType.PET, pet_id, walker_id, via=order_id, until=pets_until
        )


async def open_dispute(session: AsyncSession, event: OrderEvent) -> None:
    """Its evidence is read by both sides; what the order holds already stays."""
    await reader_queries.put_hold(session, event.order_id, event.order_id)
    for user_id in filter(None, (event.client_id, event.walker_id)):
        await reader_queries.put_reader(
            session, ContextType.DISPUTE, event.order_id, user_id, via=event.order_id
        )


async def show_in_albums(
    session: AsyncSession, order_id: UUID, media_ids: Sequence[UUID], pet_ids: Sequence[UUID]
) -> None:
    """A walk's photos are in the albums of its dogs too."""
    for media in await media_queries.lock_all(session, media_ids):
        claim = media.claim
        if claim and (claim.type, claim.context_id) == (ContextType.ORDER, order_id):
            for pet_id in pet_ids:
                media.show(ContextType.PET, pet_id)


async def show_avatar(session: AsyncSession, event: UserChanged) -> None:
    """The avatar of the day is public, those before it are not any more."""
    if await reader_queries.advance(session, ContextType.USER, event.user_id, event.version):
        for media in await media_queries.list_avatars(session, event.user_id):
            is_current = media.id == event.avatar_media_id
            media.visibility = Visibility.PUBLIC if is_current else Visibility.PRIVATE
