"""Taking a file in: looked at before anything is kept, stored once for each owner."""

import asyncio
import hashlib
from dataclasses import dataclass
from typing import IO
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app import storage
from app.config import settings
from app.models.blob import Blob, BlobStatus, original_key
from app.models.media import Media, QuotaExceeded, Visibility
from app.pictures import sandbox, signatures
from app.pictures.sandbox import BrokenFile, UnsupportedMediaType
from app.queries import media as media_queries
from app.services.telling import tell_processed
from lapa_kit import jobs
from lapa_kit.idempotency import IdempotencyMismatch
from lapa_kit.ids import new_id


@dataclass(frozen=True)
class Upload:
    """A file that has been looked at; pixels only of pictures."""

    file: IO[bytes]
    filename: str
    size: int
    sha256: str
    media_type: str
    width: int | None = None
    height: int | None = None
    placeholder: str | None = None


async def examine(file: IO[bytes], filename: str) -> Upload:
    """What it is by its content; raises UnsupportedMediaType, BrokenFile and the sandbox's others."""
    size, sha256, media_type = await asyncio.to_thread(_look_at, file)
    facts = await sandbox.inspect(file) if media_type in signatures.PICTURES else {}
    return Upload(file, filename, size, sha256, media_type, **facts)


def _look_at(file: IO[bytes]) -> tuple[int, str, str]:
    file.seek(0)
    media_type = signatures.type_of(file.read(signatures.HEAD_BYTES))
    if media_type is None:
        raise UnsupportedMediaType
    if signatures.is_polyglot(file, media_type):
        raise BrokenFile("It can also be taken for a file of another kind.")
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256")  # pyright: ignore[reportArgumentType]
    return file.tell(), digest.hexdigest(), media_type


async def keep(
    session: AsyncSession, upload: Upload, *, owner_id: UUID, upload_key: str | None
) -> tuple[Media, bool]:
    """The new file, or the one that came before under the same key (True).

    The bytes are stored before the session's transaction begins; what it then does not need is
    deleted at once, and after a crash by `sweep_orphans`.
    """
    blob_id = new_id()
    upload.file.seek(0)
    await storage.put(original_key(blob_id), upload.file)
    await media_queries.lock_owner(session, owner_id)
    known = await media_queries.find_upload(session, owner_id, upload_key) if upload_key else None
    blob = await media_queries.lock_same_blob(session, owner_id, upload.sha256)
    is_over = blob is None and await _is_over_quota(session, owner_id, upload.size)
    if known or blob or is_over:
        await storage.delete(original_key(blob_id))
    if known and known.blob.sha256 != upload.sha256:
        raise IdempotencyMismatch
    if known:
        return known, True
    if is_over:
        raise QuotaExceeded(quota_bytes=settings.media_quota_bytes)
    return await _add(session, upload, blob or _blob(upload, blob_id, owner_id), upload_key), False


async def _is_over_quota(session: AsyncSession, owner_id: UUID, size: int) -> bool:
    used, _ = await media_queries.count_usage(session, owner_id)
    return used + size > settings.media_quota_bytes


def _blob(upload: Upload, blob_id: UUID, owner_id: UUID) -> Blob:
    is_picture = upload.media_type in signatures.PICTURES
    return Blob(
        id=blob_id,
        owner_id=owner_id,
        sha256=upload.sha256,
        size=upload.size,
        media_type=upload.media_type,
        width=upload.width,
        height=upload.height,
        placeholder=upload.placeholder,
        status=BlobStatus.PROCESSING if is_picture else BlobStatus.READY,
    )


async def _add(session: AsyncSession, upload: Upload, blob: Blob, upload_key: str | None) -> Media:
    media = Media(
        id=new_id(),
        owner_id=blob.owner_id,
        blob=blob,
        attachments=[],
        filename=upload.filename,
        visibility=Visibility.PRIVATE,
        tags=[],
        upload_key=upload_key,
    )
    session.add(media)
    await session.flush()
    if blob.status is BlobStatus.PROCESSING:
        payload = {"blob_id": str(blob.id)}
        await jobs.enqueue(session, "make_variants", payload, key=f"variants:{blob.id}")
    else:
        tell_processed(session, media)
    return media
