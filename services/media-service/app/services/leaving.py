"""A person leaves: his files are handed out, and go with him."""

from collections.abc import AsyncIterator
from functools import partial
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app import storage
from app.models.media import Media
from app.queries import media as media_queries
from app.services.files import remove_media
from lapa_kit.privacy import Blocker, File


async def find_blockers(session: AsyncSession, user_id: UUID) -> list[Blocker]:
    """Files that belong to an open case."""
    held = await media_queries.list_on_hold(session, user_id)
    return [Blocker("legal_hold", media_id) for media_id in held]


async def find_files(session: AsyncSession, user_id: UUID) -> list[File]:
    return [
        File(media.id, media.filename, partial(_read, media.blob.key))
        for media in await media_queries.list_all_of(session, user_id)
    ]


def _read(key: str) -> AsyncIterator[bytes]:
    return storage.read(key)


async def remove_all(session: AsyncSession, user_id: UUID, _: UUID) -> int:
    """Documents too: who is no walker any more is not verified any more."""
    ids = [media.id for media in await media_queries.list_all_of(session, user_id)]
    found: list[Media] = await media_queries.lock_all(session, ids)
    for media in found:
        await remove_media(session, media)
    return len(found)
