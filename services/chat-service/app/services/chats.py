"""Opening chats and changing who is in them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.chat import (
    MOST_MEMBERS,
    Chat,
    ChatNotWritable,
    FixedMembers,
    GroupFull,
    NotYourGroup,
    pair_of,
)
from app.models.person import AccountSuspended, UnknownParticipant
from app.queries import chats, people
from app.queries.chats import Glance
from app.services.live import live
from app.services.telling import tell_change, tell_new
from lapa_contracts.chat import ChatType
from lapa_contracts.user import UserStatus
from lapa_kit import clock
from lapa_kit.auth import Principal


async def open_chat(
    session: AsyncSession,
    kind: ChatType,
    participant_ids: Sequence[UUID],
    *,
    user_id: UUID,
    title: str | None = None,
) -> Chat:
    """A new chat; between two people there is one direct chat, which is found again."""
    others = [one for one in dict.fromkeys(participant_ids) if one != user_id]
    await _check_may_invite(session, user_id, others)
    if kind is ChatType.DIRECT and len(others) != 1:
        raise UnknownParticipant("A direct chat is with one other person.")
    pair = pair_of(user_id, others[0]) if kind is ChatType.DIRECT else None
    if pair and (known := await chats.find_pair(session, pair)):
        return known
    chat = await chats.insert_chat(session, kind, pair=pair, title=title, created_by=user_id)
    for member_id in [user_id, *others]:
        await chats.put_member(session, chat.id, member_id, at=chat.created_at)
    await tell_new(session, chat)
    return chat


async def _check_may_invite(session: AsyncSession, user_id: UUID, others: Sequence[UUID]) -> None:
    if await people.is_suspended(session, user_id):
        raise AccountSuspended
    known = await people.list_people(session, others)
    for other_id in others:
        person = known.get(other_id)
        if person is None or person.status is not UserStatus.ACTIVE:
            raise UnknownParticipant(f"{other_id} is nobody who can be written to.")
    if await people.are_apart(session, user_id, others):
        raise ChatNotWritable


async def glance(session: AsyncSession, chat: Chat, user_id: UUID) -> Glance:
    return (await chats.glance_at(session, [chat.id], user_id))[chat.id]


async def get_chat(session: AsyncSession, chat_id: UUID, user: Principal) -> Chat:
    """For its members; support sees its own queue and what was reported."""
    as_staff = user.may("chats:read_any")
    return await chats.get_chat(session, chat_id, user.id, as_staff=as_staff)


async def change_chat(
    session: AsyncSession,
    chat_id: UUID,
    *,
    user_id: UUID,
    title: str | None,
    muted: bool | None,
) -> Chat:
    """The title is the group's, the silence is the member's own."""
    chat = await chats.lock_chat(session, chat_id, user_id)
    if title is not None:
        if chat.type is not ChatType.GROUP or chat.created_by != user_id:
            raise NotYourGroup
        chat.title = title
    if muted is not None and (member := await chats.find_member(session, chat_id, user_id)):
        member.is_muted = muted
    return chat


async def add_participant(
    session: AsyncSession, chat_id: UUID, *, user_id: UUID, other_id: UUID
) -> Chat:
    """Who joins sees what is written from then on."""
    chat = await _lock_group(session, chat_id, user_id)
    if chat.created_by != user_id:
        raise NotYourGroup
    await _check_may_invite(session, user_id, [other_id])
    if len(await chats.list_members(session, chat_id)) >= MOST_MEMBERS:
        raise GroupFull
    joined_at = clock.now()
    if await chats.put_member(
        session, chat_id, other_id, at=joined_at, seen_from_seq=chat.last_seq
    ):
        await tell_change(session, chat)
    return chat


async def remove_participant(
    session: AsyncSession, chat_id: UUID, *, user_id: UUID, other_id: UUID
) -> None:
    """Everybody may leave; only who made the group sends others away."""
    chat = await _lock_group(session, chat_id, user_id)
    if user_id not in (other_id, chat.created_by):
        raise NotYourGroup
    member = await chats.find_member(session, chat_id, other_id)
    if member and member.left_at is None:
        member.left_at = clock.now()
        await session.flush()
        await tell_change(session, chat)
        gone = {"type": "left", "chat_id": str(chat_id), "user_id": str(other_id)}
        live.say(session, chat_id, gone)


async def _lock_group(session: AsyncSession, chat_id: UUID, user_id: UUID) -> Chat:
    chat = await chats.lock_chat(session, chat_id, user_id)
    if chat.type is not ChatType.GROUP:
        raise FixedMembers
    return chat
