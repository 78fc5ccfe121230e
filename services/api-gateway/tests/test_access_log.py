"""One line a request, with the ids that find it again and without anybody's data."""

import json

import pytest
from platforms import Platform

from app import access_log
from lapa_kit.ids import new_id
from lapa_kit.testing import bearer


async def test_a_request_leaves_one_line_without_personal_data(
    platform: Platform, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_log, "is_wanted", lambda: True)
    access_log._log.cache_clear()  # pyright: ignore[reportPrivateUsage]
    user = new_id()
    headers = {**bearer(user), "X-Request-Id": "find-me"}

    response = await platform.client.get("/api/v1/orders/42?email=a@b.c", headers=headers)

    access_log._log.cache_clear()  # pyright: ignore[reportPrivateUsage]
    written = capsysbinary.readouterr().out
    (line,) = [json.loads(line) for line in written.splitlines() if b'"request"' in line]
    assert line["request_id"] == "find-me"
    assert line["trace_id"] == response.headers["traceparent"].split("-")[1]
    assert (line["route"], line["status"], line["upstream"]) == (
        "/api/v1/orders",
        200,
        "order-service",
    )
    assert line["ms"] > 0
    for secret in (str(user), "a@b.c", "42"):
        assert secret.encode() not in written.replace(str(line["timestamp"]).encode(), b"").replace(
            str(line["trace_id"]).encode(), b""
        ).replace(str(line["ms"]).encode(), b"")
