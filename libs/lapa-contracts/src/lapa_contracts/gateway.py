"""What the gateway says of developers' webhooks."""

from uuid import UUID

from lapa_kit.events.contract import Event


class WebhookDisabled(Event):
    """A webhook has failed for days and is told nothing any more, until its owner enables it again."""

    type = "webhook.disabled.v1"
    producer = "api-gateway"
    key_field = "webhook_id"

    webhook_id: UUID
    user_id: UUID
