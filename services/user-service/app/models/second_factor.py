"""What somebody has besides his password: an authenticator app, and codes on paper for when it is lost."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from lapa_kit.problems import Conflict, Unauthorized


class TotpRequired(Unauthorized):
    title = "A code of the authenticator app is needed too"


class InvalidTotpCode(Unauthorized):
    """Wrong, of another time, or used before: which of them is not told."""

    title = "The code of the authenticator app is not valid"


class TotpEnabled(Conflict):
    title = "An authenticator app is set up already"


class TotpNotSetUp(Conflict):
    title = "No authenticator app is set up"


class TotpFactor(Base):
    """RFC 6238: SHA-1, six digits, steps of 30 s, in real time. One a user; unconfirmed until its first code."""

    __tablename__ = "totp_factors"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), primary_key=True)
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    confirmed_at: Mapped[datetime | None]
    # the last step whose code was taken: it and those before it are used up
    last_step: Mapped[int] = mapped_column(BigInteger, default=0)

    def take(self, step: int | None) -> None:
        """Use up the code of a step; raises InvalidTotpCode for none, or one that was there before."""
        if step is None or step <= self.last_step:
            raise InvalidTotpCode
        self.last_step = step


class RecoveryCode(Base):
    """Only the keyed hash is kept; it opens once."""

    __tablename__ = "recovery_codes"

    hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    used_at: Mapped[datetime | None]
