"""Until when an order's people may write to each other."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class OrderWindow(Base):
    """What the newest event of an order said; it may come before the one that opens the chat."""

    __tablename__ = "order_windows"

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    closes_at: Mapped[datetime | None]
    version: Mapped[int]
