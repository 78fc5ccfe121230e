"""Webhooks: events sent to a developer's own server, signed, repeated until they arrive, kept in a log."""

from datetime import timedelta
from typing import Literal
from uuid import UUID

from fastapi import APIRouter

from app.models.webhook import (
    AllNotYours,
    Audience,
    DeliveryNotFound,
    TooManyDeliveries,
    TooManyWebhooks,
    UnknownEventType,
    WebhookDisabled,
    WebhookNotFound,
)
from app.queries.webhooks import get_webhook, list_deliveries, list_webhooks
from app.schemas.webhooks import (
    DeliveryRead,
    EventTypeRead,
    EventTypesRead,
    Replayed,
    ReplayRequest,
    SecretRotate,
    WebhookCreate,
    WebhookMade,
    WebhookPatch,
    WebhookRead,
)
from app.services import webhooks
from app.services.audience import list_offered
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.egress import UrlNotAllowed
from lapa_kit.idempotency import Router
from lapa_kit.openapi import NO_SESSION
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/developer", tags=["developer"])
# no Idempotency-Key: a remembered answer would be a secret in the clear
secret_router = APIRouter(prefix="/developer/webhooks", tags=["developer"])

OWN = (*IDENTITY_PROBLEMS, WebhookNotFound)
URL_PROBLEMS = (UrlNotAllowed, UnknownEventType)


@router.get("/event-types", responses=problems(*IDENTITY_PROBLEMS), openapi_extra=NO_SESSION)
async def list_event_types(_: CurrentUser) -> EventTypesRead:
    """What webhooks can be told of; the payloads are in the catalogue of events."""
    return EventTypesRead(
        items=[EventTypeRead(type=event_type, what=what) for event_type, what in list_offered()]
    )


@secret_router.post(
    "",
    status_code=201,
    responses=problems(*IDENTITY_PROBLEMS, *URL_PROBLEMS, AllNotYours, TooManyWebhooks),
)
async def make_webhook(body: WebhookCreate, user: CurrentUser, session: Session) -> WebhookMade:
    """Have events sent to a URL. The secret that signs them is shown this once."""
    made = await webhooks.make_webhook(
        session,
        user,
        url=body.url,
        event_types=body.event_types,
        audience=Audience(body.audience),
    )
    return _told(made)


@router.get("/webhooks", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_own_webhooks(user: CurrentUser, session: Session, page: Paging) -> Page[WebhookRead]:
    """The caller's webhooks, the newest first."""
    return page_of(await list_webhooks(session, page, owner_id=user.id), WebhookRead.model_validate)


@router.get("/webhooks/{webhook_id}", responses=problems(*OWN))
async def get_own_webhook(webhook_id: UUID, user: CurrentUser, session: Session) -> WebhookRead:
    """One of the caller's webhooks, and whether it fails."""
    found = await get_webhook(session, webhook_id, owner_id=user.id)
    return WebhookRead.model_validate(found)


@router.patch("/webhooks/{webhook_id}", responses=problems(*OWN, *URL_PROBLEMS))
async def change_webhook(
    webhook_id: UUID, body: WebhookPatch, user: CurrentUser, session: Session
) -> WebhookRead:
    """Another URL, other events, off, or on again: then what has waited is sent."""
    changed = await webhooks.change_webhook(
        session,
        webhook_id,
        owner_id=user.id,
        url=body.url,
        event_types=body.event_types,
        is_enabled=body.enabled,
    )
    return WebhookRead.model_validate(changed)


@router.delete("/webhooks/{webhook_id}", status_code=204, responses=problems(*OWN))
async def delete_webhook(webhook_id: UUID, user: CurrentUser, session: Session) -> None:
    """Nothing is sent any more; its log goes too."""
    await webhooks.delete_webhook(session, webhook_id, owner_id=user.id)


@secret_router.post("/{webhook_id}/rotate", responses=problems(*OWN))
async def rotate_webhook_secret(
    webhook_id: UUID, body: SecretRotate, user: CurrentUser, session: Session
) -> WebhookMade:
    """A new secret, shown this once; for the overlap bodies are signed with both."""
    overlap = timedelta(hours=body.overlap_hours)
    return _told(
        await webhooks.rotate_secret(session, webhook_id, owner_id=user.id, overlap=overlap)
    )


@router.post(
    "/webhooks/{webhook_id}/ping",
    status_code=202,
    responses=problems(*OWN, WebhookDisabled),
)
async def ping_webhook(webhook_id: UUID, user: CurrentUser, session: Session) -> DeliveryRead:
    """Send a `ping.v1` that is about nothing; look into the deliveries for what was answered."""
    return DeliveryRead.model_validate(await webhooks.ping(session, webhook_id, owner_id=user.id))


@router.get("/webhooks/{webhook_id}/deliveries", responses=problems(*OWN, InvalidCursor))
async def list_webhook_deliveries(
    webhook_id: UUID,
    user: CurrentUser,
    session: Session,
    page: Paging,
    state: Literal["pending", "delivered", "failed"] | None = None,
) -> Page[DeliveryRead]:
    """What was sent in the last thirty days and what was answered, the newest first."""
    await get_webhook(session, webhook_id, owner_id=user.id)
    rows = await list_deliveries(session, page, webhook_id=webhook_id, state=state)
    return page_of(rows, DeliveryRead.model_validate)


@router.post(
    "/webhooks/{webhook_id}/replay",
    status_code=202,
    responses=problems(*OWN, DeliveryNotFound, WebhookDisabled, TooManyDeliveries),
)
async def replay_deliveries(
    webhook_id: UUID, body: ReplayRequest, user: CurrentUser, session: Session
) -> Replayed:
    """Send again, under the same ids: one delivery, or everything that happened in a time."""
    count = await webhooks.replay(
        session,
        webhook_id,
        owner_id=user.id,
        delivery_id=body.delivery_id,
        since=body.since,
        until=body.until,
    )
    return Replayed(deliveries=count)


def _told(made: webhooks.Made) -> WebhookMade:
    told = WebhookRead.model_validate(made.webhook).model_dump()
    return WebhookMade(**told, secret=made.secret)
