"""The bytes of an owner: the same content is stored once for him, however often he sends it."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record


class BlobStatus(StrEnum):
    PROCESSING = "processing"
    READY = "ready"
    FAILED = "failed"


class Blob(Record):
    """Size in pixels is as looked at; `placeholder` a ThumbHash in base64."""

    __tablename__ = "blobs"
    __table_args__ = (
        UniqueConstraint("owner_id", "sha256"),
        CheckConstraint("size > 0", name="not_empty"),
    )

    owner_id: Mapped[UUID]
    sha256: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    media_type: Mapped[str]
    width: Mapped[int | None]
    height: Mapped[int | None]
    placeholder: Mapped[str | None]
    status: Mapped[BlobStatus]

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")

    @property
    def key(self) -> str:
        return original_key(self.id)

    def variant_key(self, name: str) -> str:
        return f"variants/{self.id}/{name}"


def original_key(blob_id: UUID) -> str:
    """By the row's id and not by content: a deletion never hits a later upload of the same."""
    return f"originals/{blob_id}"
