"""The sandbox provider's messages to its customer: signed, and as late, doubled or swapped as the scenario wants."""

import hmac
import time
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

import httpx
import orjson
import structlog
from pydantic import BaseModel, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from app.config import settings
from app.providers.provider import (
    ChargedBack,
    Moved,
    Notice,
    Stage,
    Subject,
    Webhook,
    WebhookNotGenuine,
    WebhookNotUnderstood,
)
from app.queries import sandbox as sandbox_queries
from lapa_kit import clock, jobs
from lapa_kit.ids import new_id

HEADER = "sandbox-signature"
TOLERANCE = timedelta(minutes=5)
LATER = timedelta(minutes=1)
ATTEMPTS = 5

log = structlog.get_logger()


class Message(BaseModel):
    """What is sent; `reference` is the customer's of what moved, of a chargeback the charge's."""

    id: str
    subject: Subject
    reference: UUID
    amount: int
    currency: str
    stage: Stage | None = None


async def plan(
    session: AsyncSession,
    subject: Subject,
    reference: UUID,
    *,
    amount: int,
    currency: str,
    stage: Stage | None = None,
) -> None:
    """Have the customer told once this is committed."""
    mode = await sandbox_queries.find_webhook_mode(session)
    if mode == "lost":
        return
    message = Message(
        id=f"evt_{new_id().hex}",
        subject=subject,
        reference=reference,
        amount=amount,
        currency=currency,
        stage=stage,
    )
    at = clock.now() + (LATER if mode == "late" else timedelta(0))
    if mode == "reordered":
        # the first of a charge's messages comes after those that follow within the minute
        at += LATER if stage is None and subject is Subject.CHARGE else timedelta(0)
    for copy in range(2 if mode == "duplicate" else 1):
        await _send_at(session, message.model_dump_json(), at, attempt=copy * ATTEMPTS)


async def _send_at(session: AsyncSession, message: str, at: datetime, *, attempt: int) -> None:
    payload = {"message": message, "attempt": attempt}
    await jobs.enqueue(session, "send_sandbox_webhook", payload, at=at)


async def send(worker: jobs.Worker, message: str, attempt: int) -> None:
    """One POST to the customer's address; where nobody answers, a minute later again."""
    body = message.encode()
    own = worker.settings.service_url("payment-service")
    try:
        async with httpx.AsyncClient(timeout=5) as http:
            answer = await http.post(
                f"{own}/api/v1/payments/webhooks/sandbox",
                content=body,
                headers={HEADER: sign(body), "content-type": "application/json"},
            )
        is_taken = answer.is_success
    except httpx.TransportError:
        is_taken = False
    if is_taken:
        return
    log.info("sandbox.webhook_not_taken", attempt=attempt)
    if (attempt + 1) % ATTEMPTS:
        async with worker.sessions.begin() as session:
            await _send_at(session, message, clock.now() + LATER, attempt=attempt + 1)


def sign(body: bytes, at: int | None = None) -> str:
    at = at or int(time.time())
    return f"t={at},v1={_mac(at, body)}"


def _mac(at: int, body: bytes) -> str:
    return hmac.new(settings.seal_keys[0], b"sandbox:%d." % at + body, sha256).hexdigest()


def read(webhook: Webhook) -> list[Notice]:
    """Raises WebhookNotGenuine, WebhookNotUnderstood."""
    _verify(webhook)
    try:
        message = Message.model_validate(orjson.loads(webhook.body))
    except (orjson.JSONDecodeError, ValidationError) as error:
        raise WebhookNotUnderstood from error
    if message.subject is Subject.CHARGEBACK:
        return [_charged_back(message)]
    return [Moved(message.id, message.subject, message.reference, str(message.reference))]


def _verify(webhook: Webhook) -> None:
    """By the real time, as all that is about trust is."""
    parts = dict(
        part.split("=", 1) for part in webhook.headers.get(HEADER, "").split(",") if "=" in part
    )
    at = parts.get("t", "")
    if not at.isascii() or not at.isdigit() or len(at) > 12:
        raise WebhookNotGenuine
    age = abs(time.time() - int(at))
    expected = _mac(int(at), webhook.body)
    given = parts.get("v1", "").encode()
    if not hmac.compare_digest(expected.encode(), given) or age > TOLERANCE.total_seconds():
        raise WebhookNotGenuine


def name_of_chargeback(charge: UUID) -> str:
    return f"cb_{charge.hex}"


def _charged_back(message: Message) -> ChargedBack:
    if message.stage is None:
        raise WebhookNotUnderstood
    return ChargedBack(
        event_id=message.id,
        provider_id=name_of_chargeback(message.reference),
        reference=message.reference,
        charge_id=str(message.reference),
        amount=message.amount,
        currency=message.currency,
        stage=message.stage,
    )
