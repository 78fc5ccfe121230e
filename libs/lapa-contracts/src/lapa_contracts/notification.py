"""What notification-service says of what it has sent."""

from enum import StrEnum
from uuid import UUID

from lapa_kit.events.contract import Event, Snapshot


class Channel(StrEnum):
    INBOX = "inbox"
    EMAIL = "email"
    SMS = "sms"
    PUSH = "push"
    WEBPUSH = "webpush"
    TELEGRAM = "telegram"
    WEBHOOK = "webhook"


class DeliveryState(StrEnum):
    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    OPENED = "opened"
    CLICKED = "clicked"
    FAILED = "failed"
    SUPPRESSED = "suppressed"


class ContactBounced(Event):
    """An address does not take messages any more."""

    type = "contact.bounced.v1"
    producer = "notification-service"
    key_field = "user_id"

    user_id: UUID
    channel: Channel


class DeliveryChanged(Snapshot):
    """How far one message on one channel has come."""

    type = "delivery.changed.v1"
    producer = "notification-service"
    key_field = "delivery_id"

    delivery_id: UUID
    notification_id: UUID
    user_id: UUID
    campaign_id: UUID | None = None
    channel: Channel
    state: DeliveryState
