"""What providers have told us, so that nothing is taken twice."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class WebhookEvent(Base):
    __tablename__ = "webhook_events"

    provider: Mapped[str] = mapped_column(primary_key=True)
    # as the provider numbers his messages
    event_id: Mapped[str] = mapped_column(primary_key=True)
    received_at: Mapped[datetime]
