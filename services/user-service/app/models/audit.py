"""Who changed which rights: rows that nothing can change or delete."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit import clock
from lapa_kit.ids import new_id


class AuditEntry(Base):
    """A trigger refuses UPDATE, DELETE and TRUNCATE."""

    __tablename__ = "audit_entries"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    at: Mapped[datetime] = mapped_column(default=clock.now)
    # nobody: the platform itself
    actor_id: Mapped[UUID | None] = mapped_column(index=True)
    action: Mapped[str]
    subject_id: Mapped[UUID] = mapped_column(index=True)
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    reason: Mapped[str | None]
    request_id: Mapped[str | None]
