"""Files that messages carry: they become readable for the members of the chat."""

from uuid import UUID

from app.services.messages import Draft
from lapa_contracts.media import ContextType, MediaClient


async def claim(media: MediaClient, draft: Draft, owner_id: UUID, chat_id: UUID) -> None:
    """Before the transaction. Refused with `media_not_usable` when a file is not the sender's."""
    if draft.attachments:
        await media.claim(
            draft.attachments,
            owner_id=owner_id,
            context_type=ContextType.CHAT,
            context_id=chat_id,
        )
