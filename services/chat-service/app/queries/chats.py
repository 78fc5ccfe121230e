"""Chats and members in SQL; whose chat it is, is a WHERE."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.chat import Chat, ChatNotFound, Member
from app.models.message import Message
from app.models.order_window import OrderWindow
from app.models.report import Report
from lapa_contracts.chat import ChatType
from lapa_kit import clock
from lapa_kit.pagination import PageQuery, paginate


@dataclass(frozen=True, slots=True)
class Glance:
    """What a list of chats shows of each beside the chat itself."""

    members: Sequence[Member]
    last_message: Message | None
    unread: int


def _of_member(user_id: UUID) -> ColumnElement[bool]:
    return exists().where(
        Member.chat_id == Chat.id, Member.user_id == user_id, Member.left_at.is_(None)
    )


def _for_staff() -> ColumnElement[bool]:
    """Support may see what was written to support, and what was reported."""
    return or_(Chat.type == ChatType.SUPPORT, exists().where(Report.chat_id == Chat.id))


def _visible(chat_id: UUID, user_id: UUID, *, as_staff: bool) -> Select[Chat]:
    mine = _of_member(user_id)
    return select(Chat).where(Chat.id == chat_id, or_(mine, _for_staff()) if as_staff else mine)


async def get_chat(
    session: AsyncSession, chat_id: UUID, user_id: UUID, *, as_staff: bool = False
) -> Chat:
    """A chat that he is in; another's does not exist for him."""
    if chat := await session.scalar(_visible(chat_id, user_id, as_staff=as_staff)):
        return chat
    raise ChatNotFound


async def lock_chat(
    session: AsyncSession, chat_id: UUID, user_id: UUID | None = None, *, as_staff: bool = False
) -> Chat:
    """The chat, locked until commit: messages take their seq one after another."""
    statement = select(Chat).where(Chat.id == chat_id)
    if user_id is not None:
        statement = _visible(chat_id, user_id, as_staff=as_staff)
    statement = statement.with_for_update(of=Chat).execution_options(populate_existing=True)
    if chat := await session.scalar(statement):
        return chat
    raise ChatNotFound


async def find_pair(session: AsyncSession, pair: str) -> Chat | None:
    """The two people's chat; who asks at the same time waits, so that they do not make two."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(pair, 0))))
    return await session.scalar(select(Chat).where(Chat.pair == pair))


async def insert_chat(
    session: AsyncSession, kind: ChatType, *, pair: str | None = None, **fields: Any
) -> Chat:
    now = clock.now()
    statement = insert(Chat).values(type=kind, pair=pair, active_at=now, created_at=now, **fields)
    return (await session.scalars(statement.returning(Chat))).one()


async def find_order_chat(session: AsyncSession, order_id: UUID, assignment: int) -> Chat | None:
    statement = select(Chat).where(Chat.order_id == order_id, Chat.assignment == assignment)
    return await session.scalar(statement.with_for_update())


async def lock_order_chats(session: AsyncSession, order_id: UUID) -> list[Chat]:
    """Of all the order's walkers, the newest first."""
    statement = select(Chat).where(Chat.order_id == order_id).order_by(Chat.assignment.desc())
    return list(await session.scalars(statement.with_for_update()))


async def list_chats(
    session: AsyncSession,
    page: PageQuery,
    *,
    member_id: UUID | None,
    kind: ChatType | None,
    order_id: UUID | None,
) -> tuple[list[Chat], str | None]:
    """The last active first; without `member_id` everybody's."""
    statement = select(Chat)
    if member_id is not None:
        statement = statement.where(_of_member(member_id))
    if kind is not None:
        statement = statement.where(Chat.type == kind)
    if order_id is not None:
        statement = statement.where(Chat.order_id == order_id)
    return await paginate(session, statement, page, Chat.active_at, Chat.id)


async def glance_at(
    session: AsyncSession, chat_ids: Collection[UUID], user_id: UUID
) -> dict[UUID, Glance]:
    """Members, last message and the user's unread count of each chat."""
    members = list(
        await session.scalars(
            select(Member)
            .where(Member.chat_id.in_(chat_ids), Member.left_at.is_(None))
            .order_by(Member.joined_at, Member.user_id)
        )
    )
    newest = select(Message).join(Chat, Chat.id == Message.chat_id)
    newest = newest.where(Chat.id.in_(chat_ids), Message.seq == Chat.last_seq)
    last = {message.chat_id: message for message in await session.scalars(newest)}
    unread = await _count_unread(session, chat_ids, user_id)
    return {
        chat_id: Glance(
            [member for member in members if member.chat_id == chat_id],
            last.get(chat_id),
            unread.get(chat_id, 0),
        )
        for chat_id in chat_ids
    }


