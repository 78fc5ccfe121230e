"""One attempt at one delivery: claim, call outside of any transaction, note what came of it."""

import time
from dataclasses import dataclass
from uuid import UUID

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.webhook import Delivery, DeliveryState, Webhook
from app.queries.webhooks import lock_delivery
from app.services.signing import sign
from app.services.webhooks import deliver_at, open_secrets
from lapa_contracts.gateway import WebhookDisabled
from lapa_kit import clock
from lapa_kit.egress import Egress, Unreachable, UrlNotAllowed
from lapa_kit.events import publish
from lapa_kit.jobs import Worker

PATIENCE_S = 5.0
MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class _Parcel:
    url: str
    body: bytes
    event_id: str
    secrets: list[str]


@dataclass(frozen=True, slots=True)
class _Outcome:
    status: int | None
    excerpt: str | None
    error: str | None
    ms: int

    @property
    def is_good(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


async def attempt(worker: Worker, delivery_id: UUID) -> None:
    """Safe to run twice: consumers know a repeat by `webhook-id`."""
    async with worker.sessions.begin() as session:
        parcel = await _claim(session, delivery_id)
    if parcel is None:
        return
    egress = Egress.of(worker.settings, timeout_s=PATIENCE_S, most_bytes=MOST_BYTES)
    outcome = await _send(egress, parcel)
    async with worker.sessions.begin() as session:
        await _note(session, delivery_id, outcome)


async def _claim(session: AsyncSession, delivery_id: UUID) -> _Parcel | None:
    found = await lock_delivery(session, delivery_id)
    if found is None:
        return None
    delivery, webhook = found
    now = clock.now()
    if delivery.state is not DeliveryState.PENDING or webhook.disabled_at:
        return None
    if webhook.paused_until and webhook.paused_until > now:
        # it has just failed: another try now would only wait for it again
        delivery.postpone(webhook.paused_until)
        await _come_again(session, delivery)
        return None
    return _parcel(delivery, webhook)


def _parcel(delivery: Delivery, webhook: Webhook) -> _Parcel:
    body = {
        "id": str(delivery.event_id),
        "type": delivery.event_type,
        "timestamp": delivery.occurred_at,
        "data": delivery.data,
    }
    encoded = orjson.dumps(body, option=orjson.OPT_UTC_Z)
    secrets = open_secrets(webhook, clock.now())
    return _Parcel(webhook.url, encoded, str(delivery.event_id), secrets)


async def _send(egress: Egress, parcel: _Parcel) -> _Outcome:
    # real time: receivers refuse what is signed too far from their own clock
    signature = sign(
        parcel.body,
        message_id=parcel.event_id,
        timestamp=int(time.time()),
        secrets=parcel.secrets,
    )
    headers = {"content-type": "application/json", "user-agent": "Lapa-Webhooks/1", **signature}
    began = time.perf_counter()
    status = excerpt = error = None
    try:
        answer = await egress.ask("POST", parcel.url, headers=headers, content=parcel.body)
        status, excerpt = answer.status, answer.body.decode(errors="replace")
    except Unreachable as failure:
        error = str(failure)
    except UrlNotAllowed as refusal:
        error = refusal.detail or refusal.title
    return _Outcome(status, excerpt, error, round((time.perf_counter() - began) * 1000))


async def _note(session: AsyncSession, delivery_id: UUID, outcome: _Outcome) -> None:
    found = await lock_delivery(session, delivery_id)
    if found is None:
        return
    delivery, webhook = found
    now = clock.now()
    delivery.note_answer(outcome.status, outcome.excerpt, outcome.error, outcome.ms)
    if outcome.is_good:
        delivery.succeed(now)
        webhook.succeed()
        return
    delivery.fail(now)
    await _come_again(session, delivery)
    if webhook.fail(now):
        publish(session, WebhookDisabled(webhook_id=webhook.id, user_id=webhook.owner_id))


async def _come_again(session: AsyncSession, delivery: Delivery) -> None:
    if delivery.next_attempt_at:
        await deliver_at(session, delivery, delivery.next_attempt_at)
