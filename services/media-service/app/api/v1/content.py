"""The bytes of files: as sent to their owners, cleaned and in handy sizes to others."""

from collections.abc import Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from app.api.serving import RangeNotSatisfiable, serve
from app.models.media import DocumentSealed, Media, MediaNotFound, VariantNotFound
from app.pictures.sandbox import BrokenFile
from app.services import viewing
from app.services.viewing import ShareLinkInvalid
from app.storage import StorageUnavailable
from lapa_kit.auth import OptionalUser
from lapa_kit.db import get_session
from lapa_kit.openapi import NO_SESSION
from lapa_kit.problems import Unauthorized, problems

router = APIRouter(prefix="/media/{media_id:uuid}", tags=["media"])

BYTES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", "content": {"*/*": {}}},
    206: {"description": "The range that was asked for", "content": {"*/*": {}}},
    304: {"description": "It is what the caller has already"},
    **problems(
        Unauthorized,
        MediaNotFound,
        VariantNotFound,
        DocumentSealed,
        ShareLinkInvalid,
        RangeNotSatisfiable,
        BrokenFile,
        StorageUnavailable,
    ),
}


def opened(what: str) -> Callable[..., Coroutine[Any, Any, Media]]:
    """The file, if the caller may see into it; a public one and a share link need no token.

    In a transaction of its own: no connection is held while bytes are made and sent.
    """

    async def find(
        request: Request,
        media_id: UUID,
        user: OptionalUser,
        share: Annotated[str | None, Query(max_length=1000)] = None,
    ) -> Media:
        async with asynccontextmanager(get_session)(request) as session:
            return await viewing.open_media(session, media_id, user, share=share, what=what)

    return find


@router.get("/content", responses=BYTES, response_class=Response, openapi_extra=NO_SESSION)
async def get_content(
    request: Request, user: OptionalUser, media: Annotated[Media, Depends(opened("content"))]
) -> Response:
    """The file itself: as it was sent for its owner, without place, time and device for others."""
    content = await viewing.original_for(media, user.id if user else None)
    return await serve(request, content)


@router.get("/variants/{name}", responses=BYTES, response_class=Response, openapi_extra=NO_SESSION)
async def get_variant(
    request: Request,
    name: Literal["thumbnail", "preview", "large"],
    media: Annotated[Media, Depends(opened("variant"))],
) -> Response:
    """The picture upright and in a handy size as WebP; made now when nobody has asked before."""
    return await serve(request, await viewing.variant_of(media, name))
