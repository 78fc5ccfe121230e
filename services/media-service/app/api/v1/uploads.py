"""Sending files, and the space they take."""

from typing import Annotated

from fastapi import APIRouter, Header, Request, Response

from app.api.receiving import MULTIPART, MultipartExpected, PayloadTooLarge, received_file
from app.config import settings
from app.models.media import QuotaExceeded
from app.pictures.sandbox import (
    BrokenFile,
    TooManyPixels,
    TooMuchMetadata,
    UnsupportedMediaType,
)
from app.queries.media import count_usage
from app.schemas.media import MediaRead, Usage
from app.services import uploads
from app.storage import StorageUnavailable
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import HEADER, LONGEST_KEY, IdempotencyMismatch
from lapa_kit.problems import problems

# not the kit's Router: it would hold the whole body in memory, and hash a boundary that never repeats
router = APIRouter(prefix="/media", tags=["media"])


@router.post(
    "",
    status_code=201,
    responses=problems(
        *IDENTITY_PROBLEMS,
        MultipartExpected,
        PayloadTooLarge,
        UnsupportedMediaType,
        BrokenFile,
        TooManyPixels,
        TooMuchMetadata,
        QuotaExceeded,
        IdempotencyMismatch,
        StorageUnavailable,
    ),
    openapi_extra=MULTIPART,
)
async def upload_media(
    request: Request,
    response: Response,
    user: CurrentUser,
    session: Session,
    key: Annotated[str | None, Header(alias=HEADER, min_length=1, max_length=LONGEST_KEY)] = None,
) -> MediaRead:
    """Send a JPEG, PNG or WebP picture or a PDF document; it is its owner's alone until it is attached."""
    async with received_file(request) as (file, filename):
        upload = await uploads.examine(file, filename)
        media, is_replay = await uploads.keep(session, upload, owner_id=user.id, upload_key=key)
    if is_replay:
        response.headers["Idempotency-Replayed"] = "true"
    return MediaRead.of(media)


@router.get("/usage", responses=problems(*IDENTITY_PROBLEMS))
async def get_usage(user: CurrentUser, session: Session) -> Usage:
    """How much of the caller's space is used."""
    used, files = await count_usage(session, user.id)
    return Usage(used_bytes=used, quota_bytes=settings.media_quota_bytes, files=files)
