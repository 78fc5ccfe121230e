"""Passkeys: key pairs that live in people's devices (WebAuthn)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.ids import new_id
from lapa_kit.problems import Conflict, InvalidRequest, NotFound, Unauthorized


class PasskeyNotFound(NotFound):
    title = "No such passkey"


class PasskeyNotAccepted(InvalidRequest):
    title = "That is not the answer to our challenge"


class TooManyPasskeys(Conflict):
    title = "So many passkeys are enough"


class InvalidPasskey(Unauthorized):
    title = "This passkey does not open anything here"


class Passkey(Base):
    """`sign_count` only grows where the device counts at all; the moments are real time."""

    __tablename__ = "passkeys"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    credential_id: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger)
    transports: Mapped[list[str]] = mapped_column(ARRAY(String))
    name: Mapped[str]
    is_backed_up: Mapped[bool]
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
