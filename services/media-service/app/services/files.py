"""Looking after one's files: changing, deleting, tidying up."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app import storage
from app.config import settings
from app.models.blob import original_key
from app.models.media import (
    DocumentSealed,
    LegalHoldInPlace,
    Media,
    MediaNotFound,
    Visibility,
)
from app.queries import media as media_queries
from app.services.rendering import CLEAN, VARIANTS
from app.services.telling import tell_deleted
from lapa_contracts.user import VerificationDecided
from lapa_kit import jobs
from lapa_kit.audit import describe
from lapa_kit.auth import Principal
from lapa_kit.db import Sessions


async def change_media(
    session: AsyncSession,
    media_id: UUID,
    *,
    owner_id: UUID,
    tags: list[str] | None,
    visibility: Visibility | None,
) -> Media:
    media = await media_queries.lock_media(session, media_id, owner_id=owner_id)
    if tags is not None:
        media.tags = tags
    if visibility is not None:
        media.set_visibility(visibility)
    return media


async def delete_media(session: AsyncSession, media_id: UUID, user: Principal) -> None:
    """By its owner or a moderator; a document goes only when its time has come."""
    owner_id = None if user.may("media:moderate") else user.id
    media = await media_queries.lock_media(session, media_id, owner_id=owner_id)
    before = {"media_id": str(media_id), "visibility": media.visibility.value}
    describe(session, action="media_deleted", subject_id=media.owner_id, before=before)
    if media.is_document:
        raise DocumentSealed
    if await media_queries.is_on_hold(session, media_id):
        raise LegalHoldInPlace
    await remove_media(session, media)


async def remove_media(session: AsyncSession, media: Media) -> None:
    """The file, and its bytes when nothing else refers to them."""
    # the same content may be on its way in again
    await media_queries.lock_owner(session, media.owner_id)
    tell_deleted(session, media)
    await session.flush()
    if await media_queries.delete_media(session, media):
        await jobs.enqueue(session, "delete_objects", {"blob_id": str(media.blob_id)})


async def plan_purge(session: AsyncSession, event: VerificationDecided) -> None:
    """The documents of a decided check go at their moment."""
    if event.purge_at is None:
        return
    for media_id in event.media_ids:
        payload = {"media_id": str(media_id)}
        await jobs.enqueue(
            session, "purge_document", payload, at=event.purge_at, key=f"purge:{media_id}"
        )


async def purge_document(session: AsyncSession, media_id: UUID) -> None:
    try:
        await remove_media(session, await media_queries.lock_media(session, media_id))
    except MediaNotFound:
        return


async def delete_objects(blob_id: UUID) -> None:
    """The bytes and all that was made of them."""
    await storage.delete(original_key(blob_id))
    for name in (*VARIANTS, CLEAN):
        await storage.delete(f"variants/{blob_id}/{name}")


async def sweep_orphans(sessions: Sessions) -> int:
    """Deletes what was stored by uploads that never came to their commit; how many."""
    # of real time, because the store knows no other
    before = datetime.now(UTC) - settings.orphans_kept_for  # noqa: TID251
    swept = 0
    async for keys in storage.list_older_than(before, "originals/"):
        ids = {UUID(key.rpartition("/")[2]) for key in keys}
        async with sessions.begin() as session:
            known = await media_queries.list_known_blobs(session, list(ids))
        for blob_id in ids - known:
            await delete_objects(blob_id)
            swept += 1
    return swept
