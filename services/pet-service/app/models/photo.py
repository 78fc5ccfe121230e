"""Photos of a pet: files of media-service that were claimed for it."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_kit.problems import NotFound


class PhotoNotFound(NotFound):
    title = "The pet has no such photo"


class Photo(Record):
    __tablename__ = "photos"

    pet_id: Mapped[UUID] = mapped_column(ForeignKey("pets.id", ondelete="CASCADE"), index=True)
    media_id: Mapped[UUID] = mapped_column(unique=True)
    is_primary: Mapped[bool]
