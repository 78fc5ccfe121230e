"""Support looking with a person's eyes: why, since when, until when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.problems import Forbidden, NotFound


class PrivilegedAccount(Forbidden):
    title = "Nobody looks with the eyes of those who have rights themselves"


class ViewNotFound(NotFound):
    title = "No such view of yours is open"


class View(Base):
    """`id` is the session of its token: revoked like any other."""

    __tablename__ = "views"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    viewer_id: Mapped[UUID] = mapped_column(index=True)
    viewed_id: Mapped[UUID] = mapped_column(index=True)
    reason: Mapped[str]
    # in real time, as tokens are
    started_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
