"""What is remembered of orders and chats, to know later whether a message is still true."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class OrderMark(Base):
    """The newest that was heard of an order."""

    __tablename__ = "order_marks"

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    status: Mapped[str]
    scheduled_at: Mapped[datetime]
    version: Mapped[int]


class ReadMark(Base):
    """How far a person has read in a chat."""

    __tablename__ = "read_marks"

    chat_id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int]