async def _count_unread(
    session: AsyncSession, chat_ids: Collection[UUID], user_id: UUID
) -> dict[UUID, int]:
    """Other people's messages after the read mark; the platform's cards do not ask to be read."""
    statement = (
        select(Message.chat_id, func.count())
        .join(Member, Member.chat_id == Message.chat_id)
        .where(
            Member.user_id == user_id,
            Member.left_at.is_(None),
            Message.chat_id.in_(chat_ids),
            Message.seq > func.greatest(Member.last_read_seq, Member.seen_from_seq),
            Message.sender_id != user_id,
            Message.deleted_at.is_(None),
        )
        .group_by(Message.chat_id)
    )
    return {chat_id: count for chat_id, count in await session.execute(statement)}


async def find_member(session: AsyncSession, chat_id: UUID, user_id: UUID) -> Member | None:
    return await session.get(Member, (chat_id, user_id))


async def list_members(session: AsyncSession, chat_id: UUID) -> list[Member]:
    return (await list_members_of(session, [chat_id]))[chat_id]


async def list_members_of(
    session: AsyncSession, chat_ids: Collection[UUID]
) -> dict[UUID, list[Member]]:
    """Of each of these chats, who is in it now."""
    statement = select(Member).where(Member.chat_id.in_(chat_ids), Member.left_at.is_(None))
    members: dict[UUID, list[Member]] = {chat_id: [] for chat_id in chat_ids}
    for member in await session.scalars(statement.order_by(Member.joined_at, Member.user_id)):
        members[member.chat_id].append(member)
    return members


async def put_member(
    session: AsyncSession, chat_id: UUID, user_id: UUID, *, at: datetime, seen_from_seq: int = 0
) -> bool:
    """False when he was in it already; who comes back sees what he saw before."""
    statement = (
        insert(Member)
        .values(
            chat_id=chat_id,
            user_id=user_id,
            joined_at=at,
            seen_from_seq=seen_from_seq,
            last_read_seq=seen_from_seq,
            is_muted=False,
        )
        .on_conflict_do_update(
            index_elements=[Member.chat_id, Member.user_id],
            set_={"left_at": None},
            where=Member.left_at.is_not(None),
        )
        .returning(Member.user_id)
    )
    return await session.scalar(statement) is not None


async def move_read_mark(
    session: AsyncSession, chat_id: UUID, user_id: UUID, seq: int
) -> int | None:
    """Where the mark stands now, None when it did not move; never back, never beyond the newest."""
    newest = select(Chat.last_seq).where(Chat.id == chat_id).scalar_subquery()
    reached = func.least(seq, newest)
    statement = (
        update(Member)
        .where(Member.chat_id == chat_id, Member.user_id == user_id, Member.last_read_seq < reached)
        .values(last_read_seq=reached)
        .returning(Member.last_read_seq)
    )
    return await session.scalar(statement)


async def list_last_seqs(session: AsyncSession, chat_ids: Collection[UUID]) -> dict[UUID, int]:
    rows = await session.execute(select(Chat.id, Chat.last_seq).where(Chat.id.in_(chat_ids)))
    return {chat_id: last_seq for chat_id, last_seq in rows}


async def find_window(session: AsyncSession, order_id: UUID) -> OrderWindow | None:
    return await session.get(OrderWindow, order_id, with_for_update=True)


async def put_window(
    session: AsyncSession, order_id: UUID, version: int, closes_at: datetime | None
) -> bool:
    """False when something newer is known of the order."""
    statement = (
        insert(OrderWindow)
        .values(order_id=order_id, version=version, closes_at=closes_at)
        .on_conflict_do_update(
            index_elements=[OrderWindow.order_id],
            set_={"version": version, "closes_at": closes_at},
            where=OrderWindow.version < version,
        )
        .returning(OrderWindow.order_id)
    )
    return await session.scalar(statement) is not None
