"""What YooKassa tells us. It signs nothing: that the object is there when we ask for it is the proof."""

from ipaddress import ip_address, ip_network
from typing import Any

import orjson
from pydantic import BaseModel, Field, ValidationError
from yookassa.domain.exceptions import ApiError

from app.providers.provider import (
    Moved,
    Notice,
    Subject,
    Webhook,
    WebhookNotGenuine,
    WebhookNotUnderstood,
)
from app.providers.yookassa.objects import reference_of
from app.providers.yookassa.shop import Shop

SUBJECTS = {"payment": Subject.CHARGE, "refund": Subject.REFUND}


class Object(BaseModel):
    id: str = Field(pattern=r"^[0-9A-Za-z-]{1,64}$")


class Message(BaseModel):
    event: str
    object: Object


async def read(webhook: Webhook, shop: Shop, networks: list[str]) -> list[Notice]:
    """Raises WebhookNotGenuine, also when YooKassa cannot be asked just now: it sends it again for a day."""
    if networks and not _is_from(webhook.remote, networks):
        raise WebhookNotGenuine
    try:
        message = Message.model_validate(orjson.loads(webhook.body))
    except (orjson.JSONDecodeError, ValidationError) as error:
        raise WebhookNotUnderstood from error
    kind = message.event.partition(".")[0]
    subject = SUBJECTS.get(kind)
    if subject is None:
        return []
    its = await _ask(shop, f"/{kind}s/{message.object.id}")
    event_id = f"{kind}.{its['status']}:{its['id']}"
    return [Moved(event_id, subject, reference_of(its), its["id"])]


async def _ask(shop: Shop, path: str) -> dict[str, Any]:
    try:
        return await shop.get(path)
    except ApiError as error:
        raise WebhookNotGenuine from error


def _is_from(remote: str | None, networks: list[str]) -> bool:
    try:
        address = ip_address(remote or "")
    except ValueError:
        return False
    return any(address in ip_network(network) for network in networks)
