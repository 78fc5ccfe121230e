"""Who brought whom, and whether both have had their credit."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Referral(Base):
    """One row for each person who was brought by another."""

    __tablename__ = "referrals"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    referred_by: Mapped[UUID]
    credited_at: Mapped[datetime | None]
    # why there was no credit: they are of one household
    refused_at: Mapped[datetime | None]
