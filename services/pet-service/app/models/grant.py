"""Which walker reads a pet's care card because of which order."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Grant(Base):
    """One row an order and pet; `walker_id` None: nobody now. `version` is the order's."""

    __tablename__ = "grants"

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    pet_id: Mapped[UUID] = mapped_column(primary_key=True, index=True)
    walker_id: Mapped[UUID | None]
    until: Mapped[datetime | None]
    version: Mapped[int]
