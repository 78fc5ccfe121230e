"""A person leaves: what was asked of the ten services, and the receipt of each."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.problems import Conflict, NotFound, ServiceUnavailable

# the law's month, counted in days
LIMIT = timedelta(days=30)
# a service that has not answered by then needs somebody to look after it
PATIENCE = timedelta(hours=24)


class CannotLeaveYet(Conflict):
    title = "Something of yours is still under way"


class ErasureNotFound(NotFound):
    title = "No such erasure"


class ExportIncomplete(ServiceUnavailable):
    title = "Not every service could say what it holds of you: try again"


class ErasureStatus(StrEnum):
    RUNNING = "running"
    COMPLETED = "completed"


class Erasure(Base):
    """`pseudonym` is forgotten when all is done: then nobody can tell any more whose rows bear it."""

    __tablename__ = "erasures"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(unique=True)
    pseudonym: Mapped[UUID | None]
    requested_at: Mapped[datetime] = mapped_column(index=True)
    due_at: Mapped[datetime]
    completed_at: Mapped[datetime | None]

    @property
    def status(self) -> ErasureStatus:
        return ErasureStatus.COMPLETED if self.completed_at else ErasureStatus.RUNNING

    def complete(self, now: datetime) -> None:
        self.completed_at, self.pseudonym = now, None


class ErasureReceipt(Base):
    """What one service has erased and what it keeps, why and until when."""

    __tablename__ = "erasure_receipts"

    erasure_id: Mapped[UUID] = mapped_column(ForeignKey("erasures.id"), primary_key=True)
    service: Mapped[str] = mapped_column(primary_key=True)
    received_at: Mapped[datetime]
    erased: Mapped[dict[str, Any]]
    kept: Mapped[list[Any]]
