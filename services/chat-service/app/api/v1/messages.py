"""Messages of a chat."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query

from app.api.v1.pace import paced
from app.models.chat import ChatNotFound, ChatNotWritable
from app.models.message import ClientMessageIdTaken, MessageDeleted, MessageNotFound, UnknownReply
from app.models.person import AccountSuspended
from app.schemas.messages import MessageCreate, MessagePatch, MessageRead, Messages, ReadMark
from app.schemas.values import Seq
from app.services import messages
from app.services.attachments import claim
from lapa_contracts.media import MediaClient
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import UpstreamFailed, problems
from lapa_kit.ratelimit import RateLimited

router = Router(prefix="/chats/{chat_id:uuid}", tags=["messages"])
Media = Annotated[MediaClient, Depends(client(MediaClient))]
CHAT_PROBLEMS = (*IDENTITY_PROBLEMS, ChatNotFound)
WRITING_PROBLEMS = (*CHAT_PROBLEMS, ChatNotWritable, AccountSuspended)


@router.get("/messages", responses=problems(*CHAT_PROBLEMS))
async def list_messages(
    chat_id: UUID,
    user: CurrentUser,
    session: Session,
    before_seq: Annotated[Seq | None, Query()] = None,
    after_seq: Annotated[Seq | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Messages:
    """The newest messages, those before one, or those after one; always the oldest first."""
    rows, has_more = await messages.list_messages(
        session,
        chat_id,
        reader=user,
        before_seq=before_seq,
        after_seq=after_seq,
        limit=limit,
    )
    return Messages.of(rows, has_more, forward=after_seq is not None)


@router.post(
    "/messages",
    status_code=201,
    dependencies=[paced],
    responses=problems(
        *WRITING_PROBLEMS, ClientMessageIdTaken, UnknownReply, RateLimited, UpstreamFailed
    ),
)
async def post_message(
    chat_id: UUID, body: MessageCreate, user: CurrentUser, media: Media, session: Session
) -> MessageRead:
    """Say something; the same `client_message_id` again gives the message that it became."""
    draft = body.to_draft()
    await claim(media, draft, user.id, chat_id)
    return MessageRead.of(await messages.post_message(session, chat_id, draft, sender=user))


@router.patch(
    "/messages/{message_id:uuid}",
    responses=problems(*WRITING_PROBLEMS, MessageNotFound, MessageDeleted),
)
async def edit_message(
    chat_id: UUID, message_id: UUID, body: MessagePatch, user: CurrentUser, session: Session
) -> MessageRead:
    """Change the words of one's own message; everybody sees that it was changed."""
    message = await messages.edit_message(
        session, chat_id, message_id, sender_id=user.id, text=body.text
    )
    return MessageRead.of(message)


@router.delete(
    "/messages/{message_id:uuid}",
    status_code=204,
    responses=problems(*CHAT_PROBLEMS, MessageNotFound),
)
async def delete_message(
    chat_id: UUID, message_id: UUID, user: CurrentUser, session: Session
) -> None:
    """Take one's own message back; its place remains."""
    await messages.delete_message(session, chat_id, message_id, sender_id=user.id)


@router.post("/read", responses=problems(*CHAT_PROBLEMS))
async def mark_read(chat_id: UUID, body: ReadMark, user: CurrentUser, session: Session) -> ReadMark:
    """Read up to and including `seq`; answers where the mark stands, which never moves back."""
    seq = await messages.mark_read(session, chat_id, user_id=user.id, seq=body.seq)
    return ReadMark(seq=seq)
