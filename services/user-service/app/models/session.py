"""Signed-in devices and the refresh tokens that keep them so."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.ids import new_id
from lapa_kit.problems import NotFound, Unauthorized


class SessionNotFound(NotFound):
    title = "No such session"


class InvalidRefreshToken(Unauthorized):
    title = "The refresh token is not valid"


class TokenReused(Unauthorized):
    """Somebody holds a copy: the whole family ends, and that must be kept although it is a refusal."""

    title = "This refresh token was used before: sign in again"
    keeps = True


class UserSession(Base):
    """One signed-in device; its refresh tokens are a family. All moments are real time."""

    __tablename__ = "sessions"
    __table_args__ = (
        Index("ix_sessions_user_id_live", "user_id", postgresql_where=text("ended_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None]
    # proved when it was opened, or by setting one up in it
    has_second_factor: Mapped[bool] = mapped_column(default=False)
    user_agent: Mapped[str | None]
    address: Mapped[str | None]
    # as its user agent and its address were read when it was opened
    browser: Mapped[str | None]
    system: Mapped[str | None]
    country: Mapped[str | None]
    city: Mapped[str | None]

    def is_live(self, now: datetime) -> bool:
        return self.ended_at is None and self.expires_at > now

    def end(self, now: datetime, reason: str) -> None:
        self.ended_at, self.end_reason = now, reason


class RefreshToken(Base):
    """Only the hash is kept; `used_at` marks that a successor has been given."""

    __tablename__ = "refresh_tokens"

    hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("sessions.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
