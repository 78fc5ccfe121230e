"""A photo as it comes: a file of media-service by its id, or the file itself, passed on to media-service."""

from collections.abc import AsyncIterator
from typing import Annotated, Any
from uuid import UUID

import httpx
from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

from app.config import settings
from lapa_contracts.media import MediaClient
from lapa_kit.auth import CurrentUser
from lapa_kit.clients import ServiceRefused, client
from lapa_kit.problems import UpstreamFailed

Media = Annotated[MediaClient, Depends(client(MediaClient))]

PHOTO: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["media_id"],
                    "properties": {"media_id": {"type": "string", "format": "uuid"}},
                }
            },
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            },
        },
    }
}


class PhotoByMedia(BaseModel):
    media_id: UUID


async def _sent_media_id(request: Request, media: Media, _: CurrentUser) -> UUID:
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await _forward(request, media.http)
    try:
        return PhotoByMedia.model_validate_json(await request.body()).media_id
    except ValidationError as error:
        raise RequestValidationError(
            [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
        ) from error


SentMediaId = Annotated[UUID, Depends(_sent_media_id)]


async def _forward(request: Request, http: httpx.AsyncClient) -> UUID:
    """Piece by piece and with the caller's own token: media-service judges it as if he had sent it there."""
    passed = ("authorization", "content-type", "content-length", "x-request-id")
    headers = {name: request.headers[name] for name in passed if name in request.headers}
    body: AsyncIterator[bytes] = request.stream()
    try:
        answer = await http.post(
            "/api/v1/media",
            content=body,
            headers=headers,
            timeout=settings.upload_patience.total_seconds(),
        )
    except httpx.TransportError as error:
        raise UpstreamFailed(f"media-service: {type(error).__name__}") from error
    if answer.is_server_error:
        raise UpstreamFailed(f"media-service answered {answer.status_code}")
    if answer.is_client_error:
        raise ServiceRefused(answer)
    return UUID(answer.json()["id"])
