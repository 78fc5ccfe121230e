"""Incidents that keep a walker's part where it is until they are closed."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class IncidentFreeze(Base):
    """One row an incident; a closing that comes before its opening is remembered too."""

    __tablename__ = "incident_freezes"

    incident_id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(index=True)
    is_closed: Mapped[bool]
