"""Whether an owner hands out exactly what it has said last: the two ways to a copy agree."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import orjson

from lapa_kit.events import Envelope
from lapa_kit.testing.identity import as_service

URL = "/internal/v1/snapshots"


async def check_handed_out(
    client: httpx.AsyncClient, outbox: Callable[[], Awaitable[list[Envelope]]]
) -> None:
    """Every kind, page by page, against the newest event of each row; no kind may be untried."""
    said = await outbox()
    for kind in (await client.get(URL, headers=as_service())).json():
        newest = {one.key: one.payload for one in said if one.type == kind}
        assert newest, f"the test has made nothing that says {kind}"
        handed_out = [payload async for payload in _read(client, kind)]
        assert _sorted(handed_out) == _sorted(newest.values()), kind


async def _read(client: httpx.AsyncClient, kind: str) -> AsyncIterator[dict[str, Any]]:
    params: dict[str, Any] = {"limit": 1}
    while True:
        response = await client.get(f"{URL}/{kind}", params=params, headers=as_service())
        page = response.raise_for_status().json()
        for payload in page["items"]:
            yield payload
        if page["next"] is None:
            return
        params["after"] = page["next"]


def _sorted(payloads: Any) -> list[bytes]:
    return sorted(orjson.dumps(payload, option=orjson.OPT_SORT_KEYS) for payload in payloads)
