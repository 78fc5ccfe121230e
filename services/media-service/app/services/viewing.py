"""May this caller see this file, and what of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.media import (
    DocumentSealed,
    DocumentView,
    Media,
    MediaNotFound,
    VariantNotFound,
    Visibility,
)
from app.queries import media as media_queries
from app.queries import readers as reader_queries
from app.services import rendering
from lapa_contracts.media import ContextType
from lapa_kit import clock
from lapa_kit.auth import PermissionDenied, Principal
from lapa_kit.ids import new_id
from lapa_kit.pagination import PageQuery
from lapa_kit.problems import Forbidden, Unauthorized
from lapa_kit.seal import SealBroken, Sealer


class ShareLinkInvalid(Forbidden):
    title = "This link is not valid or has expired"


@dataclass(frozen=True)
class Content:
    """What is sent: where it lies, what it is, and the name of this version of it."""

    key: str
    media_type: str
    etag: str
    filename: str
    is_sealed: bool


async def open_media(
    session: AsyncSession, media_id: UUID, user: Principal | None, *, share: str | None, what: str
) -> Media:
    """The file for someone who wants to see into it; views of documents are logged."""
    media = await media_queries.find_media(session, media_id)
    if share is not None:
        _check_share(media_id, share)
        if media is None or media.is_document:
            raise MediaNotFound
        return media
    if media and media.visibility is Visibility.PUBLIC and not media.is_document:
        return media
    if user is None:
        raise Unauthorized
    if media is None or not await _may_see(session, media, user):
        raise MediaNotFound
    if media.is_document:
        _log_view(session, media, user, what)
    return media


async def describe_media(session: AsyncSession, media_id: UUID, user: Principal) -> Media:
    """What is known of the file, for its owner and those who may see it."""
    media = await media_queries.find_media(session, media_id)
    if media and media.owner_id == user.id:
        return media
    return await open_media(session, media_id, user, share=None, what="metadata")


async def _may_see(session: AsyncSession, media: Media, user: Principal) -> bool:
    if media.is_document:
        if user.may("verifications:review"):
            return True
        if user.id == media.owner_id:
            raise DocumentSealed
        return False
    if user.id == media.owner_id or user.may("media:read_any"):
        return True
    return media.visibility is Visibility.PARTICIPANTS and await reader_queries.is_reader_of_media(
        session, media.id, user.id, clock.now()
    )


def _log_view(session: AsyncSession, media: Media, user: Principal, what: str) -> None:
    view = DocumentView(
        id=new_id(), media_id=media.id, viewer_id=user.id, what=what, at=clock.now()
    )
    session.add(view)


async def list_views(session: AsyncSession, media_id: UUID, user: Principal) -> list[DocumentView]:
    """Who opened a document: for the one whose document it is, and for reviewers."""
    if not user.may("verifications:review"):
        await media_queries.lock_media(session, media_id, owner_id=user.id)
    return await media_queries.list_views(session, media_id)


async def list_context(
    session: AsyncSession, type: ContextType, context_id: UUID, page: PageQuery, user: Principal
) -> tuple[list[Media], str | None]:
    """The files of a thing, for its readers."""
    if type is ContextType.VERIFICATION:
        user.require("verifications:review")
    elif not user.may("media:read_any") and not await reader_queries.is_reader_of_context(
        session, type, context_id, user.id, clock.now()
    ):
        raise PermissionDenied("You are not one of its readers.")
    return await media_queries.list_media_of_context(session, type, context_id, page)


async def original_for(media: Media, viewer_id: UUID | None) -> Content:
    """As it was sent for its owner, and documents; pictures only cleaned for everybody else."""
    blob = media.blob
    is_as_sent = not blob.is_picture or viewer_id == media.owner_id
    key = blob.key if is_as_sent else await rendering.variant_key(blob, rendering.CLEAN)
    etag = blob.sha256[:32] if is_as_sent else f"{blob.sha256[:32]}-clean"
    return Content(key, blob.media_type, etag, media.filename, media.is_document)


async def variant_of(media: Media, name: str) -> Content:
    blob = media.blob
    if not blob.is_picture:
        raise VariantNotFound
    key = await rendering.variant_key(blob, name)
    etag, filename = f"{blob.sha256[:32]}-{name}", f"{name}.webp"
    return Content(key, "image/webp", etag, filename, media.is_document)


async def share(
    session: AsyncSession, media_id: UUID, *, owner_id: UUID, life: timedelta | None
) -> tuple[Media, str, datetime]:
    """A token that opens this one file to whoever holds it, until its moment."""
    media = await media_queries.lock_media(session, media_id, owner_id=owner_id)
    if media.is_document:
        raise DocumentSealed
    expires_at = clock.now() + min(life or settings.share_life, settings.share_life_longest)
    sealed = Sealer.of(settings).seal_text(expires_at.isoformat(), context=_share_context(media_id))
    return media, sealed, expires_at


def _check_share(media_id: UUID, token: str) -> None:
    try:
        text = Sealer.of(settings).open_text(token, context=_share_context(media_id))
    except (SealBroken, ValueError):
        raise ShareLinkInvalid from None
    if datetime.fromisoformat(text) <= clock.now():
        raise ShareLinkInvalid


def _share_context(media_id: UUID) -> str:
    return f"media.share:{media_id}"
