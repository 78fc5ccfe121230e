"""Files: looking after them and sharing them."""

from datetime import timedelta
from uuid import UUID

from app.config import settings
from app.models.media import (
    DocumentSealed,
    LegalHoldInPlace,
    MediaNotFound,
    VisibilityNotAllowed,
)
from app.queries.media import list_own_media
from app.schemas.media import MediaPatch, MediaRead, ShareCreate, ShareRead, ViewRead, Views
from app.services import files, viewing
from lapa_contracts.media import ContextType
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/media", tags=["media"])


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_media(user: CurrentUser, session: Session, page: Paging) -> Page[MediaRead]:
    """The caller's own files, newest first."""
    return page_of(await list_own_media(session, user.id, page), MediaRead.of)


@router.get("/of/{type}/{context_id}", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_media_of_context(
    type: ContextType, context_id: UUID, user: CurrentUser, session: Session, page: Paging
) -> Page[MediaRead]:
    """The files of a pet, a walk, a chat, for those who may read it, newest first."""
    rows = await viewing.list_context(session, type, context_id, page, user)
    return page_of(rows, MediaRead.of)


@router.get(
    "/{media_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, MediaNotFound, DocumentSealed)
)
async def get_media(media_id: UUID, user: CurrentUser, session: Session) -> MediaRead:
    """What is known of a file."""
    return MediaRead.of(await viewing.describe_media(session, media_id, user))


@router.patch(
    "/{media_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, MediaNotFound, VisibilityNotAllowed)
)
async def change_media(
    media_id: UUID, body: MediaPatch, user: CurrentUser, session: Session
) -> MediaRead:
    """Change tags and visibility of one's own file; evidence stays visible to those it concerns."""
    media = await files.change_media(
        session, media_id, owner_id=user.id, tags=body.tags, visibility=body.visibility
    )
    return MediaRead.of(media)


@router.delete(
    "/{media_id:uuid}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, MediaNotFound, DocumentSealed, LegalHoldInPlace),
)
async def delete_media(media_id: UUID, user: CurrentUser, session: Session) -> None:
    """Delete one's own file with all its variants; moderators delete any but documents."""
    await files.delete_media(session, media_id, user)


@router.post(
    "/{media_id:uuid}/share",
    responses=problems(*IDENTITY_PROBLEMS, MediaNotFound, DocumentSealed),
)
async def share_media(
    media_id: UUID, body: ShareCreate, user: CurrentUser, session: Session
) -> ShareRead:
    """A link that shows one's own file to whoever holds it, until it expires."""
    life = timedelta(seconds=body.expires_in_s) if body.expires_in_s else None
    media, token, expires_at = await viewing.share(session, media_id, owner_id=user.id, life=life)
    base, query = f"{settings.public_url}/api/v1/media/{media_id}", f"?share={token}"
    return ShareRead(
        url=f"{base}/content{query}",
        thumbnail_url=f"{base}/variants/thumbnail{query}" if media.blob.is_picture else None,
        expires_at=expires_at,
    )


@router.get("/{media_id:uuid}/views", responses=problems(*IDENTITY_PROBLEMS, MediaNotFound))
async def list_document_views(media_id: UUID, user: CurrentUser, session: Session) -> Views:
    """Who opened a verification document and when, for its owner and reviewers."""
    views = await viewing.list_views(session, media_id, user)
    return Views(items=[ViewRead.of(view) for view in views])
