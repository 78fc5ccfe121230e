"""One-time codes: what a person types to prove that an address is his."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from lapa_contracts.user import CodePurpose
from lapa_kit.problems import InvalidRequest, TooManyRequests


class InvalidCode(InvalidRequest):
    """Wrong, used, expired or never sent: which of them is not told. The attempt is counted."""

    title = "The code is wrong or has expired"
    keeps = True


class TooManyCodes(TooManyRequests):
    title = "Too many codes were sent: try again later"


class Code(Record):
    __tablename__ = "codes"
    __table_args__ = (Index("ix_codes_user_id_purpose", "user_id", "purpose", "created_at"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    purpose: Mapped[CodePurpose]
    # the address it proves: a code sent to an old address proves nothing of the new one
    address: Mapped[str]
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None]

    def is_open(self, now: datetime, *, attempts: int) -> bool:
        return self.used_at is None and self.expires_at > now and self.attempts < attempts
