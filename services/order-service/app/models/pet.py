"""What this service knows of dogs: whose they are and whether they are still walked."""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Pet(Base):
    """Projection of `pet.changed`."""

    __tablename__ = "pets"
    __table_args__ = (
        Index("ix_pets_owner_id", "owner_id"),
        Index("ix_pets_co_owner_ids", "co_owner_ids", postgresql_using="gin"),
    )

    pet_id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID]
    co_owner_ids: Mapped[list[UUID]] = mapped_column(ARRAY(PG_UUID(as_uuid=True)))
    is_archived: Mapped[bool]
    version: Mapped[int]
