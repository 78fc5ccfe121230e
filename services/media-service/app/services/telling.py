"""Saying what became of a file."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.blob import BlobStatus
from app.models.media import Media
from lapa_contracts.media import MediaContext, MediaDeleted, MediaProcessed
from lapa_kit.events import publish


def context_of(media: Media) -> MediaContext | None:
    claim = media.claim
    return MediaContext(type=claim.type, id=claim.context_id) if claim else None


def tell_processed(session: AsyncSession, media: Media) -> None:
    blob = media.blob
    publish(
        session,
        MediaProcessed(
            media_id=media.id,
            owner_id=media.owner_id,
            context=context_of(media),
            status="failed" if blob.status is BlobStatus.FAILED else "ready",
            width=blob.width,
            height=blob.height,
            placeholder=blob.placeholder,
        ),
    )


def tell_deleted(session: AsyncSession, media: Media) -> None:
    publish(
        session,
        MediaDeleted(media_id=media.id, owner_id=media.owner_id, context=context_of(media)),
    )
