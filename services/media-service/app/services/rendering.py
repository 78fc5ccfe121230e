"""What others are shown of a picture: variants, and the whole of it without metadata."""

from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO
from uuid import UUID

from app import storage
from app.models.blob import Blob, BlobStatus
from app.pictures import sandbox
from app.pictures.sandbox import BrokenFile
from app.queries import media as media_queries
from app.services.telling import tell_processed
from app.storage import ObjectMissing
from lapa_kit.db import Sessions

VARIANTS = ("thumbnail", "preview", "large")
CLEAN = "clean"


async def make_variants(sessions: Sessions, blob_id: UUID) -> None:
    """The three of them, and the news; done again after a crash it ends the same."""
    async with sessions.begin() as session:
        blob = await media_queries.lock_blob(session, blob_id)
    if blob is None or blob.status is not BlobStatus.PROCESSING:
        return
    status = BlobStatus.READY
    try:
        await _render(blob)
    except (BrokenFile, ObjectMissing):
        status = BlobStatus.FAILED
    async with sessions.begin() as session:
        blob = await media_queries.lock_blob(session, blob_id)
        if blob is None or blob.status is not BlobStatus.PROCESSING:
            return
        blob.status = status
        for media in await media_queries.list_media_of_blob(session, blob_id):
            tell_processed(session, media)


async def variant_key(blob: Blob, name: str) -> str:
    """Where that variant is; made now when the job has not come to it yet."""
    key = blob.variant_key(name)
    try:
        await storage.size_of(key)
    except ObjectMissing:
        await (_clean(blob) if name == CLEAN else _render(blob))
    return key


async def _render(blob: Blob) -> None:
    with TemporaryFile() as original, TemporaryDirectory() as folder:
        await _fetch(blob, original)
        await sandbox.render(original, Path(folder))
        for name in VARIANTS:
            await storage.put(blob.variant_key(name), Path(folder) / name)


async def _clean(blob: Blob) -> None:
    with TemporaryFile() as original, TemporaryDirectory() as folder:
        await _fetch(blob, original)
        await sandbox.clean(original, Path(folder))
        await storage.put(blob.variant_key(CLEAN), Path(folder) / CLEAN)


async def _fetch(blob: Blob, target: IO[bytes]) -> None:
    async for piece in storage.read(blob.key):
        target.write(piece)
    target.flush()
