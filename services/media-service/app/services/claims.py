"""Attaching files to what other services own."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.blob import BlobStatus
from app.models.media import MediaNotUsable
from app.queries.media import lock_all
from lapa_contracts.media import MediaContext


async def claim(
    session: AsyncSession, media_ids: Sequence[UUID], context: MediaContext, *, owner_id: UUID
) -> None:
    """All of them or none; again for the same thing changes nothing."""
    wanted = set(media_ids)
    found = await lock_all(session, list(wanted))
    usable = {
        media.id
        for media in found
        if media.owner_id == owner_id and media.blob.status is not BlobStatus.FAILED
    }
    if missing := wanted - usable:
        raise MediaNotUsable(media_ids=sorted(str(media_id) for media_id in missing))
    for media in found:
        media.attach(context.type, context.id)
