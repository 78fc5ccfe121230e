"""Files over HTTP."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.models.blob import BlobStatus
from app.models.media import DocumentView, Media, Visibility
from app.schemas.values import Schema, Utc
from app.services.rendering import VARIANTS
from app.services.telling import context_of
from lapa_contracts.media import ContextType, MediaContext

Tag = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]


class ContextRead(Schema):
    type: ContextType
    id: UUID


class MediaRead(Schema):
    """Sizes in pixels as looked at; `placeholder` is a ThumbHash; `variants` name → path, of pictures."""

    id: UUID
    owner_id: UUID
    filename: str
    media_type: str
    size: int
    sha256: str
    width: int | None
    height: int | None
    placeholder: str | None
    status: BlobStatus
    visibility: Visibility
    tags: list[str]
    context: ContextRead | None
    content_url: str
    variants: dict[str, str]
    created_at: Utc

    @classmethod
    def of(cls, media: Media) -> "MediaRead":
        blob, base = media.blob, f"/api/v1/media/{media.id}"
        facts = ("media_type", "size", "sha256", "width", "height", "placeholder", "status")
        own = ("id", "owner_id", "filename", "visibility", "tags", "created_at")
        return cls.model_validate(
            {name: getattr(blob, name) for name in facts}
            | {name: getattr(media, name) for name in own}
            | {
                "context": context_of(media),
                "content_url": f"{base}/content",
                "variants": {
                    name: f"{base}/variants/{name}" for name in VARIANTS if blob.is_picture
                },
            }
        )


class MediaPatch(Schema):
    tags: list[Tag] | None = Field(None, max_length=20)
    visibility: Visibility | None = None


class Usage(Schema):
    """Each content counts once, however often it was sent."""

    used_bytes: int
    quota_bytes: int
    files: int


class ShareCreate(Schema):
    expires_in_s: int | None = Field(None, ge=60, le=30 * 24 * 3600)


class ShareRead(Schema):
    url: str
    thumbnail_url: str | None
    expires_at: Utc


class ViewRead(Schema):
    viewer_id: UUID
    what: str
    at: Utc

    @classmethod
    def of(cls, view: DocumentView) -> "ViewRead":
        return cls.model_validate(view)


class Views(Schema):
    items: list[ViewRead]


class ClaimCreate(Schema):
    media_ids: list[UUID] = Field(min_length=1, max_length=50)
    owner_id: UUID
    context: MediaContext
