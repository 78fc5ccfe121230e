"""What files are attached to, and who reads those things: projections of what other services say."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_contracts.media import ContextType


class Attachment(Base):
    """`is_claim` marks the one thing a file was uploaded for; others only show it too."""

    __tablename__ = "attachments"
    __table_args__ = (
        Index("ix_attachments_context", "type", "context_id"),
        Index(
            "ix_attachments_one_claim",
            "media_id",
            unique=True,
            postgresql_where=text("is_claim"),
        ),
    )

    media_id: Mapped[UUID] = mapped_column(
        ForeignKey("media.id", ondelete="CASCADE"), primary_key=True
    )
    type: Mapped[ContextType] = mapped_column(primary_key=True)
    context_id: Mapped[UUID] = mapped_column(primary_key=True)
    is_claim: Mapped[bool]


class ContextReader(Base):
    """`via` is the thing that lets him read: a walker reads a pet's files via the order."""

    __tablename__ = "context_readers"
    __table_args__ = (
        Index("ix_context_readers_user", "user_id", "type"),
        Index("ix_context_readers_via", "via"),
    )

    type: Mapped[ContextType] = mapped_column(primary_key=True)
    context_id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    via: Mapped[UUID] = mapped_column(primary_key=True)
    until: Mapped[datetime | None]


class ContextVersion(Base):
    """How far we know a thing: what is older than that is behind us."""

    __tablename__ = "context_versions"

    type: Mapped[ContextType] = mapped_column(primary_key=True)
    context_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int]


class OrderPet(Base):
    """Whose co-owners read an order's files too."""

    __tablename__ = "order_pets"

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    pet_id: Mapped[UUID] = mapped_column(primary_key=True, index=True)


class LegalHold(Base):
    """While a dispute or an incident (`cause`) is open, the order's files stay."""

    __tablename__ = "legal_holds"

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    cause: Mapped[UUID] = mapped_column(primary_key=True)
