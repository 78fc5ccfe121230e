"""Chats: opening, listing, looking at one."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.chat import Chat, ChatNotFound, ChatNotWritable, NotYourGroup
from app.models.person import AccountSuspended, UnknownParticipant
from app.queries import chats as chat_queries
from app.queries.people import list_people
from app.schemas.chats import ChatCreate, ChatPatch, ChatRead
from app.services import chats
from lapa_contracts.chat import ChatType
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging
from lapa_kit.problems import problems

router = Router(prefix="/chats", tags=["chats"])


@router.post(
    "",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, AccountSuspended, UnknownParticipant, ChatNotWritable),
)
async def open_chat(body: ChatCreate, user: CurrentUser, session: Session) -> ChatRead:
    """Write to somebody, to several, or to support. A direct chat that exists is given again."""
    chat = await chats.open_chat(
        session, body.type, body.participant_ids, user_id=user.id, title=body.title
    )
    return (await read_chats(session, [chat], user.id))[0]


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_chats(
    user: CurrentUser,
    session: Session,
    page: Paging,
    type: ChatType | None = None,
    order_id: UUID | None = None,
) -> Page[ChatRead]:
    """The caller's chats with their last message and unread count, the last active first."""
    rows, cursor = await chat_queries.list_chats(
        session, page, member_id=user.id, kind=type, order_id=order_id
    )
    return Page(items=await read_chats(session, rows, user.id), next_cursor=cursor)


@router.get("/support-queue", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_support_queue(user: CurrentUser, session: Session, page: Paging) -> Page[ChatRead]:
    """What people have written to support, for those who answer; the last active first."""
    user.require("chats:moderate")
    rows, cursor = await chat_queries.list_chats(
        session, page, member_id=None, kind=ChatType.SUPPORT, order_id=None
    )
    return Page(items=await read_chats(session, rows, user.id), next_cursor=cursor)


@router.get("/{chat_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, ChatNotFound))
async def get_chat(chat_id: UUID, user: CurrentUser, session: Session) -> ChatRead:
    """One chat, for its members; support sees its own and those that were reported."""
    chat = await chats.get_chat(session, chat_id, user)
    return (await read_chats(session, [chat], user.id))[0]


@router.patch("/{chat_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, ChatNotFound, NotYourGroup))
async def change_chat(
    chat_id: UUID, body: ChatPatch, user: CurrentUser, session: Session
) -> ChatRead:
    """The title of one's own group; whether the chat rings for the caller."""
    chat = await chats.change_chat(
        session, chat_id, user_id=user.id, title=body.title, muted=body.muted
    )
    await session.flush()
    return (await read_chats(session, [chat], user.id))[0]


async def read_chats(session: AsyncSession, rows: list[Chat], reader_id: UUID) -> list[ChatRead]:
    glances = await chat_queries.glance_at(session, [chat.id for chat in rows], reader_id)
    user_ids = {member.user_id for glance in glances.values() for member in glance.members}
    people = await list_people(session, user_ids)
    return [ChatRead.of(chat, glances[chat.id], people, reader_id) for chat in rows]
