"""SMS by an HTTP gateway: `POST SMS_URL {"id", "to", "text"}`, with `Authorization: Bearer SMS_TOKEN`.

Providers that speak otherwise are reached through an adapter of that shape. The same delivery always has
the same id, so that a gateway can know a second copy as one.
"""

from uuid import UUID

import httpx

from app.config import Settings
from app.services.email import Refused, Unreachable

NOBODY_THERE = {404, 410}


async def send(settings: Settings, delivery_id: UUID, *, to: str, text: str) -> str:
    """The gateway's answer; raises Refused, Unreachable."""
    token = settings.sms_token.get_secret_value()
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    message = {"id": str(delivery_id), "to": to, "text": text}
    try:
        async with httpx.AsyncClient(timeout=settings.sms_timeout_s) as http:
            response = await http.post(settings.sms_url, json=message, headers=headers)
    except httpx.HTTPError as error:
        raise Unreachable(type(error).__name__) from error
    said = f"{response.status_code} {response.text[:200]}".strip()
    if response.is_success:
        return said
    # what wants other credentials, or is asked too often, may be set right
    if response.is_client_error and response.status_code not in (401, 403, 408, 429):
        raise Refused(said, bounced=response.status_code in NOBODY_THERE)
    raise Unreachable(said)
