"""Codes by SMS through a real HTTP gateway."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from factories import code_issued
from fastapi import FastAPI, Header, Response
from pydantic import SecretStr
from sqlalchemy import select

from app.models import Delivery
from lapa_contracts.user import CodePurpose
from lapa_kit import clock
from lapa_kit.testing.server import running

PHONE = "+358401234567"


class Gateway:
    """Takes what comes, refuses or stumbles when told to."""

    def __init__(self) -> None:
        self.messages: list[dict[str, str]] = []
        self.tokens: set[str] = set()
        self.status = 200


@pytest_asyncio.fixture
async def gateway(app: Any, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Gateway]:
    gateway, server = Gateway(), FastAPI()

    @server.post("/send")
    async def take(message: dict[str, str], authorization: str = Header()) -> Response:
        gateway.tokens.add(authorization)
        if gateway.status == 200:
            gateway.messages.append(message)
        return Response("queued as 7", gateway.status)

    async with running(server) as url:
        monkeypatch.setitem(app.state.settings.__dict__, "sms_url", f"{url}/send")
        monkeypatch.setitem(app.state.settings.__dict__, "sms_token", SecretStr("of the gateway"))
        yield gateway


def sign_in_code(**fields: Any) -> Any:
    facts = {"channel": "sms", "address": PHONE, "purpose": CodePurpose.OTP, "locale": "ru"}
    return code_issued(None, "493817", **{**facts, **fields})


async def deliveries(session: Any) -> list[Delivery]:
    return list(await session.scalars(select(Delivery)))


async def test_a_code_goes_to_the_phone_once_however_often_the_event_does(
    session: Any, deliver: Any, run_jobs: Any, gateway: Gateway
) -> None:
    envelope = await deliver(sign_in_code())
    await deliver(envelope)
    await run_jobs()

    (message,) = gateway.messages
    (delivery,) = await deliveries(session)
    assert (message["to"], message["id"]) == (PHONE, str(delivery.id))
    assert "493817" in message["text"]
    assert gateway.tokens == {"Bearer of the gateway"}
    assert (delivery.state.value, delivery.provider_answer) == ("sent", "200 queued as 7")


async def test_a_gateway_that_was_away_is_asked_again_until_the_code_runs_out(
    session: Any, deliver: Any, run_jobs: Any, at: Any, gateway: Gateway
) -> None:
    gateway.status = 503
    await deliver(sign_in_code())
    await run_jobs()
    gateway.status = 200
    at(clock.now() + timedelta(seconds=5))
    await run_jobs()
    assert len(gateway.messages) == 1

    gateway.status = 503
    await deliver(sign_in_code(expires_at=clock.now() + timedelta(seconds=10)))
    for _ in range(4):
        await run_jobs()
        at(clock.now() + timedelta(seconds=5))
    ends = {(one.state.value, one.reason) for one in await deliveries(session)}
    assert ends == {("sent", None), ("suppressed", "expired")}
    assert len(gateway.messages) == 1


async def test_a_number_that_the_gateway_refuses_is_not_tried_again(
    session: Any, deliver: Any, run_jobs: Any, at: Any, gateway: Gateway
) -> None:
    gateway.status = 422
    await deliver(sign_in_code())
    await run_jobs()
    gateway.status = 200
    at(clock.now() + timedelta(minutes=1))
    await run_jobs()

    (delivery,) = await deliveries(session)
    assert (delivery.state.value, delivery.reason) == ("failed", "refused")
    assert gateway.messages == []
