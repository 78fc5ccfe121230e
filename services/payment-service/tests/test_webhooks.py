"""What providers tell us over HTTP: genuine, once, and in whatever order."""

from typing import Any

import orjson
import pytest

from app.providers.sandbox.webhooks import HEADER, sign
from lapa_kit.ids import new_id

URL = "/api/v1/payments/webhooks/sandbox"


def message(**changes: Any) -> bytes:
    known = {"id": "evt_1", "subject": "charge", "reference": str(new_id()), "amount": 1}
    return orjson.dumps({**known, "currency": "EUR", **changes})


async def test_a_message_about_nothing_of_ours_is_answered_like_any_other(client: Any) -> None:
    for body in (message(), message(), message(id="evt_2", subject="refund")):
        answer = await client.post(URL, content=body, headers={HEADER: sign(body)})
        assert (answer.status_code, answer.text) == (200, "")


@pytest.mark.parametrize(
    ("path", "body", "signature", "status", "code"),
    [
        (URL, b"{}", sign(b"{}"), 400, "webhook_not_understood"),
        (URL, b"\xff", sign(b"\xff"), 400, "webhook_not_understood"),
        (URL, message(stage=None, subject="chargeback"), None, 400, "webhook_not_understood"),
        (URL, message(), sign(message(amount=2)), 401, "webhook_not_genuine"),
        (URL, b"{}", sign(b"{}", at=1_000_000_000), 401, "webhook_not_genuine"),
        (URL, b"{}", "t=x,v1=", 401, "webhook_not_genuine"),
        (URL, b"{}", "", 401, "webhook_not_genuine"),
        (URL, b"x" * 300_000, "", 413, "webhook_too_large"),
        (URL.replace("sandbox", "nobody"), b"{}", sign(b"{}"), 404, "unknown_provider"),
    ],
)
async def test_what_is_not_a_providers_message_is_refused(
    client: Any, path: str, body: bytes, signature: str | None, status: int, code: str
) -> None:
    headers = {HEADER: sign(body) if signature is None else signature}
    answer = await client.post(path, content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
