"""What payment providers tell us; each proves itself in its own way."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import PlainTextResponse

from app.providers.provider import Webhook, WebhookNotGenuine, WebhookNotUnderstood
from app.services import webhooks
from app.services.webhooks import UnknownProvider
from lapa_kit.connections import OwnTransactions
from lapa_kit.openapi import OPEN_TO_ANYBODY
from lapa_kit.problems import Problem, problems

router = APIRouter(prefix="/payments/webhooks", tags=["webhooks"])
LARGEST = 256 * 1024


class WebhookTooLarge(Problem):
    status, title = 413, "No message of a provider is that long"


async def _read(request: Request) -> Webhook:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise WebhookTooLarge
    remote = request.client.host if request.client else None
    return Webhook(dict(request.headers), bytes(body), remote)


@router.post(
    "/{provider}",
    response_class=PlainTextResponse,
    openapi_extra=OPEN_TO_ANYBODY,
    responses=problems(UnknownProvider, WebhookNotGenuine, WebhookNotUnderstood, WebhookTooLarge),
)
async def take_webhook(
    provider: Annotated[str, Path(max_length=32)],
    webhook: Annotated[Webhook, Depends(_read)],
    sessions: OwnTransactions,
) -> str:
    """Genuine ones are answered alike, whether or not they are about anything of ours, or come again."""
    return await webhooks.take(sessions, provider, webhook)
