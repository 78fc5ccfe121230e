"""What the gateway holds of people, and what becomes of it when they leave."""

from datetime import timedelta

from app.models import Delivery, DeveloperKey, Webhook
from app.queries.leaving import tells_of
from lapa_kit.privacy import DELETE, Holding, Privacy, Retention, those_of

privacy = Privacy(
    holdings=[
        Holding(
            Delivery, Delivery.webhook_id, DELETE, those_of(Delivery.webhook_id, Webhook.owner_id)
        ),
        # what others' webhooks were told of him: sent it is, but the log of it goes
        Holding(Delivery, Delivery.event_id, DELETE, tells_of, is_exported=False),
        Holding(
            Webhook,
            Webhook.owner_id,
            DELETE,
            hidden=[Webhook.secret_sealed, Webhook.old_secret_sealed],
        ),
        Holding(
            DeveloperKey,
            DeveloperKey.owner_id,
            DELETE,
            hidden=[DeveloperKey.hash, DeveloperKey.old_hash],
        ),
    ],
    # so long a delivery can be replayed
    retention=[Retention(Delivery, Delivery.created_at, timedelta(days=30))],
)
