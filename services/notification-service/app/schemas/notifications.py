"""The inbox, deliveries and announcements over HTTP."""

from typing import Any
from uuid import UUID

from pydantic import Field

from app.models.delivery import Delivery
from app.models.notification import Notification
from app.schemas.values import Moment, Schema, Utc, Words
from app.services.inbox import body_of
from lapa_contracts.notification import Channel, DeliveryState


class NotificationRead(Schema):
    """`data` holds the ids of what it is about: `order_id`, `chat_id`, ..."""

    id: UUID
    key: str
    category: str
    title: str
    body: str
    data: dict[str, str]
    created_at: Utc
    read_at: Utc | None

    @classmethod
    def of(cls, notification: Notification) -> "NotificationRead":
        return cls.model_validate(body_of(notification))


class UnreadCount(Schema):
    unread: int


class ReadCount(Schema):
    read: int


class DeliveryRead(Schema):
    """`reason` says why it failed or was held back: `muted`, `no_provider`, `no_address`, `bounced`, ..."""

    id: UUID
    channel: Channel
    state: DeliveryState
    reason: str | None
    attempts: int
    provider_answer: str | None
    created_at: Utc
    updated_at: Utc
    sent_at: Utc | None


class Deliveries(Schema):
    items: list[DeliveryRead]

    @classmethod
    def of(cls, rows: list[Delivery]) -> "Deliveries":
        return cls(items=[DeliveryRead.model_validate(row) for row in rows])


class StateCount(Schema):
    channel: Channel
    state: DeliveryState
    count: int


class Statistics(Schema):
    deliveries: list[StateCount]
    notifications: dict[str, int]


class Announcement(Schema):
    """A message in the words of a template; without `channels` on those of its kind."""

    user_ids: list[UUID] = Field(min_length=1, max_length=1000)
    template_key: Words = Field(max_length=100)
    params: dict[str, Any] = Field(default={}, max_length=50)
    channels: list[Channel] | None = Field(None, min_length=1)
    send_at: Moment | None = None


class AnnouncementReceipt(Schema):
    id: UUID
    people: int


class TestMessageRead(Schema):
    __test__ = False

    id: UUID
    channel: Channel
    recipient: str
    subject: str
    text: str
    state: DeliveryState
    at: Utc = Field(validation_alias="created_at")


class TestOutbox(Schema):
    __test__ = False

    items: list[TestMessageRead]
