"""Webhooks: made, changed, rotated, and told of what happens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.models.webhook import (
    AllNotYours,
    Audience,
    Delivery,
    DisabledReason,
    TooManyDeliveries,
    TooManyWebhooks,
    UnknownEventType,
    Webhook,
    WebhookDisabled,
)
from app.queries import webhooks as webhook_queries
from app.services.audience import OFFERED, PING, data_for, readers_of
from app.services.signing import new_secret
from lapa_contracts.user import UserChanged, UserStatus
from lapa_kit import clock, jobs
from lapa_kit.audit import describe
from lapa_kit.auth import Principal
from lapa_kit.egress import Egress
from lapa_kit.events import Envelope
from lapa_kit.ids import new_id
from lapa_kit.permissions import Permissions
from lapa_kit.seal import Sealer

DELIVER = "deliver_webhook"
MOST_WEBHOOKS = 20
MOST_REPLAYED = 1000
ANYTHING = "*"


@dataclass(frozen=True, slots=True)
class Made:
    webhook: Webhook
    secret: str


async def make_webhook(
    session: AsyncSession,
    user: Principal,
    *,
    url: str,
    event_types: Sequence[str],
    audience: Audience,
) -> Made:
    """Raises UrlNotAllowed, UnknownEventType, AllNotYours or TooManyWebhooks."""
    Egress.of(settings).check(url)
    _check_types(event_types)
    if audience is Audience.ALL and not _may_hear_of_all(user):
        raise AllNotYours
    if await webhook_queries.count_webhooks(session, user.id) >= MOST_WEBHOOKS:
        raise TooManyWebhooks(f"At most {MOST_WEBHOOKS} webhooks.")
    webhook_id, secret = new_id(), new_secret()
    webhook = Webhook(
        id=webhook_id,
        owner_id=user.id,
        owner_roles=sorted(user.roles),
        url=url,
        event_types=sorted(set(event_types)),
        audience=audience,
        secret_sealed=seal_secret(webhook_id, secret),
    )
    session.add(webhook)
    await session.flush()
    after = {"audience": audience.value, "event_types": webhook.event_types}
    describe(session, action="webhook_made", subject_id=webhook_id, after=after)
    return Made(webhook, secret)


async def change_webhook(
    session: AsyncSession,
    webhook_id: UUID,
    *,
    owner_id: UUID,
    url: str | None,
    event_types: Sequence[str] | None,
    is_enabled: bool | None,
) -> Webhook:
    webhook = await webhook_queries.get_webhook(session, webhook_id, owner_id=owner_id, lock=True)
    if url is not None:
        Egress.of(settings).check(url)
        webhook.url = url
    if event_types is not None:
        _check_types(event_types)
        webhook.event_types = sorted(set(event_types))
    if is_enabled is False:
        webhook.disable(clock.now(), DisabledReason.BY_OWNER)
    elif is_enabled and webhook.disabled_at:
        webhook.enable()
        await _again(
            session, await webhook_queries.lock_waiting(session, webhook.id, MOST_REPLAYED)
        )
    await session.flush()
    return webhook


async def rotate_secret(
    session: AsyncSession, webhook_id: UUID, *, owner_id: UUID, overlap: timedelta
) -> Made:
    """A new secret; for `overlap` bodies are signed with both."""
    webhook = await webhook_queries.get_webhook(session, webhook_id, owner_id=owner_id, lock=True)
    secret = new_secret()
    sealed = seal_secret(webhook.id, secret)
    webhook.rotate(sealed, now=clock.now(), overlap=overlap)
    await session.flush()
    return Made(webhook, secret)


async def delete_webhook(session: AsyncSession, webhook_id: UUID, *, owner_id: UUID) -> None:
    await session.delete(await webhook_queries.get_webhook(session, webhook_id, owner_id=owner_id))


async def tell(session: AsyncSession, envelope: Envelope, permissions: Permissions) -> None:
    """Put the event before every webhook whose owner may read it."""
    offer = OFFERED.get(envelope.type)
    if offer is None:
        return
    readers = readers_of(envelope)
    for webhook in await webhook_queries.list_listeners(session, envelope.type, list(readers)):
        hears_all = webhook.audience is Audience.ALL
        is_operator = hears_all and offer.permission in permissions.of(webhook.owner_roles)
        if is_operator or webhook.owner_id in readers:
            data = data_for(envelope, is_operator=is_operator)
            await _deliver(session, webhook, envelope.id, envelope.type, envelope.occurred_at, data)


async def ping(session: AsyncSession, webhook_id: UUID, *, owner_id: UUID) -> Delivery:
    """An event that is about nothing, to try the receiver with."""
    webhook = await webhook_queries.get_webhook(session, webhook_id, owner_id=owner_id, lock=True)
    if webhook.disabled_at:
        raise WebhookDisabled
    return await _deliver(session, webhook, new_id(), PING, clock.now(), {})


async def replay(
    session: AsyncSession,
    webhook_id: UUID,
    *,
    owner_id: UUID,
    delivery_id: UUID | None,
    since: datetime | None,
    until: datetime | None,
) -> int:
    """One delivery again, or all whose event happened in that time, under the same ids; how many."""
    webhook = await webhook_queries.get_webhook(session, webhook_id, owner_id=owner_id)
    if webhook.disabled_at:
        raise WebhookDisabled
    if delivery_id:
        one = await webhook_queries.lock_one_delivery(session, delivery_id, webhook_id=webhook.id)
        return await _again(session, [one])
    assert since, "the schema takes one or the other"
    assert until, "the schema takes one or the other"
    found = await webhook_queries.lock_deliveries_between(
        session, webhook.id, since, until, MOST_REPLAYED + 1
    )
    if len(found) > MOST_REPLAYED:
        raise TooManyDeliveries(f"At most {MOST_REPLAYED} at a time.")
    return await _again(session, found)


async def follow_owner(session: AsyncSession, event: UserChanged) -> None:
    """His rights are those of his roles now; who is barred or gone is told nothing."""
    for webhook in await webhook_queries.lock_webhooks_of(session, event.user_id):
        webhook.owner_roles = sorted(event.roles)
        if event.status is not UserStatus.ACTIVE:
            webhook.disable(clock.now(), DisabledReason.OWNER_INACTIVE)


def seal_secret(webhook_id: UUID, secret: str) -> bytes:
    return Sealer.of(settings).seal(secret, context=f"webhook:{webhook_id}")


def open_secrets(webhook: Webhook, now: datetime) -> list[str]:
    """Those that sign now, the newest first."""
    sealer = Sealer.of(settings)
    sealed = webhook.sealed_secrets(now)
    return [sealer.open(one, context=f"webhook:{webhook.id}") for one in sealed]


def _check_types(event_types: Sequence[str]) -> None:
    for event_type in event_types:
        if event_type != ANYTHING and event_type not in OFFERED:
            raise UnknownEventType(f"{event_type}: GET /api/v1/developer/event-types lists them.")


def _may_hear_of_all(user: Principal) -> bool:
    """Whatever he may hear of is in the record, not only the first of it."""
    offered = {offer.permission for offer in OFFERED.values()}
    return bool([permission for permission in sorted(offered) if user.may(permission)])


async def _deliver(
    session: AsyncSession,
    webhook: Webhook,
    event_id: UUID,
    event_type: str,
    occurred_at: datetime,
    data: dict[str, Any],
) -> Delivery:
    delivery = Delivery(
        id=new_id(),
        webhook_id=webhook.id,
        event_id=event_id,
        event_type=event_type,
        occurred_at=occurred_at,
        data=data,
    )
    delivery.begin(clock.now())
    session.add(delivery)
    await session.flush()
    await deliver_at(session, delivery, clock.now())
    return delivery


async def _again(session: AsyncSession, deliveries: Sequence[Delivery]) -> int:
    for delivery in deliveries:
        delivery.begin(clock.now())
        await deliver_at(session, delivery, clock.now())
    return len(deliveries)


async def deliver_at(session: AsyncSession, delivery: Delivery, moment: datetime) -> None:
    payload = {"delivery_id": str(delivery.id)}
    await jobs.enqueue(session, DELIVER, payload, at=moment, key=f"webhook:{delivery.id}")
