"""Whether somebody lets his phone's position be shown and kept."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class LocationConsent(Base):
    """Projection of `consent.changed`; who was never asked has no row, and his app asks before it sends."""

    __tablename__ = "location_consents"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    granted: Mapped[bool]
    version: Mapped[int]
