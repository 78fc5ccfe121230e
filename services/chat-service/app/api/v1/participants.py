"""Who is in a group."""

from uuid import UUID

from app.api.v1.chats import read_chats
from app.models.chat import ChatNotFound, ChatNotWritable, FixedMembers, GroupFull, NotYourGroup
from app.models.person import AccountSuspended, UnknownParticipant
from app.schemas.chats import ChatRead, ParticipantAdd
from app.services import chats
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import problems

router = Router(prefix="/chats/{chat_id:uuid}/participants", tags=["chats"])
GROUP_PROBLEMS = (*IDENTITY_PROBLEMS, ChatNotFound, NotYourGroup, FixedMembers)


@router.post(
    "",
    responses=problems(
        *GROUP_PROBLEMS, GroupFull, UnknownParticipant, AccountSuspended, ChatNotWritable
    ),
)
async def add_participant(
    chat_id: UUID, body: ParticipantAdd, user: CurrentUser, session: Session
) -> ChatRead:
    """Bring somebody into one's own group: he sees what is written from now on."""
    chat = await chats.add_participant(session, chat_id, user_id=user.id, other_id=body.user_id)
    return (await read_chats(session, [chat], user.id))[0]


@router.delete("/{user_id:uuid}", status_code=204, responses=problems(*GROUP_PROBLEMS))
async def remove_participant(
    chat_id: UUID, user_id: UUID, user: CurrentUser, session: Session
) -> None:
    """Leave a group, or send somebody away from one's own."""
    await chats.remove_participant(session, chat_id, user_id=user.id, other_id=user_id)
