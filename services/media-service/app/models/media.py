"""A file as its owner knows it: what it is called, where it is attached, who may see it."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Record
from app.models.blob import Blob
from app.models.context import Attachment
from lapa_contracts.media import ContextType
from lapa_kit.problems import Conflict, Forbidden, InvalidRequest, NotFound

# what the owner may hide or publish as he likes; the rest is evidence or somebody else's talk
AT_WILL = frozenset({ContextType.USER, ContextType.PET})


class MediaNotFound(NotFound):
    title = "There is no such file, or it is not for you"


class VariantNotFound(NotFound):
    title = "A document has no pictures of itself"


class MediaNotUsable(InvalidRequest):
    title = "A file is not yours, not usable or attached to something else"


class QuotaExceeded(InvalidRequest):
    title = "Your space is used up: delete files you no longer need"


class VisibilityNotAllowed(InvalidRequest):
    title = "A file attached there is seen by those it was attached for"


class DocumentSealed(Forbidden):
    title = "Only a reviewer opens a verification document"


class LegalHoldInPlace(Conflict):
    title = "The file belongs to an open case and cannot be deleted now"


class Visibility(StrEnum):
    PRIVATE = "private"
    PARTICIPANTS = "participants"
    PUBLIC = "public"


class Media(Record):
    """`upload_key` is the Idempotency-Key it was sent under."""

    __tablename__ = "media"
    __table_args__ = (
        UniqueConstraint("owner_id", "upload_key"),
        Index("ix_media_owner", "owner_id", "id"),
    )

    owner_id: Mapped[UUID]
    blob_id: Mapped[UUID] = mapped_column(ForeignKey("blobs.id"), index=True)
    filename: Mapped[str]
    visibility: Mapped[Visibility]
    tags: Mapped[list[Any]]
    upload_key: Mapped[str | None]

    blob: Mapped[Blob] = relationship(lazy="joined", innerjoin=True)
    attachments: Mapped[list[Attachment]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", passive_deletes=True
    )

    @property
    def claim(self) -> Attachment | None:
        """What it was attached to by the service of that thing; None while it is its owner's alone."""
        return next((one for one in self.attachments if one.is_claim), None)

    @property
    def is_document(self) -> bool:
        """A verification document: for reviewers only, and never twice attached."""
        return any(one.type is ContextType.VERIFICATION for one in self.attachments)

    def attach(self, type: ContextType, context_id: UUID) -> None:
        """Claimed for a thing; its readers become the file's. Raises MediaNotUsable."""
        claim = self.claim
        if claim and (claim.type, claim.context_id) != (type, context_id):
            raise MediaNotUsable("It is attached to something else already.")
        if claim is None:
            self.attachments.append(Attachment(type=type, context_id=context_id, is_claim=True))
            if self.visibility is Visibility.PRIVATE or type not in AT_WILL:
                self.visibility = Visibility.PARTICIPANTS

    def show(self, type: ContextType, context_id: UUID) -> None:
        """Also seen by the readers of that thing: a walk's photo in the dog's album."""
        if not any((one.type, one.context_id) == (type, context_id) for one in self.attachments):
            self.attachments.append(Attachment(type=type, context_id=context_id, is_claim=False))

    def set_visibility(self, visibility: Visibility) -> None:
        """Raises VisibilityNotAllowed for what is attached to an order, a chat, a case or a check."""
        types = {one.type for one in self.attachments}
        if visibility is not Visibility.PARTICIPANTS and not types <= AT_WILL:
            raise VisibilityNotAllowed
        self.visibility = visibility


class DocumentView(Base):
    """Who opened a verification document; outlives the document."""

    __tablename__ = "document_views"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    media_id: Mapped[UUID] = mapped_column(index=True)
    viewer_id: Mapped[UUID]
    what: Mapped[str]
    at: Mapped[datetime]
