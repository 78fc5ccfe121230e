"""The payment providers as tests meet them: each adapter before the nearest real thing to its company.

A new provider is a row in `COMPANIES`, and passes `test_provider_conformance.py`.
"""

import atexit
import subprocess
import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import ruble_companies
from company import Company as Company
from pydantic import SecretStr
from sqlalchemy import select

from app.providers import stripe as stripe_provider
from app.providers.provider import Webhook
from app.providers.sandbox import Sandbox
from app.providers.sandbox.webhooks import HEADER, sign
from app.providers.stripe import Stripe
from lapa_kit.db import Sessions
from lapa_kit.tables import JobRow


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
        keeps="tok_success",
        declined="tok_declined",
        asking="tok_3ds",
        lost="tok_timeout",
        decide=decide,
        webhooks=webhooks,
    )


@cache
def stripe_server() -> str:
    """The address of the one Stripe of this run; it ends with the run."""
    command = [sys.executable, str(Path(__file__).with_name("stripe_server.py"))]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    atexit.register(process.kill)
    assert process.stdout
    port = process.stdout.readline().strip()
    assert port, "localstripe did not start"
    return f"http://127.0.0.1:{port}"


@asynccontextmanager
async def stripe(app: Any, sessions: Sessions) -> AsyncGenerator[Company]:
    address, usual = stripe_server(), stripe_provider.settings
    told = {
        "stripe_api_key": SecretStr("sk_test_lapa"),
        "stripe_webhook_secret": SecretStr("whsec_lapa"),
        "stripe_api_base": address,
    }
    stripe_provider.settings = usual.model_copy(update=told)
    async with httpx.AsyncClient(base_url=address) as http:
        await http.post("/_config/forget")

        async def decide(url: str, is_confirmed: bool) -> None:
            _, _, page = url.partition("/_page/")
            intent, _, secret = page.partition("/")
            body = {"client_secret": secret, "success": is_confirmed, "key": "pk_test_lapa"}
            done = await http.post(f"/v1/payment_intents/{intent}/_authenticate", json=body)
            assert done.status_code == 200, done.text

        async def webhooks() -> list[Webhook]:
            sent = (await http.get("/_config/sent")).json()
            return [Webhook(one["headers"], one["body"].encode(), None) for one in sent]

        yield Company(
            provider=Stripe(sessions),
            currency="EUR",
            good="pm_card_visa",
            keeps="pm_card_visa",
            declined="pm_card_chargeCustomerFail",
            asking="pm_card_3ds",
            lost="pm_card_lost",
            decide=decide,
            webhooks=webhooks,
        )
    stripe_provider.settings = usual


Opening = Callable[[Any, Sessions], AbstractAsyncContextManager[Company]]
COMPANIES: dict[str, Opening] = {
    "sandbox": sandbox,
    "stripe": stripe,
    **ruble_companies.COMPANIES,
}
