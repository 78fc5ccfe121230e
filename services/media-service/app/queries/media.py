"""Files in SQL. Ownership is a WHERE: a stranger's id does not exist for him."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.blob import Blob
from app.models.context import Attachment, LegalHold
from app.models.media import DocumentView, Media, MediaNotFound
from lapa_contracts.media import ContextType
from lapa_kit.pagination import PageQuery, paginate


async def find_media(session: AsyncSession, media_id: UUID) -> Media | None:
    return await session.get(Media, media_id)


async def lock_media(
    session: AsyncSession, media_id: UUID, *, owner_id: UUID | None = None
) -> Media:
    """The file, locked until commit; another owner's does not exist for this one."""
    statement = select(Media).where(Media.id == media_id).with_for_update(of=Media)
    if owner_id is not None:
        statement = statement.where(Media.owner_id == owner_id)
    if media := await session.scalar(statement):
        return media
    raise MediaNotFound


async def lock_all(session: AsyncSession, media_ids: Sequence[UUID]) -> list[Media]:
    """Those that exist, locked in the order of their ids so that two claims cannot deadlock."""
    statement = select(Media).where(Media.id.in_(media_ids)).order_by(Media.id)
    return list(await session.scalars(statement.with_for_update(of=Media)))


async def find_upload(session: AsyncSession, owner_id: UUID, upload_key: str) -> Media | None:
    statement = select(Media).where(Media.owner_id == owner_id, Media.upload_key == upload_key)
    return await session.scalar(statement)


async def list_own_media(
    session: AsyncSession, owner_id: UUID, page: PageQuery
) -> tuple[list[Media], str | None]:
    return await paginate(session, select(Media).where(Media.owner_id == owner_id), page, Media.id)


async def list_media_of_context(
    session: AsyncSession, type: ContextType, context_id: UUID, page: PageQuery
) -> tuple[list[Media], str | None]:
    """All that is attached there and not kept private."""
    statement = select(Media).where(
        Media.visibility != "private",
        Media.id.in_(
            select(Attachment.media_id).where(
                Attachment.type == type, Attachment.context_id == context_id
            )
        ),
    )
    return await paginate(session, statement, page, Media.id)


async def list_media_of_blob(session: AsyncSession, blob_id: UUID) -> list[Media]:
    return list(await session.scalars(select(Media).where(Media.blob_id == blob_id)))


async def list_avatars(session: AsyncSession, user_id: UUID) -> list[Media]:
    """His own files that are attached to himself, locked."""
    statement = select(Media).where(
        Media.owner_id == user_id,
        Media.id.in_(
            select(Attachment.media_id).where(
                Attachment.type == ContextType.USER, Attachment.context_id == user_id
            )
        ),
    )
    return list(await session.scalars(statement.with_for_update(of=Media)))


async def is_on_hold(session: AsyncSession, media_id: UUID) -> bool:
    statement = (
        select(LegalHold.cause)
        .join(Attachment, Attachment.context_id == LegalHold.order_id)
        .where(Attachment.media_id == media_id)
    )
    return await session.scalar(statement.limit(1)) is not None


async def list_all_of(session: AsyncSession, owner_id: UUID) -> list[Media]:
    statement = select(Media).where(Media.owner_id == owner_id).order_by(Media.id)
    return list(await session.scalars(statement))


async def list_on_hold(session: AsyncSession, owner_id: UUID) -> list[UUID]:
    """His files that belong to an open dispute or incident."""
    statement = (
        select(Media.id)
        .join(Attachment, Attachment.media_id == Media.id)
        .join(LegalHold, LegalHold.order_id == Attachment.context_id)
        .where(Media.owner_id == owner_id)
        .distinct()
    )
    return list(await session.scalars(statement))


async def count_usage(session: AsyncSession, owner_id: UUID) -> tuple[int, int]:
    """Bytes stored for him, each content once, and his files."""
    size = await session.scalar(select(func.sum(Blob.size)).where(Blob.owner_id == owner_id))
    files = await session.scalar(select(func.count()).where(Media.owner_id == owner_id))
    return int(size or 0), files or 0


async def lock_blob(session: AsyncSession, blob_id: UUID) -> Blob | None:
    return await session.scalar(select(Blob).where(Blob.id == blob_id).with_for_update())


async def lock_same_blob(session: AsyncSession, owner_id: UUID, sha256: str) -> Blob | None:
    """What he has sent before, kept from being deleted until commit."""
    statement = select(Blob).where(Blob.owner_id == owner_id, Blob.sha256 == sha256)
    return await session.scalar(statement.with_for_update())


async def lock_owner(session: AsyncSession, owner_id: UUID) -> None:
    """One change of an owner's space at a time, so that two uploads cannot pass the quota together."""
    key = func.hashtextextended(f"media:{owner_id}", 0)
    await session.execute(select(func.pg_advisory_xact_lock(key)))


async def delete_media(session: AsyncSession, media: Media) -> bool:
    """True when nothing refers to its bytes any more; their row is gone too."""
    blob_id = media.blob_id
    await session.execute(delete(Media).where(Media.id == media.id))
    if await session.scalar(select(Media.id).where(Media.blob_id == blob_id).limit(1)):
        return False
    await session.execute(delete(Blob).where(Blob.id == blob_id))
    return True


async def list_known_blobs(session: AsyncSession, blob_ids: Sequence[UUID]) -> set[UUID]:
    return set(await session.scalars(select(Blob.id).where(Blob.id.in_(blob_ids))))


async def list_views(session: AsyncSession, media_id: UUID) -> list[DocumentView]:
    statement = select(DocumentView).where(DocumentView.media_id == media_id)
    return list(await session.scalars(statement.order_by(DocumentView.id)))
