"""What went out, word for word: kept in test mode only, because codes are among it."""

from sqlalchemy.orm import Mapped

from app.models.base import Record
from lapa_contracts.notification import Channel, DeliveryState


class TestMessage(Record):
    """An e-mail, SMS or push; `suppressed` when there was no provider to take it."""

    __test__ = False  # no test class, whatever pytest thinks
    __tablename__ = "test_messages"

    channel: Mapped[Channel]
    recipient: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    state: Mapped[DeliveryState]
