"""Developer keys: only their hashes are kept. All moments are real time, as those of tokens are."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import LargeBinary, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.ids import new_id
from lapa_kit.problems import Forbidden, InvalidRequest, NotFound, Unauthorized


class KeyNotFound(NotFound):
    title = "No such key"


class InvalidKey(Unauthorized):
    title = "The key is not valid"


class UnknownScope(InvalidRequest):
    title = "There is no such scope"


class ScopeNotYours(Forbidden):
    title = "A key cannot do what its owner may not do"


class ExpiryPassed(InvalidRequest):
    title = "A key that ends in the past would be none"


class TooManyKeys(InvalidRequest):
    title = "You have as many keys as you may have"


class DeveloperKey(Base):
    """`prefix` is what people tell keys apart by. After a rotation the old secret lives on until it ends."""

    __tablename__ = "developer_keys"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    owner_id: Mapped[UUID] = mapped_column(index=True)
    name: Mapped[str]
    scopes: Mapped[list[str]] = mapped_column(ARRAY(String))
    prefix: Mapped[str]
    hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    old_hash: Mapped[bytes | None] = mapped_column(LargeBinary, unique=True)
    old_ends_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

    def is_live(self, now: datetime) -> bool:
        return self.revoked_at is None and (self.expires_at is None or self.expires_at > now)

    def ends_at(self, digest: bytes, now: datetime) -> datetime | None:
        """When this secret stops working by itself, None: never. Raises InvalidKey when it already has."""
        ends = [self.expires_at] if self.expires_at else []
        if digest != self.hash:
            ends.append(self.old_ends_at or now)
        if self.revoked_at or any(end <= now for end in ends):
            raise InvalidKey
        return min(ends, default=None)

    def rotate(self, prefix: str, digest: bytes, *, now: datetime, overlap: timedelta) -> None:
        self.old_hash, self.old_ends_at = self.hash, now + overlap
        self.prefix, self.hash = prefix, digest

    def revoke(self, now: datetime) -> None:
        self.revoked_at = self.revoked_at or now
