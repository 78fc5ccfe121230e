"""A file out of a multipart body, piece by piece onto the disk, never more of it than is allowed."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import PurePosixPath
from typing import IO, Any

from fastapi import Request
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from app.config import settings
from lapa_kit.problems import InvalidRequest, Problem

# boundaries, part headers and small fields around the file itself
ENVELOPE_BYTES = 64 * 1024
LONGEST_NAME = 200

MULTIPART: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            }
        },
    }
}


class PayloadTooLarge(Problem):
    status, title = 413, "The file is too large"


class MultipartExpected(InvalidRequest):
    title = "Send one file as multipart/form-data in the field `file`"


@asynccontextmanager
async def received_file(request: Request) -> AsyncGenerator[tuple[IO[bytes], str], None]:
    """The file, on disk while the block runs, and its name. Raises PayloadTooLarge, MultipartExpected."""
    form = await _parse(request)
    try:
        upload = form.get("file")
        if not isinstance(upload, UploadFile) or not upload.size:
            raise MultipartExpected
        if upload.size > settings.media_max_bytes:
            raise PayloadTooLarge(max_bytes=settings.media_max_bytes)
        # out of memory and onto the disk: other processes read it by its descriptor
        upload.file.rollover()  # pyright: ignore[reportAttributeAccessIssue,reportUnknownMemberType]
        yield upload.file, _name(upload.filename)
    finally:
        await form.close()


async def _parse(request: Request) -> FormData:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise MultipartExpected
    try:
        parser = MultiPartParser(request.headers, _limited(request), max_files=1, max_fields=10)
        return await parser.parse()
    except (MultiPartException, KeyError, UnicodeDecodeError) as error:
        raise MultipartExpected(str(error)) from error


async def _limited(request: Request) -> AsyncGenerator[bytes, None]:
    limit = settings.media_max_bytes + ENVELOPE_BYTES
    declared = request.headers.get("content-length", "")
    received = int(declared) if declared.isdigit() else 0
    if received <= limit:
        received = 0
        async for piece in request.stream():
            received += len(piece)
            if received > limit:
                break
            yield piece
    if received > limit:
        raise PayloadTooLarge(max_bytes=settings.media_max_bytes)


def _name(filename: str | None) -> str:
    """The last part of the name that was sent, without control characters."""
    name = PurePosixPath((filename or "").replace("\\", "/")).name
    return "".join(char for char in name if char.isprintable())[:LONGEST_NAME] or "file"
