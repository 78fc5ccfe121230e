"""Whom a person likes and whom he does not want to meet."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit import clock
from lapa_kit.problems import InvalidRequest


class OneselfRefused(InvalidRequest):
    title = "That is yourself"


class PairingKind(StrEnum):
    FAVORITE = "favorite"
    BLOCK = "block"


class Pairing(Base):
    __tablename__ = "pairings"
    __table_args__ = (CheckConstraint("user_id <> other_id", name="are_two"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), primary_key=True)
    other_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), primary_key=True, index=True)
    kind: Mapped[PairingKind] = mapped_column(primary_key=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
