"""What media-service says of files, and what it answers."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar, Literal
from uuid import UUID

from lapa_contracts.values import Value
from lapa_kit.clients import ServiceClient
from lapa_kit.events.contract import Event


class ContextType(StrEnum):
    USER = "user"
    PET = "pet"
    ORDER = "order"
    CHAT = "chat"
    VERIFICATION = "verification"
    DISPUTE = "dispute"


class MediaContext(Value):
    """What a file has been attached to; its readers are those of that thing."""

    type: ContextType
    id: UUID


class _MediaEvent(Event):
    producer = "media-service"
    key_field = "media_id"

    media_id: UUID
    owner_id: UUID
    # none while it is still private to its owner
    context: MediaContext | None = None


class MediaProcessed(_MediaEvent):
    """A file can be shown, or will never be; sizes in pixels."""

    type = "media.processed.v1"

    status: Literal["ready", "failed"]
    width: int | None = None
    height: int | None = None
    # ThumbHash in base64, to be drawn until the picture has come
    placeholder: str | None = None


class MediaDeleted(_MediaEvent):
    """A file is gone: references to it are dropped."""

    type = "media.deleted.v1"


class MediaClient(ServiceClient):
    service: ClassVar[str] = "media-service"

    async def claim(
        self,
        media_ids: Sequence[UUID],
        *,
        owner_id: UUID,
        context_type: ContextType,
        context_id: UUID,
    ) -> None:
        """Attach all of the owner's files to a thing, or none.

        Refused with `media_not_usable` when one is not his, not clean or claimed by another thing;
        claiming again for the same thing changes nothing.
        """
        body = {
            "media_ids": [str(media_id) for media_id in media_ids],
            "owner_id": str(owner_id),
            "context": {"type": str(context_type), "id": str(context_id)},
        }
        await self.call("POST", "/media/claims", json=body)
