"""The payment providers as tests meet them: each adapter before the nearest real thing to its company.

A new provider is a row in `COMPANIES`, and passes `test_provider_conformance.py`.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from sqlalchemy import select

from app.providers.provider import Provider, Webhook
from app.providers.sandbox import Sandbox
from app.providers.sandbox.webhooks import HEADER, sign
from lapa_kit.db import Sessions
from lapa_kit.tables import JobRow


@dataclass(frozen=True)
class Company:
    """A provider, and what makes its company do one thing or another; None where it cannot be."""

    provider: Provider
    currency: str
    # what pays at once, is refused, asks the person, and pays without an answer
    good: str
    declined: str
    asking: str | None
    lost: str | None
    # the person at the page of that address says yes or no
    decide: Callable[[str, bool], Awaitable[None]]
    # what the company has sent so far, oldest first
    webhooks: Callable[[], Awaitable[list[Webhook]]]


@asynccontextmanager
async def sandbox(app: Any, sessions: Sessions) -> AsyncGenerator[Company]:
    async def decide(url: str, is_confirmed: bool) -> None:
        path = "/api" + url.partition("/api")[2] + ("/confirm" if is_confirmed else "/refuse")
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as browser:
            assert (await browser.post(path)).status_code == 200

    async def webhooks() -> list[Webhook]:
        async with sessions() as session:
            is_one = JobRow.name == "send_sandbox_webhook"
            rows = list(await session.scalars(select(JobRow).where(is_one).order_by(JobRow.id)))
        bodies = [row.payload["message"].encode() for row in rows]
        return [Webhook({HEADER: sign(body)}, body, "127.0.0.1") for body in bodies]

    yield Company(
        provider=Sandbox(sessions),
        currency="EUR",
        good="tok_success",
        declined="tok_declined",
        asking="tok_3ds",
        lost="tok_timeout",
        decide=decide,
        webhooks=webhooks,
    )


Opening = Callable[[Any, Sessions], AbstractAsyncContextManager[Company]]
COMPANIES: dict[str, Opening] = {"sandbox": sandbox}
